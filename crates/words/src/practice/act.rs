//! What is said about an act and its plan.

/// A belief that keeps people from beginning.
#[derive(Debug, Clone, Copy)]
pub struct Myth {
    /// The belief, as one says it to oneself.
    pub belief: &'static str,
    /// What can be said to it.
    pub answer: &'static str,
}

/// One act for one relationship.
#[derive(Debug)]
pub struct ActWords {
    /// Heading of the screen.
    pub heading: &'static str,
    /// What to do here.
    pub lede: &'static str,
    /// Label of the chosen relationship.
    pub with: &'static str,
    /// Legend of the acts.
    pub choose: &'static str,
    /// Heading of the first move that goes with the audit's result.
    pub first_move_heading: &'static str,
    /// What it rests on.
    pub first_move_about: &'static str,

    /// Label of the opener.
    pub opener: &'static str,
    /// How to use it.
    pub opener_hint: &'static str,
    /// Brings the proposed opener back.
    pub opener_reset: &'static str,
    /// Copies the opener.
    pub copy: &'static str,
    /// Says that it is copied.
    pub copied: &'static str,
    /// Says that it could not be copied.
    pub not_copied: &'static str,

    /// Heading of the guidance.
    pub guidance_heading: &'static str,
    /// How not to make it worse.
    pub guidance: &'static [&'static str],
    /// What this practice is not for.
    pub limits: &'static str,
    /// Heading of the myths.
    pub myths_heading: &'static str,
    /// Common ones, answered.
    pub myths: &'static [Myth],

    /// Heading of the shared responsibility.
    pub share_heading: &'static str,
    /// What sorting it out is for.
    pub share_lede: &'static str,
    /// Label of the leader's own part.
    pub mine: &'static str,
    /// Questions that help to see it.
    pub mine_prompts: &'static [&'static str],
    /// Label of what is not the leader's.
    pub not_mine: &'static str,
    /// Questions that help to see it.
    pub not_mine_prompts: &'static [&'static str],

    /// Heading of the if-then plan.
    pub plan_heading: &'static str,
    /// What makes a good one.
    pub plan_lede: &'static str,
    /// Stands before an example.
    pub example: fn(&str) -> String,
    /// Label of its first half.
    pub when: &'static str,
    /// Examples of it, as one would type them.
    pub when_examples: &'static [&'static str],
    /// Label of its second half.
    pub what: &'static str,
    /// Examples of it, as one would type them.
    pub what_examples: &'static [&'static str],
    /// The plan as one sentence: when, what. An empty half becomes `…`.
    pub plan_sentence: fn(&str, &str) -> String,

    /// Keeps the plan.
    pub save: &'static str,
    /// Opens the plan again.
    pub change: &'static str,
    /// Lets the plan go.
    pub drop: &'static str,
    /// Chooses another act in its place.
    pub another: &'static str,
}
