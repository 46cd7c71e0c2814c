//! What is said about rhythms and calendar entries.

/// How often, and what for.
#[derive(Debug, Clone, Copy)]
pub struct RhythmWords {
    /// How often and how long.
    pub name: &'static str,
    /// With whom, and what it is.
    pub about: &'static str,
    /// Title of the calendar entry, with a name or without.
    pub title: fn(Option<&str>) -> String,
}

/// A rhythm for a relationship.
#[derive(Debug)]
pub struct CadenceWords {
    /// Heading of the screen.
    pub heading: &'static str,
    /// What a rhythm is for.
    pub lede: &'static str,
    /// Legend of the rhythms.
    pub choose: &'static str,
    /// 30 minutes every week.
    pub weekly: RhythmWords,
    /// 30 minutes once a month.
    pub monthly: RhythmWords,
    /// Five minutes on chosen days.
    pub moments: RhythmWords,
    /// Label of the day.
    pub day: &'static str,
    /// Label of the days of micro-moments.
    pub days: &'static str,
    /// The days of the week from Monday.
    pub weekdays: [&'static str; 7],
    /// Label of the time.
    pub time: &'static str,
    /// The reminder, ten minutes before.
    pub reminder: &'static str,
    /// Label of the title.
    pub title: &'static str,
    /// Who can read it.
    pub title_hint: &'static str,
    /// Saves the calendar file.
    pub save: &'static str,
    /// What the file holds.
    pub save_about: &'static str,
    /// Says that it is saved.
    pub saved: &'static str,
    /// Heading of what to do in such a talk.
    pub talk_heading: &'static str,
    /// What to do in it.
    pub talk: &'static [&'static str],
    /// Heading of ideas for micro-moments.
    pub moments_heading: &'static str,
    /// Ideas for them.
    pub moments_ideas: &'static [&'static str],
}
