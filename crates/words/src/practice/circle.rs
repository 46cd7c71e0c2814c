//! What the support circle says.

/// The support circle: questions, and one paragraph for each pattern of answers that matters.
#[derive(Debug)]
pub struct CircleWords {
    /// Heading of the screen.
    pub heading: &'static str,
    /// What this is.
    pub lede: &'static str,
    /// Asks whether the role is new.
    pub new_role: &'static str,
    /// Asks about a promotion from within.
    pub from_within: &'static str,
    /// What counts as one.
    pub from_within_hint: &'static str,
    /// Asks how many there are outside.
    pub outside: &'static str,
    /// Nobody.
    pub outside_nobody: &'static str,
    /// One.
    pub outside_one: &'static str,
    /// Two or more.
    pub outside_several: &'static str,
    /// Asks whether it is confidential; answered by `yes` and `not_sure`.
    pub confidential: &'static str,
    /// Asks whether they know what the role costs; answered by `yes` and `not_really`.
    pub understands_cost: &'static str,
    /// What that means.
    pub understands_cost_hint: &'static str,
    /// Asks when they last talked.
    pub last_talk: &'static str,
    /// Yes.
    pub yes: &'static str,
    /// No.
    pub no: &'static str,
    /// No, about confidence.
    pub not_sure: &'static str,
    /// No, about knowing the role.
    pub not_really: &'static str,
    /// Takes an answer back.
    pub leave_open: &'static str,

    /// Heading of what the answers show.
    pub picture_heading: &'static str,
    /// Stands where nothing is answered yet.
    pub empty: &'static str,
    /// Nobody outside.
    pub nobody: &'static str,
    /// Somebody, but what is said may travel.
    pub not_confidential: &'static str,
    /// Somebody, but without an idea of what the role costs.
    pub does_not_know_the_role: &'static str,
    /// Somebody, but the last talk is long ago.
    pub long_ago: &'static str,
    /// One person.
    pub one: &'static str,
    /// Two or more, and not everything about them is answered.
    pub several: &'static str,
    /// Two or more, in confidence, who know the role.
    pub well_supported: &'static str,
    /// Added in the first year.
    pub new_role_note: &'static str,
    /// Added after a promotion from within: the old network.
    pub old_network_note: &'static str,
    /// Points to help, where nobody is there.
    pub signpost: &'static str,

    /// Heading of the kinds of support.
    pub kinds_heading: &'static str,
    /// Coach, peer advisory group, mentor.
    pub kinds: [SupportKind; 3],
    /// Label before what a kind is good for.
    pub good_for: &'static str,
    /// Label before its first step.
    pub first_step: &'static str,
    /// Clears the answers.
    pub clear: &'static str,
}

/// A kind of support.
#[derive(Debug, Clone, Copy)]
pub struct SupportKind {
    /// What it is called.
    pub name: &'static str,
    /// What it is good for.
    pub good_for: &'static str,
    /// How to begin.
    pub first_step: &'static str,
}
