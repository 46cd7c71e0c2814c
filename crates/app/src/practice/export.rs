//! The `practice` object of an exported result: written from what the visitor ticked, and read back
//! with limits and paths.

use super::circle::Circle;
use super::plan::{Plan, Words};
use super::relationship::Relationship;
use super::session::Practice;
use super::terms::{Decision, LastTalk, Outcome, Outside};
use super::weekly;
use json::{Cursor, Faults};
use measure::time::UnixMs;
use records::document::{
    CircleDocument, PlanDocument, PracticeDocument, RelationshipDocument, WeekDocument,
};
use records::read::moment;

/// Most relationships in a file: two tabs may each have added as many as one map holds.
pub const IMPORT_LIMIT: usize = 2 * super::map::LIMIT;

/// Most weeks in a file: ten years.
pub const WEEKS_LIMIT: usize = 520;

/// What the visitor ticked; nothing unless they did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Include {
    /// The relationship map.
    pub map: bool,
    /// The support circle.
    pub circle: bool,
    /// The plan under way, and what came of earlier ones.
    pub plan: bool,
}

/// What a file holds of a practice.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Imported {
    /// The relationships, in order.
    pub map: Option<Vec<Relationship>>,
    /// The support circle.
    pub circle: Option<Circle>,
    /// The plan.
    pub plan: Option<ImportedPlan>,
    /// What came of earlier ones, oldest first.
    pub weeks: Vec<ImportedWeek>,
}

/// A plan from a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportedPlan {
    /// With whom: the place in the map of the file, from 0.
    pub with: Option<usize>,
    /// When it was begun.
    pub begun_at: UnixMs,
    /// What it says.
    pub words: Words,
}

/// A week that was looked back on, from a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportedWeek {
    /// What had been planned.
    pub plan: ImportedPlan,
    /// Whether it happened.
    pub outcome: Outcome,
    /// What the visitor noticed.
    pub noticed: String,
    /// What followed.
    pub decision: Decision,
    /// When the visitor looked back.
    pub closed_at: UnixMs,
}

impl Practice {
    /// The ticked parts; `None` if there is nothing in them. Keys stay behind: they name the page
    /// that made them.
    pub fn document(&self, include: Include) -> Option<PracticeDocument> {
        let map = self.map();
        let on_map = |key| map.position(key).filter(|place| *place < IMPORT_LIMIT);
        let people = map.0.iter().take(IMPORT_LIMIT);
        let circle = self.circle();
        let plan_document = |plan: &Plan| {
            let words = plan.words.clone();
            PlanDocument {
                with: on_map(plan.with)
                    .filter(|_| include.map)
                    .map(|place| place + 1),
                place: words.place.as_str(),
                act: words.act.as_str(),
                opener: words.opener,
                when: words.when,
                what: words.what,
                mine: words.mine,
                not_mine: words.not_mine,
                begun_at: plan.begun_at.to_rfc3339(),
            }
        };
        let weeks = self.weeks().into_iter().filter(|_| include.plan);
        let mut weeks: Vec<WeekDocument> = weeks
            .map(|week| WeekDocument {
                plan: plan_document(&week.plan),
                outcome: week.outcome.as_str(),
                noticed: week.noticed.clone(),
                decision: week.decision.as_str(),
                closed_at: week.closed_at.to_rfc3339(),
            })
            .collect();
        weeks.drain(..weeks.len().saturating_sub(WEEKS_LIMIT));
        let plan = self.plan().filter(|_| include.plan);
        let document = PracticeDocument {
            map: (include.map && !map.0.is_empty())
                .then(|| people.map(|(_, one)| relationship(one)).collect()),
            circle: (include.circle && !circle.is_blank()).then(|| circle_document(&circle)),
            plan: plan.map(plan_document),
            weeks,
        };
        (document != PracticeDocument::default()).then_some(document)
    }
}

fn relationship(one: &Relationship) -> RelationshipDocument {
    RelationshipDocument {
        name: one.name.clone(),
        place: one.place.as_str(),
        kind: one.kind.as_str(),
        tie: one.tie.as_str(),
        last_talk: one.last_talk.as_str(),
        important: one.important,
    }
}

fn circle_document(circle: &Circle) -> CircleDocument {
    CircleDocument {
        new_role: circle.new_role,
        from_within: circle.from_within,
        outside: circle.outside.map(Outside::as_str),
        confidential: circle.confidential,
        understands_cost: circle.understands_cost,
        last_talk: circle.last_talk.map(LastTalk::as_str),
    }
}

/// What the `practice` object of a result holds, if it has one; every fault with its path.
pub fn read(root: &Cursor<'_>, faults: &mut Faults) -> Option<Imported> {
    let practice = root.field("practice");
    if practice.is_missing() {
        return None;
    }
    practice.object(faults);
    let (map, circle) = (practice.field("map"), practice.field("circle"));
    let plan = practice.field("plan");
    let map = (!map.is_missing()).then(|| {
        let entries = map.elements(faults);
        if entries.len() > IMPORT_LIMIT {
            map.fault(
                format!("holds more than {IMPORT_LIMIT} relationships"),
                faults,
            );
        }
        let entries = entries.iter().take(IMPORT_LIMIT);
        let read = |entry: &Cursor<'_>| Relationship::read(entry, faults);
        entries.filter_map(read).collect::<Vec<_>>()
    });
    let circle = (!circle.is_missing()).then(|| Circle::read(&circle, faults));
    let people = map.as_ref().map_or(0, Vec::len);
    let plan = if plan.is_missing() {
        None
    } else {
        read_plan(&plan, people, faults)
    };
    let weeks = read_weeks(&practice.field("weeks"), people, faults);
    Some(Imported {
        map,
        circle,
        plan,
        weeks,
    })
}

fn read_plan(place: &Cursor<'_>, people: usize, faults: &mut Faults) -> Option<ImportedPlan> {
    let words = Words::read(place, faults);
    let begun_at = moment(&place.field("begun_at"), faults);
    let with_place = place.field("with");
    let with = if with_place.is_missing() {
        None
    } else {
        let number = with_place.whole(faults);
        let number = number.and_then(|number| usize::try_from(number).ok()?.checked_sub(1));
        let with = number.filter(|place| *place < people);
        if with.is_none() {
            with_place.fault("is not a place in the map", faults);
        }
        with
    };
    Some(ImportedPlan {
        with,
        begun_at: begun_at?,
        words: words?,
    })
}

fn read_weeks(place: &Cursor<'_>, people: usize, faults: &mut Faults) -> Vec<ImportedWeek> {
    if place.is_missing() {
        return Vec::new();
    }
    let entries = place.elements(faults);
    if entries.len() > WEEKS_LIMIT {
        place.fault(format!("holds more than {WEEKS_LIMIT} weeks"), faults);
    }
    let entries = entries.iter().take(WEEKS_LIMIT);
    let read = |entry: &Cursor<'_>| {
        entry.object(faults);
        let plan_place = entry.field("plan");
        let plan = read_plan(&plan_place, people, faults);
        let (outcome, noticed, decision, closed_at) = weekly::read_outcome(entry, faults)?;
        Some(ImportedWeek {
            plan: plan?,
            outcome,
            noticed,
            decision,
            closed_at,
        })
    };
    entries.filter_map(read).collect()
}
