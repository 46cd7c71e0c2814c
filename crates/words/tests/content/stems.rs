//! Rules for the statements of the questionnaire, in English: one plain sentence and one idea each,
//! without negation, frequency or idioms, and no two alike.

use std::collections::BTreeSet;

use super::prose::{jaccard, listed, sentences, words};
use super::texts::Text;
use super::{english, hold, too_hard, too_long};

/// Negation that a respondent would have to undo. A reverse-keyed item names the opposite behaviour
/// instead (Weijters and Baumgartner 2012).
const NEGATIONS: &str = "not no never none nor neither nothing nobody nowhere without cannot \
    hardly barely scarcely rarely seldom lack* fail* refus* avoid* unable unwilling* instead";

/// How often something happens, which the response options ask.
const FREQUENCIES: &str =
    "often sometimes usually frequently occasionally mostly always ever every constantly";

/// Joins of two ideas, of which a respondent might do one.
const JOINS: &str = "and or but also";

/// Figures of speech, which mislead a translator and a reader from elsewhere.
const IDIOMS: &[&str] = &[
    "weigh on",
    "weighs on",
    "presses me",
    "picks a course",
    "safe side",
    "out loud",
    "first move",
    "different story",
    "grumble",
    "hold to",
    "a hand ",
    "slip",
    "own it",
    "spell out",
    "sharp",
    "hard stretch",
    "share out",
    "on board",
    "on the same page",
    "on the table",
    "in the loop",
    "touch base",
    "speak up",
    "stand up for",
    "step up",
    "push back",
    "reach out",
    "go the extra",
    "big picture",
    "buy-in",
    "face to face",
    "my plate",
    "their plate",
    "on track",
    "walk the talk",
    "heads up",
];

fn idiom(text: &str) -> Option<String> {
    let text = text.to_lowercase();
    let found = IDIOMS.iter().find(|idiom| text.contains(**idiom))?;
    Some(format!("“{found}”"))
}

/// What is wrong with a statement, whoever answers it.
pub(crate) fn unplain(statement: &str) -> Option<String> {
    let several = sentences(statement).len() != 1 || !statement.ends_with('.');
    let contracted = words(statement)
        .into_iter()
        .find(|word| word.ends_with("n't"));
    too_long(statement, 20)
        .or(too_hard(statement, 9.0))
        .or(listed(statement, NEGATIONS))
        .or(listed(statement, FREQUENCIES))
        .or(listed(statement, JOINS))
        .or(idiom(statement))
        .or(contracted)
        .or(several.then(|| "not one sentence".into()))
}

#[test]
fn a_stem_is_one_plain_sentence_in_the_first_person() {
    for wrong in [
        "I thank my boss and my peers.",
        "I never thank my boss.",
        "I don’t thank my boss.",
        "I thank my boss out loud.",
        "I thank my boss. I wait.",
    ] {
        assert!(unplain(wrong).is_some(), "{wrong}");
    }
    hold(english().below("questionnaire.stem"), |stem| {
        let silent = listed(stem, "i").is_none();
        unplain(stem).or(silent.then(|| "nobody speaks".into()))
    });
}

/// Words of grammar, and the people that an item is about: not what it asks.
const NOT_CONTENT: &str = "a an the i me my mine our we us it its they them their theirs those that this there what \
    when where who why how to of in on at by for from with as if or and is am are was were been have has do so too \
    than before after while until about above against beyond into out over under up off back \
    can will would should even more much only still now one boss leader leaders senior peer peers \
    peer's colleague partner team team's teams people person staff someone someone's member group";

/// Two statements that share more than a quarter of their content words ask the same.
pub(crate) fn alike(statements: &[&Text]) -> Vec<String> {
    let content = |text: &Text| -> BTreeSet<String> {
        let words = words(&text.text).into_iter();
        words
            .filter(|word| !NOT_CONTENT.split(' ').any(|entry| entry == word))
            .collect()
    };
    let mut pairs = Vec::new();
    for (index, one) in statements.iter().enumerate() {
        for other in &statements[index + 1..] {
            let overlap = jaccard(&content(one), &content(other));
            if overlap > 0.25 {
                pairs.push(format!("{overlap:.2}: {} {}", one.text, other.text));
            }
        }
    }
    pairs
}

#[test]
fn no_two_stems_share_much_of_their_content() {
    let language = english();
    let stems: Vec<&Text> = language.below("questionnaire.stem").collect();
    assert_eq!(alike(&stems), Vec::<String>::new());
    let text = |text: &str| Text {
        name: String::new(),
        text: text.to_owned(),
    };
    let boss = text("I thank my boss for a favour.");
    let peer = text("I thank peers for a favour.");
    assert_eq!(alike(&[&boss, &peer]).len(), 1, "only the people differ");
}
