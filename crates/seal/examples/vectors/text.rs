//! The texts in the vectors.

pub(crate) fn unhex(text: &str) -> Vec<u8> {
    let digits: Vec<u32> = text
        .chars()
        .filter_map(|digit| digit.to_digit(16))
        .collect();
    assert_eq!(digits.len(), text.len(), "{text}");
    let bytes = digits.chunks(2).map(|pair| pair[0] << 4 | pair[1]);
    bytes
        .map(|byte| u8::try_from(byte).expect("a byte"))
        .collect()
}

pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The payload of a whole block. Neither its kind nor its sum is checked.
pub(crate) fn payload(block: &str) -> Vec<u8> {
    let symbols = block.rsplit('.').next().expect("symbols");
    let (mut bytes, mut held, mut bits) = (Vec::new(), 0_u32, 0);
    for symbol in symbols.chars() {
        let value = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
            .find(symbol)
            .expect(block);
        held = held << 5 | u32::try_from(value).expect("five bits");
        bits += 5;
        if bits >= 8 {
            bits -= 8;
            bytes.push(u8::try_from(held >> bits & 0xff).expect("a byte"));
        }
        held &= 0xff;
    }
    let length = usize::from(bytes[0]);
    assert_eq!(bytes.len(), length + 5, "{block}");
    bytes[1..=length].to_vec()
}
