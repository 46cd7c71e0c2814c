//! Results as data to import: a row of variable names, then a row for each result.

use measure::instrument::{Instrument, ScaleIndex};
use measure::response::Response;
use measure::scoring::{Scores, score};
use measure::time::UnixMs;
use records::csv::row;

use super::dictionary::{Fact, Figure, Holds, Layout, NOT_APPLICABLE};
use crate::Answered;
use crate::codebook::Figures;

/// Each result once. Records are named by the results, so that the same result is the same record
/// whenever it is imported.
#[must_use]
pub fn data(instrument: &Instrument, results: &[Answered]) -> String {
    let layout = Layout::of(instrument);
    let [statements, result] = &layout.forms;
    let complete = [statements, result].map(|form| (format!("{form}_complete"), Holds::Complete));
    // `REDCap` expects no data of what is only shown.
    let fields = layout.fields.into_iter();
    let columns: Vec<(String, Holds)> = fields
        .filter(|(_, holds)| *holds != Holds::Nothing)
        .map(|(field, holds)| (field.name, holds))
        .chain(complete)
        .collect();
    let mut text = String::from('\u{feff}');
    row(&mut text, columns.iter().map(|(name, _)| name.as_str()));
    for (index, answered) in results.iter().enumerate() {
        if results
            .iter()
            .take(index)
            .any(|other| other.id == answered.id)
        {
            continue;
        }
        let scores = score(instrument, &answered.completed.sheet);
        let cells = columns.iter();
        let cells: Vec<String> = cells
            .map(|(_, holds)| cell(instrument, answered, &scores, *holds))
            .collect();
        row(&mut text, cells.iter().map(String::as_str));
    }
    text
}

/// What a variable holds of a result; empty if nothing.
fn cell(instrument: &Instrument, answered: &Answered, scores: &Scores, holds: Holds) -> String {
    let sheet = &answered.completed.sheet;
    let applies = |scale: ScaleIndex| scale.of(&scores.applicable) == Some(&true);
    match holds {
        Holds::Nothing => String::new(),
        // REDCap's own mark of a complete form.
        Holds::Complete => "2".to_owned(),
        Holds::Record => answered.id.to_string(),
        Holds::Form => sheet.form.as_str().to_owned(),
        Holds::Applies(scale) => u8::from(applies(scale)).to_string(),
        Holds::Answer(index) => {
            let asks = instrument
                .item(index)
                .is_some_and(|item| applies(item.scale) || instrument.scales.len() < 2);
            match sheet.get(index).filter(|_| asks) {
                None => String::new(),
                Some(Response::NotApplicable) => NOT_APPLICABLE.to_string(),
                Some(Response::Chosen(option)) => option.get().to_string(),
            }
        }
        Holds::Fact(fact) => fact_of(instrument, answered, fact),
        Holds::Figure(set, figure) => {
            let Some(scored) = set.score(scores) else {
                return String::new();
            };
            if figure == Figure::Answered {
                return scored.answered.to_string();
            }
            Figures::of(scored).map_or_else(String::new, |figures| {
                let value = match figure {
                    Figure::Low => figures.low,
                    Figure::High => figures.high,
                    Figure::Sem => figures.sem,
                    Figure::Score | Figure::Answered => figures.score,
                };
                value.to_string()
            })
        }
    }
}

fn fact_of(instrument: &Instrument, answered: &Answered, fact: Fact) -> String {
    let completed = &answered.completed;
    match fact {
        Fact::Questionnaire => instrument.id.to_string(),
        Fact::Version => completed.version.clone(),
        Fact::Hash => instrument.hash(),
        Fact::Language => completed.language.clone(),
        Fact::WordingVersion => completed.wording.version.clone(),
        Fact::WordingState => completed.wording.state.as_str().to_owned(),
        Fact::StartedAt => moment(completed.started_at),
        Fact::EndedAt => moment(completed.ended_at),
        Fact::ActiveSeconds => completed.active_seconds.to_string(),
        Fact::MadeUp => u8::from(answered.made_up).to_string(),
    }
}

/// `2026-11-21 09:06:10`, the only notation that imports take.
fn moment(moment: UnixMs) -> String {
    moment.to_rfc3339().replace('T', " ").replace('Z', "")
}
