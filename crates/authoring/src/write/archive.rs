//! A ZIP file whose parts are not compressed (APPNOTE 6.3.10). A questionnaire is small, and whoever compresses
//! has more than a hundred kilobytes of a packer to download first.

/// The signatures of a part, of its entry in the directory, and of the end of that.
const PART: u32 = 0x0403_4b50;
const ENTRY: u32 = 0x0201_4b50;
const END: u32 = 0x0605_4b50;
/// What an unpacker needs to know: 2.0, the first with folders.
const VERSION: u16 = 20;
/// Names are UTF-8.
const FLAGS: u16 = 1 << 11;
/// The first day that a date can be: 1 January 1980.
const DATE: u16 = 0x21;

/// Parts with their names, packed. Their sizes are far below 4 GB.
pub(super) fn stored(parts: &[(String, String)]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut directory = Vec::new();
    for (name, text) in parts {
        let begins = size(bytes.len());
        let head = head(name, text);
        bytes.extend(PART.to_le_bytes());
        bytes.extend(&head);
        bytes.extend(name.bytes());
        bytes.extend(text.bytes());
        directory.extend(ENTRY.to_le_bytes());
        directory.extend(VERSION.to_le_bytes());
        directory.extend(&head);
        // No comment, the first disk, no attributes.
        directory.extend([0; 10]);
        directory.extend(begins.to_le_bytes());
        directory.extend(name.bytes());
    }
    let count = u16::try_from(parts.len()).unwrap_or_default();
    let begins = size(bytes.len());
    bytes.extend(&directory);
    bytes.extend(END.to_le_bytes());
    bytes.extend([0; 4]);
    bytes.extend(count.to_le_bytes());
    bytes.extend(count.to_le_bytes());
    bytes.extend(size(directory.len()).to_le_bytes());
    bytes.extend(begins.to_le_bytes());
    bytes.extend([0; 2]);
    bytes
}

/// What a part and its entry both say of it.
fn head(name: &str, text: &str) -> Vec<u8> {
    let mut head = Vec::new();
    let length = u16::try_from(name.len()).unwrap_or_default();
    // Not compressed, at midnight.
    for number in [VERSION, FLAGS, 0, 0, DATE] {
        head.extend(number.to_le_bytes());
    }
    head.extend(crc32fast::hash(text.as_bytes()).to_le_bytes());
    head.extend(size(text.len()).to_le_bytes());
    head.extend(size(text.len()).to_le_bytes());
    head.extend(length.to_le_bytes());
    head.extend([0; 2]);
    head
}

fn size(length: usize) -> u32 {
    u32::try_from(length).unwrap_or_default()
}
