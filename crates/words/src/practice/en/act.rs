//! One act, and the plan for it.

use crate::practice::{ActWords, Myth};

pub(super) const ACT: ActWords = ActWords {
    heading: "One act this week",
    lede: "One person, one act, small enough to fit between two meetings.",
    with: "With",
    choose: "What would you like to do?",
    first_move_heading: "Or start from your result",
    first_move_about: "A hint from one field of your map, which rests on one or two answers.",

    opener: "How you might begin",
    opener_hint: "Change it until it sounds like you. Each … waits for something that happened.",
    opener_reset: "Bring back the suggestion",
    copy: "Copy the words",
    copied: "The words are on the clipboard.",
    not_copied: "This browser did not let the words be copied. You can select them by hand.",

    guidance_heading: "How not to make it worse",
    guidance: &[
        "Speak of what your act did, and leave out what you meant by it. Your intention is known to you; the other person only met the result.",
        "Ask before you assume. “How was that for you?” takes five words, and the answer is seldom the one you rehearsed.",
        "No “but” after “I am sorry”. What follows it takes the apology back.",
        "Choose a quiet moment: no audience, no hand on the door, and time for an answer that you did not expect.",
        "Do it for its own sake. They may be surprised or wary, or say nothing for a week, and they owe you no thanks.",
        "If they would rather not talk, leave it there. Say that the offer stands, and mean it.",
    ],
    limits: "This is for ordinary strain. Where there is threat, harassment or fear, turn first to someone you trust or to the contact your organisation names for it; a kind opening line is the wrong tool there.",
    myths_heading: "What may hold you back",
    myths: &[
        Myth {
            belief: "“If it were good, it would not be such hard work.”",
            answer: "The ones that last have had hard weeks too. As a rule somebody came back to the table.",
        },
        Myth {
            belief: "“If they wanted to mend it, they would have said so.”",
            answer: "They may be thinking the same of you. Going first admits nothing; it only means that one of you has begun.",
        },
        Myth {
            belief: "“We used to be closer, so something must have broken.”",
            answer: "Distance comes and goes with projects, moves and children. On its own it says little; a short visit back can say more.",
        },
        Myth {
            belief: "“First I have to find the right words.”",
            answer: "A plain sentence this week may do more than a fine one next month. Much of what counts is that you came.",
        },
        Myth {
            belief: "“There is no time for this.”",
            answer: "Two lines fit between two meetings. The talk that is put off takes time as well, only later and more of it.",
        },
    ],

    share_heading: "What’s yours, and what isn’t",
    share_lede: "A relationship has two sides, and their shares are seldom equal. Sorting it out beforehand keeps you from taking on too much, or too little.",
    mine: "What is mine here",
    mine_prompts: &[
        "What did I do or leave undone that a camera could have seen?",
        "What have I expected of them and not said?",
        "What can I do this week, even if they change nothing?",
    ],
    not_mine: "What is not mine here",
    not_mine_prompts: &[
        "What can only they decide, such as whether to answer?",
        "What comes from the work itself: targets, a reorganisation, too few hands?",
        "What am I carrying for them without having been asked to?",
    ],

    plan_heading: "When, and what",
    plan_lede: "Tie the act to something that will happen anyway this week. Then you need not remember it; the moment reminds you.",
    when: "When …",
    example: |text| format!("For example: {text}"),
    when_examples: &[
        "the Monday meeting ends",
        "I have poured my coffee on Wednesday",
        "I walk past their door for the first time",
        "I close my laptop on Thursday",
        "the train leaves on Friday afternoon",
    ],
    what: "… I will …",
    what_examples: &[
        "read the message aloud once and send it",
        "ask for ten minutes",
        "put my phone away and ask how they are",
    ],
    plan_sentence,

    save: "Take this on",
    change: "Change the plan",
    drop: "Let it go",
    another: "Choose another act",
};

/// Builds "When A, I will B.", without doubling a "When", "I will" or full stop that was typed.
fn plan_sentence(when: &str, what: &str) -> String {
    let when = half(when, &["when", "if"]);
    let what = half(what, &["i will", "i’ll", "i'll"]);
    let said = what.trim_end_matches('”');
    let end = if said.ends_with(['.', '!', '?', '…']) {
        ""
    } else {
        "."
    };
    format!("When {when}, I will {what}{end}")
}

/// One half without the words that the sentence adds; `…` for an empty one.
fn half<'a>(text: &'a str, beginnings: &[&str]) -> &'a str {
    let text = text.trim_matches(|end: char| end.is_whitespace() || matches!(end, ',' | ';'));
    let rest = beginnings.iter().find_map(|beginning| {
        let (start, rest) = text.split_at_checked(beginning.len())?;
        let whole_word = rest.is_empty() || rest.starts_with(char::is_whitespace);
        (whole_word && start.eq_ignore_ascii_case(beginning)).then_some(rest)
    });
    match rest.unwrap_or(text).trim() {
        "" => "…",
        half => half,
    }
}

#[cfg(test)]
mod tests {
    use super::{ACT, plan_sentence};

    #[test]
    fn typed_connectives_are_not_doubled() {
        for (when, what, sentence) in [
            (
                "the Monday meeting ends",
                "ask for ten minutes",
                "When the Monday meeting ends, I will ask for ten minutes.",
            ),
            (
                " When I close my laptop, ",
                "I will write to K.",
                "When I close my laptop, I will write to K.",
            ),
            (
                "if the train leaves",
                "I’ll ask: “How are you?”",
                "When the train leaves, I will ask: “How are you?”",
            ),
            (
                "WHEN it is noon",
                "i'll say “thank you”",
                "When it is noon, I will say “thank you”.",
            ),
            ("", "", "When …, I will …"),
            ("when", " I will ", "When …, I will …"),
            ("é", "ü", "When é, I will ü."),
            ("Whenever", "i willow", "When Whenever, I will i willow."),
        ] {
            assert_eq!(plan_sentence(when, what), sentence);
        }
        for when in ACT.when_examples {
            for what in ACT.what_examples {
                let sentence = plan_sentence(when, what);
                assert_eq!(sentence, format!("When {when}, I will {what}."));
            }
        }
    }
}
