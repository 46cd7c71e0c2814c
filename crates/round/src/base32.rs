//! Base32 in Crockford's alphabet, the most significant bit first. The last symbol is filled with zero bits;
//! there is no padding, and no letter may be used instead of another.

const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// The symbols of `bytes`: ⌈8 · length / 5⌉.
pub fn write(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(symbols_of(bytes.len()));
    let (mut bits, mut count) = (0_u32, 0);
    for byte in bytes {
        bits = (bits << 8) + u32::from(*byte);
        count += 8;
        while count >= 5 {
            count -= 5;
            push(&mut text, bits >> count);
        }
    }
    if count > 0 {
        push(&mut text, bits << (5 - count));
    }
    text
}

/// Appends the symbol of the last five bits.
fn push(text: &mut String, bits: u32) {
    let symbol = ALPHABET.get((bits & 31) as usize);
    text.extend(symbol.map(|symbol| char::from(*symbol)));
}

/// How many symbols so many bytes have.
pub(crate) const fn symbols_of(bytes: usize) -> usize {
    (bytes * 8).div_ceil(5)
}

/// The value of a symbol, 0 to 31; `None` for any other character.
pub(crate) fn value(symbol: u8) -> Option<u8> {
    let place = ALPHABET.iter().position(|known| *known == symbol)?;
    u8::try_from(place).ok()
}

/// The bytes of capital symbols; `None` if there is another character among them or a filling bit is set.
pub fn read(text: &str) -> Option<Vec<u8>> {
    let values: Option<Vec<u8>> = text.bytes().map(value).collect();
    from_values(&values?)
}

/// The bytes of the values of symbols; `None` if a filling bit is set.
pub(crate) fn from_values(values: &[u8]) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(values.len() * 5 / 8);
    let (mut bits, mut count) = (0_u32, 0);
    for value in values {
        bits = (bits << 5) + u32::from(*value);
        count += 5;
        if count >= 8 {
            count -= 8;
            let [.., byte] = (bits >> count).to_be_bytes();
            bytes.push(byte);
        }
    }
    let filling = (1 << count) - 1;
    (bits & filling == 0).then_some(bytes)
}
