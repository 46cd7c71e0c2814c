//! The screens of the practice, each with the form that it shows.

use super::calendar::{Appointment, DAY_MINUTES};
use super::map::Map;
use super::plan::{Plan, PlanDraft};
use super::relationship::{Draft, Key};
use super::text::{Field, Lacking};
use crate::screen::Part;
use records::practice::{Kind, Outcome, Rhythm, Weekday};

/// The screen that is shown.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Screen {
    /// The relationships around the visitor, and what they show.
    #[default]
    Map,
    /// The form for a relationship.
    Edit(Editing),
    /// The support circle.
    Circle,
    /// The form for an act.
    Act(Acting),
    /// The plan under way.
    Plan,
    /// A regular time for the calendar.
    Cadence(Cadence),
    /// Looking back on last week's act.
    Week(LookingBack),
    /// The audit again, after twelve weeks.
    Audit,
}

impl Screen {
    /// The part that opens this screen, or the nearest to it.
    pub fn part(&self) -> Part {
        match self {
            Self::Map | Self::Edit(_) => Part::Map,
            Self::Circle => Part::Circle,
            _ => Part::Practice,
        }
    }
}

/// The form for a relationship.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Editing {
    /// The relationship that is edited; `None`: a new one.
    pub key: Option<Key>,
    /// As far as it is filled in.
    pub draft: Draft,
    /// What was lacking when the visitor last pressed Save.
    pub lacking: Vec<Lacking>,
}

/// The form for an act.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Acting {
    /// As far as it is filled in.
    pub draft: PlanDraft,
    /// What was lacking when the visitor last pressed Save.
    pub lacking: Vec<Lacking>,
}

/// The form for looking back on a week.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LookingBack {
    /// The plan that the form asks about, even if another tab saves another meanwhile.
    pub plan: Option<Plan>,
    /// Whether the visitor was away for more than two weeks.
    pub after_a_gap: bool,
    /// Whether the act happened.
    pub outcome: Option<Outcome>,
    /// What the visitor noticed, as typed.
    pub noticed: String,
    /// What was lacking when the visitor last decided what follows.
    pub lacking: Vec<Lacking>,
}

impl LookingBack {
    /// Whether the visitor answered anything that would be lost.
    pub(super) fn is_begun(&self) -> bool {
        self.outcome.is_some() || !self.noticed.is_empty()
    }

    /// Whether the plan that it asks about is over or gone, and nothing was answered here.
    pub(super) fn is_outdated(&self, running: Option<&Plan>) -> bool {
        let key = |plan: Option<&Plan>| plan.map(|plan| plan.key);
        !self.is_begun() && key(self.plan.as_ref()) != key(running)
    }
}

/// The form for a regular time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cadence {
    /// The relationship that the time is for, if it is for one on the map.
    pub with: Option<Key>,
    /// How often the time recurs.
    pub rhythm: Rhythm,
    /// The days, Monday first.
    pub days: Vec<Weekday>,
    /// The time of day, in minutes after local midnight.
    pub time: u16,
    /// Whether the calendar reminds.
    pub reminder: bool,
    /// The title that the visitor wrote; `None`: the proposed one is used.
    pub summary: Option<String>,
    /// What was lacking when the visitor last pressed Save.
    pub lacking: Vec<Lacking>,
    /// Whether the file was offered since the form last changed.
    pub saved: bool,
    /// Whether the browser may hide in which zone the time in that file is.
    pub zone_hidden: bool,
}

impl Cadence {
    /// A form for somebody on the map, or for nobody in particular.
    pub fn with(map: &Map, key: Option<Key>) -> Self {
        let mut form = Self {
            with: None,
            rhythm: Rhythm::Weekly,
            days: Vec::new(),
            time: 9 * 60,
            reminder: true,
            summary: None,
            lacking: Vec::new(),
            saved: false,
            zone_hidden: false,
        };
        form.pick_rhythm(Rhythm::Weekly);
        if let Some(key) = key {
            form.choose(map, key);
        }
        form
    }

    /// Sets the relationship, and the rhythm that suits it.
    pub fn choose(&mut self, map: &Map, key: Key) {
        if let Some(one) = map.get(key) {
            self.with = Some(key);
            self.pick_rhythm(one.kind.map_or(Rhythm::Weekly, Kind::usual_rhythm));
        }
    }

    /// Sets the rhythm, on Tuesdays or on all workdays until other days are picked.
    pub fn pick_rhythm(&mut self, rhythm: Rhythm) {
        let days: &[Weekday] = match rhythm {
            Rhythm::Weekly | Rhythm::Monthly => &[Weekday::Tuesday],
            Rhythm::Moments => Weekday::ALL.get(..5).unwrap_or_default(),
        };
        self.days = days.to_vec();
        self.rhythm = rhythm;
    }

    /// Picks a day, or unpicks it where there can be several.
    pub fn toggle_day(&mut self, day: Weekday) {
        if self.rhythm != Rhythm::Moments {
            self.days = vec![day];
        } else if self.days.contains(&day) {
            self.days.retain(|other| *other != day);
        } else {
            self.days.push(day);
            self.days.sort_unstable();
        }
    }

    /// The regular time with the title as shown.
    ///
    /// # Errors
    /// What is lacking; never empty.
    pub fn finish(&self, summary: &str) -> Result<Appointment, Vec<Lacking>> {
        let mut lacking = Vec::new();
        if self.days.is_empty() {
            lacking.push(Lacking::Day);
        }
        let summary = Field::Summary.take(summary, &mut lacking);
        let Some(summary) = summary.filter(|_| lacking.is_empty()) else {
            return Err(lacking);
        };
        Ok(Appointment {
            rhythm: self.rhythm,
            days: self.days.clone(),
            time: self.time.min(DAY_MINUTES - 1),
            reminder: self.reminder,
            summary,
        })
    }
}
