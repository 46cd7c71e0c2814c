//! The screen of rhythms and calendar entries.

/// A rhythm: how often, and for which relationships.
#[derive(Debug, Clone, Copy)]
pub struct RhythmWords {
    /// How often and for how long.
    pub name: &'static str,
    /// For which relationships, and what happens in that time.
    pub about: &'static str,
    /// Title of the calendar entry; takes a name, if there is one.
    pub title: fn(Option<&str>) -> String,
}

/// The texts about rhythms and calendar entries.
#[derive(Debug)]
pub struct CadenceWords {
    /// Heading of the screen.
    pub heading: &'static str,
    /// What a rhythm is for.
    pub lede: &'static str,
    /// Legend of the choice of a rhythm.
    pub choose: &'static str,
    /// Half an hour every week.
    pub weekly: RhythmWords,
    /// Half an hour once a month.
    pub monthly: RhythmWords,
    /// Five minutes on chosen days.
    pub moments: RhythmWords,
    /// Label of the day of the week.
    pub day: &'static str,
    /// Label of the days of micro-moments.
    pub days: &'static str,
    /// The days of the week from Monday.
    pub weekdays: [&'static str; 7],
    /// Label of the time.
    pub time: &'static str,
    /// Setting: a reminder ten minutes before.
    pub reminder: &'static str,
    /// Label of the title of the entry.
    pub title: &'static str,
    /// Who may be able to read the title.
    pub title_hint: &'static str,
    /// Button that saves the calendar file.
    pub save: &'static str,
    /// What the calendar file contains.
    pub save_about: &'static str,
    /// Confirms that the calendar file is saved.
    pub saved: &'static str,
    /// Heading of what to do in half an hour.
    pub talk_heading: &'static str,
    /// What to do in half an hour.
    pub talk: &'static [&'static str],
    /// Heading of ideas for micro-moments.
    pub moments_heading: &'static str,
    /// Ideas for micro-moments.
    pub moments_ideas: &'static [&'static str],
}
