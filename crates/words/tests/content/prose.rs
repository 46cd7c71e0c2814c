//! Measures of English text: words, sentences, word lists, reading grade and similarity.

use std::collections::BTreeSet;

/// The words of a text in lower case, without punctuation. An apostrophe inside a word is kept as
/// a straight one.
pub(crate) fn words(text: &str) -> Vec<String> {
    text.replace('’', "'")
        .split(|character: char| !character.is_alphanumeric() && character != '\'')
        .map(|word| word.trim_matches('\'').to_lowercase())
        .filter(|word| !word.is_empty())
        .collect()
}

/// The sentences of a text. An ellipsis marks a blank to fill in and does not end a sentence.
pub(crate) fn sentences(text: &str) -> Vec<&str> {
    text.split(['.', '?', '!'])
        .filter(|sentence| !words(sentence).is_empty())
        .collect()
}

/// Every run of `length` consecutive words of a text, also across sentences.
pub(crate) fn runs(text: &str, length: usize) -> BTreeSet<String> {
    let words = words(text);
    words.windows(length).map(|run| run.join(" ")).collect()
}

/// The words of a text that are on a space-separated list, where `fail*` matches every word with
/// that prefix; `None` if there are none.
pub(crate) fn listed(text: &str, list: &str) -> Option<String> {
    let on_list = |word: &&String| {
        list.split_whitespace()
            .any(|entry| match entry.strip_suffix('*') {
                Some(start) => word.starts_with(start),
                None => *word == entry,
            })
    };
    let words = words(text);
    let found: Vec<String> = words.iter().filter(on_list).cloned().collect();
    (!found.is_empty()).then(|| found.join(", "))
}

/// Words whose syllables [`syllables`] would miscount.
const EXCEPTIONS: &[(&str, usize)] = &[
    ("area", 3),
    ("colleague", 2),
    ("idea", 3),
    ("reopen", 3),
    ("something", 2),
];

/// Estimates the syllables of an English word: groups of vowels minus silent endings, at least 1.
pub(crate) fn syllables(word: &str) -> usize {
    let base = word.strip_suffix("'s").unwrap_or(word);
    if let Some((_, count)) = EXCEPTIONS.iter().find(|(known, _)| *known == base) {
        return *count;
    }
    let letters: Vec<char> = base.chars().collect();
    let vowel = |letter: &char| "aeiouy".contains(*letter);
    let starts = (0..letters.len())
        .filter(|index| vowel(&letters[*index]) && (*index == 0 || !vowel(&letters[index - 1])))
        .count();
    let silent = match letters.as_slice() {
        // "people", "settled", "grumbles"
        [.., before, 'l', 'e'] | [.., before, 'l', 'e', 'd' | 's'] => vowel(before),
        [.., before, 'e'] => !vowel(before),
        [.., before, 'e', 'd'] => !vowel(before) && !matches!(before, 't' | 'd'),
        [.., before, 'e', 's'] => {
            !vowel(before) && !matches!(before, 's' | 'x' | 'z' | 'c' | 'g' | 'h')
        }
        _ => false,
    };
    starts.saturating_sub(usize::from(silent)).max(1)
}

/// Reading grade of US schools: 0.39 × words per sentence + 11.8 × syllables per word − 15.59
/// (Kincaid, Fishburne, Rogers and Chissom 1975, Research Branch Report 8-75). Each element is one
/// sentence; split a passage with [`sentences`].
#[expect(clippy::cast_precision_loss, reason = "counts of words")]
pub(crate) fn reading_grade(sentences: &[&str]) -> f64 {
    let words: Vec<String> = sentences.iter().flat_map(|text| words(text)).collect();
    let syllables: usize = words.iter().map(|word| syllables(word)).sum();
    let per_sentence = words.len() as f64 / sentences.len() as f64;
    0.39 * per_sentence + 11.8 * (syllables as f64 / words.len() as f64) - 15.59
}

/// The Jaccard index of two sets (1912): shared elements over all elements, 0 to 1.
#[expect(clippy::cast_precision_loss, reason = "counts of words")]
pub(crate) fn jaccard(a: &BTreeSet<String>, b: &BTreeSet<String>) -> f64 {
    a.intersection(b).count() as f64 / a.union(b).count().max(1) as f64
}

#[test]
fn syllables_are_counted_as_they_are_spoken() {
    for (expected, known) in [
        (1, "i one the asked peer's weighs"),
        (
            2,
            "promised settled grumbles people requests changes started",
        ),
        (3, "exciting opinion decision area different agreement"),
        (4, "apologise unpopular"),
        (5, "organisation"),
    ] {
        for word in known.split(' ') {
            assert_eq!(syllables(word), expected, "{word}");
        }
    }
    // The formula by hand: 4 words, 1 sentence, 5 syllables.
    let by_hand = 0.39 * 4.0 + 11.8 * 5.0 / 4.0 - 15.59;
    assert!((reading_grade(&["I ask my people."]) - by_hand).abs() < 1e-9);
}
