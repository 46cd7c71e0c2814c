//! Text from a file, made fit for one line of a terminal.

use json::visible::is_hidden;

/// After how many bytes [`single_line`] cuts a text.
pub const LINE_BYTES: usize = 300;

/// Text from a file for one line of a terminal: what no reader sees is escaped, and it is cut after
/// [`LINE_BYTES`].
#[must_use]
pub fn single_line(text: &str) -> String {
    let mut line = String::new();
    for character in text.chars() {
        if line.len() >= LINE_BYTES {
            line.push('…');
            break;
        }
        if is_hidden(character) {
            line.extend(character.escape_default());
        } else {
            line.push(character);
        }
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_keeps_its_most_bytes_and_says_when_there_were_more() {
        let longest = "x".repeat(LINE_BYTES);
        assert_eq!(single_line(&longest), longest);
        assert_eq!(single_line(&format!("{longest}x")), format!("{longest}…"));
    }
}
