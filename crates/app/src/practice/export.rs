//! The practice as part of an exported result: what the visitor ticked.

use super::include::Include;
use super::plan::Plan;
use super::session::Practice;
use records::format::List;
use records::practice::{
    ExportedPlan, ExportedWeek, MAX_EXPORTED_RELATIONSHIPS, MAX_EXPORTED_WEEKS, MapIndex,
    PracticeDocument, Words,
};

impl Practice {
    /// The ticked parts; `None` if there is nothing in them. Keys are left out: they name the page
    /// that made them.
    pub fn document(&self, include: Include) -> Option<PracticeDocument> {
        let map = self.map();
        let export = |plan: &Plan| {
            let index = map.position(plan.with).filter(|_| include.map);
            let index = index.filter(|index| *index < MAX_EXPORTED_RELATIONSHIPS);
            ExportedPlan {
                with: index.map(MapIndex),
                // The sentence names the person, as the map does.
                words: Words {
                    says: plan.words.says.clone().filter(|_| include.map),
                    ..plan.words.clone()
                },
                begun_at: plan.begun_at,
                day: plan.day,
            }
        };
        let people = map.0.iter().take(MAX_EXPORTED_RELATIONSHIPS);
        let people = people.filter(|_| include.map);
        let weeks = self.weeks().into_iter().filter(|_| include.plan);
        let mut weeks: Vec<ExportedWeek> = weeks
            .map(|week| ExportedWeek {
                plan: export(&week.plan),
                outcome: week.outcome,
                noticed: week.noticed.clone(),
                decision: week.decision,
                closed_at: week.closed_at,
            })
            .collect();
        weeks.drain(..weeks.len().saturating_sub(MAX_EXPORTED_WEEKS));
        let circle = self.circle();
        let document = PracticeDocument {
            map: List(people.map(|(_, one)| one.clone()).collect()),
            circle: (include.circle && !circle.is_blank()).then_some(circle),
            plan: self.plan().filter(|_| include.plan).map(export),
            weeks: List(weeks),
        };
        (document != PracticeDocument::default()).then_some(document)
    }
}
