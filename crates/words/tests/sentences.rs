//! Whole sentences follow each other as their language has it.
#![allow(clippy::unwrap_used, reason = "test code")]

use words::native::language;

#[test]
fn sentences_have_a_space_between_them_but_in_japanese() {
    for (tag, expected) in [("en", "A. B."), ("ar", "A. B."), ("ja", "A.B.")] {
        let between = language(tag).unwrap().between_sentences();
        assert_eq!(["A.", "B."].join(between), expected, "{tag}");
    }
}
