//! The screen of the support circle.

/// The texts of the support circle: questions, and a paragraph for each pattern of answers.
#[derive(Debug)]
pub struct CircleWords {
    /// Heading of the screen.
    pub heading: &'static str,
    /// Introduction to the questions.
    pub lede: &'static str,
    /// Asks whether the role is new.
    pub new_role: &'static str,
    /// Asks about a promotion from within.
    pub from_within: &'static str,
    /// What counts as a promotion from within.
    pub from_within_hint: &'static str,
    /// Asks how many people outside the organisation the leader can think aloud with.
    pub outside: &'static str,
    /// Answer: nobody outside.
    pub outside_nobody: &'static str,
    /// Answer: one person outside.
    pub outside_one: &'static str,
    /// Answer: two or more people outside.
    pub outside_several: &'static str,
    /// Asks whether it is confidential; answered by `yes` and `not_sure`.
    pub confidential: &'static str,
    /// Asks whether they know what the role costs; answered by `yes` and `not_really`.
    pub understands_cost: &'static str,
    /// What a role can cost.
    pub understands_cost_hint: &'static str,
    /// Asks when they last talked.
    pub last_talk: &'static str,
    /// Answer: yes.
    pub yes: &'static str,
    /// Answer: no.
    pub no: &'static str,
    /// Answer: no, to the question about confidence.
    pub not_sure: &'static str,
    /// Answer: no, to the question about the cost of the role.
    pub not_really: &'static str,
    /// Button that clears one answer.
    pub leave_open: &'static str,

    /// Heading of what the answers show.
    pub picture_heading: &'static str,
    /// In place of the paragraph, before the first answer.
    pub empty: &'static str,
    /// Paragraph: nobody outside.
    pub nobody: &'static str,
    /// Paragraph: somebody, but not in confidence.
    pub not_confidential: &'static str,
    /// Paragraph: somebody who does not know the cost of the role.
    pub does_not_know_the_role: &'static str,
    /// Paragraph: somebody, but the last talk was long ago.
    pub long_ago: &'static str,
    /// Paragraph: one person.
    pub one: &'static str,
    /// Paragraph: two or more, with questions still open.
    pub several: &'static str,
    /// Paragraph: two or more, in confidence, who know the role.
    pub well_supported: &'static str,
    /// Addition in the first year of a role.
    pub new_role_note: &'static str,
    /// Addition after a promotion from within.
    pub old_network_note: &'static str,
    /// Where to find help, if there is nobody.
    pub signpost: &'static str,

    /// Heading of the kinds of support.
    pub kinds_heading: &'static str,
    /// Coach, peer advisory group, mentor.
    pub kinds: [SupportKind; 3],
    /// Label before what a kind of support is good for.
    pub good_for: &'static str,
    /// Label before the first step towards a kind of support.
    pub first_step: &'static str,
    /// Button that clears all answers.
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
