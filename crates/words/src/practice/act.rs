//! The screen of one act and its plan.

/// A belief that keeps people from beginning.
#[derive(Debug, Clone, Copy)]
pub struct Myth {
    /// The belief, in the first person.
    pub belief: &'static str,
    /// The answer to it.
    pub answer: &'static str,
}

/// The texts about an act and its plan.
#[derive(Debug)]
pub struct ActWords {
    /// Heading of the screen.
    pub heading: &'static str,
    /// What to do here.
    pub lede: &'static str,
    /// Label of the chosen relationship.
    pub with: &'static str,
    /// Legend of the choice of an act.
    pub choose: &'static str,
    /// Heading of the first move that follows from the result.
    pub first_move_heading: &'static str,
    /// What the first move rests on.
    pub first_move_about: &'static str,

    /// Label of the opener.
    pub opener: &'static str,
    /// How to use the opener.
    pub opener_hint: &'static str,
    /// Button that restores the suggested opener.
    pub opener_reset: &'static str,
    /// Button that copies the opener.
    pub copy: &'static str,
    /// Confirms that the opener was copied.
    pub copied: &'static str,
    /// Says that the opener could not be copied.
    pub not_copied: &'static str,

    /// Heading of the guidance.
    pub guidance_heading: &'static str,
    /// How to keep the talk from making things worse.
    pub guidance: &'static [&'static str],
    /// What the practice is not for.
    pub limits: &'static str,
    /// Heading of the myths.
    pub myths_heading: &'static str,
    /// Common beliefs, answered.
    pub myths: &'static [Myth],

    /// Heading of the section about whose part is whose.
    pub share_heading: &'static str,
    /// Why to sort it out.
    pub share_lede: &'static str,
    /// Label of the field for the leader’s own part.
    pub mine: &'static str,
    /// Questions that help to see the leader’s part.
    pub mine_prompts: &'static [&'static str],
    /// Label of the field for what is not the leader’s part.
    pub not_mine: &'static str,
    /// Questions that help to see what is not.
    pub not_mine_prompts: &'static [&'static str],

    /// Heading of the if-then plan.
    pub plan_heading: &'static str,
    /// What makes a good if-then plan.
    pub plan_lede: &'static str,
    /// Introduces an example; takes it.
    pub example: fn(&str) -> String,
    /// Label of the first half of the plan.
    pub when: &'static str,
    /// Examples of the first half, as one would type them.
    pub when_examples: &'static [&'static str],
    /// Label of the second half of the plan.
    pub what: &'static str,
    /// Examples of the second half, as one would type them.
    pub what_examples: &'static [&'static str],
    /// The plan as one sentence: first half, second half. An empty half becomes `…`.
    pub plan_sentence: fn(&str, &str) -> String,

    /// Button that saves the plan.
    pub save: &'static str,
    /// Button that opens the plan for editing.
    pub change: &'static str,
    /// Button that drops the plan.
    pub drop: &'static str,
    /// Button that chooses another act in its place.
    pub another: &'static str,
}
