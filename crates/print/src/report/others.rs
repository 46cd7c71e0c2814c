//! What others said, in words for the report: beside each own score that can be compared, and of the last month.

use super::Saying;
use app::rounds::beside::Beside;
use app::rounds::questions::{Five, statements};
use measure::instrument::Instrument;
use measure::time::UnixMs;
use round::gap::{Verdict, margin_of_others};
use round::invitation::Set;
use words::{Language, Said};

/// A number of points as it is shown.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "0 to 100"
)]
fn whole(points: f64) -> u8 {
    points.round() as u8
}

/// What the report on a result of `instrument` says of these outcomes; `date` formats a moment as a date.
#[must_use]
pub fn others(
    outcomes: &[Beside],
    instrument: &Instrument,
    date: &dyn Fn(UnixMs) -> String,
    words: &'static Language,
) -> Vec<Saying> {
    let mut compared = Saying {
        heading: words.outcome().kept_heading().to_owned(),
        paragraphs: Vec::new(),
    };
    let mut pulse = None;
    for beside in outcomes {
        let outcome = &beside.told.outcome;
        let statements = statements(outcome.set, outcome.is_named());
        let heading = words.outcome().heading(statements).unwrap_or_default();
        let heading = [heading, " · ", &date(beside.told.made_at)].concat();
        let said = Said {
            statements,
            people: outcome.n,
            mean: outcome.mean,
        };
        if outcome.set == Set::Pulse {
            let five = Five::of(outcome.print, instrument);
            let margin = margin_of_others(outcome);
            let paragraphs = month(said, five, outcome.steps, margin, words);
            pulse = Some(Saying {
                heading,
                paragraphs,
            });
        } else if let Ok(gap) = &beside.compared {
            let larger = gap.gap.verdict == Verdict::Larger;
            let mut sentences = words.outcome().gap_of(said, whole(gap.own.score), larger);
            sentences.truncate(2);
            let rest = [" ", &sentences.join(words.between_sentences())].concat();
            compared.paragraphs.push([heading, rest]);
        }
    }
    if !compared.paragraphs.is_empty() {
        let margin = words.outcome().margin().to_owned();
        compared.paragraphs.push([String::new(), margin]);
    }
    let sayings = [Some(compared), pulse].into_iter().flatten();
    sayings
        .filter(|saying| !saying.paragraphs.is_empty())
        .collect()
}

/// The five statements by their names, or the mean of too few people for these.
fn month(
    said: Said,
    five: Five<'_>,
    steps: Option<[u8; 5]>,
    margin: f64,
    words: &'static Language,
) -> Vec<[String; 2]> {
    let Some(steps) = steps else {
        let mean = words.outcome().mean_of(said, whole(margin));
        return vec![[String::new(), mean]];
    };
    let words = words.pulse();
    let lines = steps.into_iter().enumerate().map(|(place, step)| {
        let name = words.called(five, place);
        let answer = words.mean_answer(step);
        [name, [" ", answer].concat()]
    });
    let margin = [String::new(), words.margin().to_owned()];
    lines.chain([margin]).collect()
}
