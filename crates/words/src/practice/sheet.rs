//! What stands on the printed plan.

/// The plan on one page.
#[derive(Debug)]
pub struct SheetWords {
    /// Prints it.
    pub print: &'static str,
    /// Title.
    pub title: &'static str,
    /// When it was made; takes a date.
    pub made_on: fn(&str) -> String,
    /// Above the name.
    pub with: &'static str,
    /// Above the act.
    pub act: &'static str,
    /// Above the opener.
    pub opener: &'static str,
    /// Above the if-then sentence.
    pub plan: &'static str,
    /// Above the guidance.
    pub guidance: &'static str,
    /// Above the empty lines for looking back.
    pub look_back: &'static str,
    /// What to write on them.
    pub look_back_lines: [&'static str; 3],
    /// At the foot: whose business it is.
    pub privacy: &'static str,
}
