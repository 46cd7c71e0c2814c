//! What is cleaned out of a text that somebody else wrote, and what stays.
#![allow(clippy::pedantic, clippy::restriction, reason = "test code")]

use json::visible::{EXCERPT, clean, cut, excerpt, is_visible};

#[test]
fn what_no_reader_sees_goes() {
    for hidden in [
        '\0',
        '\u{7}',
        '\u{1b}',
        '\u{7f}',
        '\u{85}',
        '\u{9b}',
        '\u{ad}',
        '\u{34f}',
        '\u{61c}',
        '\u{115f}',
        '\u{1160}',
        '\u{17b4}',
        '\u{17b5}',
        '\u{180b}',
        '\u{180e}',
        '\u{180f}',
        '\u{200b}',
        '\u{200c}',
        '\u{200d}',
        '\u{200e}',
        '\u{200f}',
        '\u{202a}',
        '\u{202d}',
        '\u{202e}',
        '\u{2060}',
        '\u{2066}',
        '\u{2067}',
        '\u{2068}',
        '\u{2069}',
        '\u{206f}',
        '\u{3164}',
        '\u{fe0f}',
        '\u{feff}',
        '\u{ffa0}',
        '\u{fff0}',
        '\u{fff9}',
        '\u{1bca0}',
        '\u{1d173}',
        '\u{e0001}',
        '\u{e0041}',
        '\u{e007f}',
        '\u{e0100}',
        '\u{e01f0}',
        '\u{e0fff}',
    ] {
        assert!(!is_visible(&hidden.to_string()), "{hidden:?}");
        for around in ["Up", "上"] {
            let written = format!("{hidden}a{hidden} {hidden}{around}");
            assert_eq!(clean(&written, false), format!("a {around}"), "{hidden:?}");
        }
    }
}

#[test]
fn a_text_of_blanks_is_no_text() {
    for blank in [
        "",
        " ",
        "\t\n",
        "\u{a0}",
        "\u{2800}\u{2800}",
        "\u{2003}\u{3000}",
        "\u{200b}\u{2800}\u{61c}",
    ] {
        assert!(!is_visible(blank), "{blank:?}");
        assert_eq!(clean(blank, true), "", "{blank:?}");
    }
}

/// As people write them.
#[test]
fn names_and_words_stay_as_they_are_spelled() {
    for written in [
        "دنیا",
        "می\u{200c}خواهم",
        "श्री\u{200d}मान्",
        "ക്\u{200d}ഷ",
        "മോഹന\u{d4d}\u{200d}",
        "මහින්ද රාජපක\u{dca}\u{200d}ෂ",
        "葛\u{e0100}飾",
        "👩\u{200d}💻",
        "👁\u{fe0f}\u{200d}🗨\u{fe0f}",
        "👩🏽\u{200d}🦱",
        "❤\u{fe0f}",
        "1\u{fe0f}\u{20e3}",
        "🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f} A.",
        // A region with digits in its code: Paris, FR-75C.
        "🏴\u{e0066}\u{e0072}\u{e0037}\u{e0035}\u{e0063}\u{e007f}",
        "🇳🇱",
        "ᠠ\u{180b}",
        "e\u{301}",
        "Siobhán O’Neill-Ó Briain",
        "D'Arcy",
        "ＡＢ",
        "ẞ İ ŉ",
        "Question\u{a0}?",
        "1\u{202f}000",
        "🏴\u{e0061}\u{e0062}\u{e0063}\u{e0064}\u{e0065}\u{e0066}\u{e007f}",
    ] {
        assert_eq!(clean(written, false), written);
        assert!(is_visible(written));
    }
}

#[test]
fn what_only_hides_goes_from_around_them() {
    for (written, kept) in [
        ("  A.\u{202e}B.\u{2066} ", "A.B."),
        ("my\u{200b} boss\u{7}\r\n", "my boss"),
        ("a\u{200d}b\u{200c}", "ab"),
        ("上\u{200d}a", "上a"),
        ("上\u{200d}\u{200d}\u{200c}", "上"),
        ("a\u{fe0f}", "a"),
        ("❤\u{fe0f}\u{fe0f}\u{e0100}", "❤\u{fe0f}"),
        ("a \u{fe0f}b", "a b"),
        ("🏴\u{e0067}\u{e0062}", "🏴"),
        ("🏴\u{e007f}", "🏴"),
        ("x\u{e0067}\u{e007f}", "x"),
        (
            "🏴\u{e0068}\u{e0069}\u{e0064}\u{e0064}\u{e0065}\u{e006e}\u{e0021}\u{e007f}",
            "🏴",
        ),
        ("a\u{a0}\u{a0}b", "a b"),
        ("a\u{2800}b", "a b"),
        ("क\u{94d} \u{200d}ष", "क\u{94d} ष"),
        ("❤ \u{fe0f}a", "❤ a"),
        // A second joiner behind one that the spelling needs.
        ("ക\u{d4d}\u{200d}\u{200d}ഷ", "ക\u{d4d}\u{200d}ഷ"),
        // A flag of seven tags, the last a digit.
        (
            "🏴\u{e0061}\u{e0062}\u{e0063}\u{e0064}\u{e0065}\u{e0066}\u{e0037}\u{e007f}",
            "🏴",
        ),
        (
            "🏴\u{e0061}\u{e0062}\u{e0063}\u{e0064}\u{e0065}\u{e0066}\u{e0067}\u{e007f}",
            "🏴",
        ),
    ] {
        assert_eq!(clean(written, false), kept, "{written:?}");
        assert_eq!(clean(kept, false), kept, "twice");
    }
    assert_eq!(clean(" a \r\n\r\n\n b\nc\t\n", true), "a\n\nb\nc");
}

#[test]
fn a_cut_takes_nothing_apart() {
    for (text, most, kept) in [
        ("abc", 3, "abc"),
        ("abcd", 3, "abc"),
        ("ae\u{301}b", 2, "a"),
        ("ae\u{301}b", 3, "ae\u{301}"),
        ("a👩\u{200d}💻", 2, "a"),
        ("a👩\u{200d}💻", 3, "a"),
        ("a👩🏽b", 2, "a"),
        ("a🇳🇱🇧🇪", 2, "a"),
        ("a🇳🇱🇧🇪", 3, "a🇳🇱"),
        ("a🇳🇱🇧🇪", 4, "a🇳🇱"),
        ("a❤\u{fe0f}", 2, "a"),
        ("कि", 1, ""),
        ("", 0, ""),
    ] {
        assert_eq!(cut(text, most), kept, "{text:?} {most}");
    }
    let long = "x".repeat(EXCERPT + 1);
    assert_eq!(excerpt(&long), "x".repeat(EXCERPT) + "…");
    assert_eq!(excerpt("\u{202e}a\nb"), "a b");
}
