//! Rules for the stems of the questionnaire, in English: one plain sentence each, in the first
//! person, without negation, frequency or absolutes, and no two alike.

use std::collections::BTreeSet;

use super::prose::{jaccard, listed, sentences, words};
use super::{english, hold, too_hard, too_long};

/// Negation that a respondent would have to undo. A reverse-keyed item names the opposite behaviour
/// instead (Weijters and Baumgartner 2012).
const NEGATIONS: &str = "not no never none nor neither nothing nobody nowhere without cannot \
    hardly barely scarcely rarely seldom lack* fail* refus* avoid* unable unwilling* instead";

/// How often something happens, which the response options ask.
const FREQUENCIES: &str =
    "often sometimes usually frequently occasionally mostly always ever every constantly";

#[test]
fn a_stem_is_one_plain_sentence_in_the_first_person() {
    hold(english().below("items."), |stem| {
        let several = sentences(stem).len() != 1 || !stem.ends_with('.');
        let silent = listed(stem, "i me my mine our we us").is_none();
        let contracted = words(stem).into_iter().find(|word| word.ends_with("n't"));
        too_long(stem, 20)
            .or(too_hard(stem, 9.0))
            .or(listed(stem, NEGATIONS))
            .or(listed(stem, FREQUENCIES))
            .or(contracted)
            .or(silent.then(|| "nobody speaks".into()))
            .or(several.then(|| "not one sentence".into()))
    });
}

/// Words of grammar, and the people that an item is about: not what it asks.
const NOT_CONTENT: &str = "a an the i me my mine our we it its they them their those that this there what when where \
    who why how to of in on at by for from with as if or and is am are were been have do so too \
    than before after while until about above against beyond into out over under up off back \
    can will would should even more much only still now one boss leaders senior peer peers \
    peer's colleague partner team teams people person staff someone someone's member group";

#[test]
fn no_two_stems_share_much_of_their_content() {
    let language = english();
    let content = |stem: &str| -> BTreeSet<String> {
        let words = words(stem).into_iter();
        words
            .filter(|word| !NOT_CONTENT.split(' ').any(|entry| entry == word))
            .collect()
    };
    let stems: Vec<_> = language.below("items.").map(|stem| &stem.text).collect();
    for (index, stem) in stems.iter().enumerate() {
        for other in &stems[index + 1..] {
            // Stems have four to nine content words. Beyond a quarter, two ask the same.
            let overlap = jaccard(&content(stem), &content(other));
            assert!(overlap <= 0.25, "{overlap:.2}: {stem} {other}");
        }
    }
}
