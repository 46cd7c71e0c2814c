//! The printed plan.

/// The texts of the printed plan.
#[derive(Debug)]
pub struct SheetWords {
    /// Button that prints the plan.
    pub print: &'static str,
    /// Title of the page.
    pub title: &'static str,
    /// Date of the plan; takes it.
    pub made_on: fn(&str) -> String,
    /// Heading of the name.
    pub with: &'static str,
    /// Heading of the act.
    pub act: &'static str,
    /// Heading of the opener.
    pub opener: &'static str,
    /// Heading of the if-then sentence.
    pub plan: &'static str,
    /// Heading of the guidance.
    pub guidance: &'static str,
    /// Heading of the lines for looking back.
    pub look_back: &'static str,
    /// Questions with room for an answer.
    pub look_back_lines: [&'static str; 3],
    /// Footer: the note is private.
    pub privacy: &'static str,
}
