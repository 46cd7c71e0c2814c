//! From the bytes of a file to its text, whatever spreadsheet wrote it.

use encoding_rs::{Encoding, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// How many bytes tell UTF-16 without a byte order mark.
const SAMPLE: usize = 1_024;

/// A text, and whether its encoding was guessed.
pub(crate) struct Decoded {
    pub(crate) text: String,
    pub(crate) guessed: bool,
}

/// The text of a file; `None` for bytes that no text has.
pub(crate) fn decode(bytes: &[u8]) -> Option<Decoded> {
    let (text, guessed) = if let Some(rest) = bytes.strip_prefix(&[0xef, 0xbb, 0xbf]) {
        match std::str::from_utf8(rest) {
            Ok(text) => (text.to_owned(), false),
            Err(_) => (String::from_utf8_lossy(rest).into_owned(), false),
        }
    } else if let Some(rest) = bytes.strip_prefix(&[0xff, 0xfe]) {
        (read(UTF_16LE, rest), false)
    } else if let Some(rest) = bytes.strip_prefix(&[0xfe, 0xff]) {
        (read(UTF_16BE, rest), false)
    } else if let Some(encoding) = utf_16(bytes) {
        (read(encoding, bytes), false)
    } else if let Ok(text) = std::str::from_utf8(bytes) {
        (text.to_owned(), false)
    } else {
        (read(WINDOWS_1252, bytes), true)
    };
    is_text(&text).then_some(Decoded { text, guessed })
}

fn read(encoding: &'static Encoding, bytes: &[u8]) -> String {
    encoding.decode_without_bom_handling(bytes).0.into_owned()
}

/// UTF-16 by its pattern: in languages of Latin script nearly every second byte is zero.
fn utf_16(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = bytes.get(..SAMPLE.min(bytes.len())).unwrap_or_default();
    let pairs = sample.len() / 2;
    let zeros = |at: usize| sample.iter().skip(at).step_by(2).filter(|byte| **byte == 0);
    let (high, low) = (zeros(0).count(), zeros(1).count());
    let many = |zeros: usize| pairs >= 2 && zeros * 3 > pairs;
    match (many(high), many(low)) {
        (false, true) if high == 0 => Some(UTF_16LE),
        (true, false) if low == 0 => Some(UTF_16BE),
        _ => None,
    }
}

/// Whether hardly any character is a control that no table has.
fn is_text(text: &str) -> bool {
    let strange = |character: &char| {
        character.is_control()
            && !matches!(character, '\n' | '\r' | '\t' | '\u{b}' | '\u{c}' | '\u{85}')
    };
    let sample = text.chars().take(4 * SAMPLE);
    let found = sample.clone().filter(strange).count();
    !text.contains('\0') && found * 50 <= sample.count()
}
