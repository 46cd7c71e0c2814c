//! Measures of English text, for judging wording.

use std::collections::BTreeSet;

/// Words in lower case, without punctuation; an apostrophe inside a word stays, as a straight one.
pub fn words(text: &str) -> Vec<String> {
    text.replace('’', "'")
        .split(|character: char| !character.is_alphanumeric() && character != '\'')
        .map(|word| word.trim_matches('\'').to_lowercase())
        .filter(|word| !word.is_empty())
        .collect()
}

/// The sentences of a text; an ellipsis, which stands for a blank to fill in, ends none.
pub fn sentences(text: &str) -> Vec<&str> {
    text.split(['.', '?', '!'])
        .filter(|sentence| !words(sentence).is_empty())
        .collect()
}

/// Every run of `length` words of a text, inside its sentences and across them.
pub fn runs(text: &str, length: usize) -> BTreeSet<String> {
    let words = words(text);
    words.windows(length).map(|run| run.join(" ")).collect()
}

/// The words of a text that are on a list, where `fail*` stands for every word that begins so.
pub fn listed(text: &str, list: &str) -> Option<String> {
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

/// Words that leave no room.
pub const ABSOLUTES: &str =
    "always never ever every everyone everything all constantly completely entirely totally";

/// Words of the trade that a leader between two meetings should not have to translate.
pub const JARGON: &str = "leverag* synerg* stakeholder* empower* alignment align* proactiv* \
    bandwidth onboard* deliverable* kpi* okr* feedback transparen* facilitat* escalat* cascade* \
    impactful psychological*";

/// American spellings.
pub const AMERICAN: &str = "organiz* recogniz* apologiz* realiz* prioritiz* summariz* criticiz* \
    emphasiz* analyz* candor* behavior* favor* honor* color* labor* neighbor* humor center* \
    defense offense judgment* fulfill canceled canceling traveled traveling modeled modeling \
    program gotten skillful acknowledgment";

/// Words whose syllables the rules below get wrong.
const EXCEPTIONS: &[(&str, usize)] = &[
    ("area", 3),
    ("colleague", 2),
    ("idea", 3),
    ("reopen", 3),
    ("something", 2),
];

/// Syllables of an English word: groups of vowels, less the endings that are not spoken.
pub fn syllables(word: &str) -> usize {
    let base = word.strip_suffix("'s").unwrap_or(word);
    if let Some((_, count)) = EXCEPTIONS.iter().find(|(known, _)| *known == base) {
        return *count;
    }
    let letters: Vec<char> = base.chars().collect();
    let vowel = |letter: &char| "aeiouy".contains(*letter);
    let starts = (0..letters.len())
        .filter(|place| vowel(&letters[*place]) && (*place == 0 || !vowel(&letters[place - 1])))
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
/// (Kincaid, Fishburne, Rogers and Chissom 1975, Research Branch Report 8-75). Every text is one
/// sentence; a passage comes through [`sentences`].
#[expect(clippy::cast_precision_loss, reason = "counts of words")]
pub fn reading_grade(sentences: &[&str]) -> f64 {
    let words: Vec<String> = sentences.iter().flat_map(|text| words(text)).collect();
    let syllables: usize = words.iter().map(|word| syllables(word)).sum();
    let per_sentence = words.len() as f64 / sentences.len() as f64;
    0.39 * per_sentence + 11.8 * (syllables as f64 / words.len() as f64) - 15.59
}

/// Shared elements over all elements of two sets (Jaccard 1912), 0 to 1.
#[expect(clippy::cast_precision_loss, reason = "counts of words")]
pub fn jaccard(a: &BTreeSet<String>, b: &BTreeSet<String>) -> f64 {
    a.intersection(b).count() as f64 / a.union(b).count().max(1) as f64
}

/// How many words must be put in, taken out or replaced to turn one text into the other
/// (Levenshtein 1966, over words).
pub fn word_distance(a: &[String], b: &[String]) -> usize {
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, left) in a.iter().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, right) in b.iter().enumerate() {
            let replaced = diagonal + usize::from(left != right);
            diagonal = row[j + 1];
            row[j + 1] = replaced.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row[b.len()]
}

/// Fails with every named text that breaks a rule, not only the first.
pub fn hold<'a>(
    rule: &str,
    texts: impl IntoIterator<Item = (&'a str, &'a str)>,
    broken: impl Fn(&str) -> Option<String>,
) {
    let faults: Vec<String> = texts
        .into_iter()
        .filter_map(|(name, text)| broken(text).map(|why| format!("{name}: {why}: {text}")))
        .collect();
    assert!(faults.is_empty(), "{rule}\n{}", faults.join("\n"));
}

/// Says how many words a text has, if more than `limit`.
pub fn too_many(text: &str, limit: usize) -> Option<String> {
    let count = words(text).len();
    (count > limit).then(|| format!("{count} words"))
}

/// Says how hard a passage is to read, if harder than grade `limit`.
pub fn too_hard(text: &str, limit: f64) -> Option<String> {
    let grade = reading_grade(&sentences(text));
    (grade > limit).then(|| format!("grade {grade:.1}"))
}
