//! Which statements a round asks on this page.

use measure::completed::Completed;
use measure::instrument::{FormName, Id, Instrument, Keying, PULSE_LENGTH, Pulse, ScaleIndex};
use measure::response::{ResponseSheet, items_of_scale};
use measure::scoring;
use records::rounds::print_of;
use round::gap::Own;
use round::invitation::{Print, Questions, Set};

/// The id of the shipped questionnaire, the only one whose statements are turned round.
const SHIPPED: &str = "leadership-relationships";

/// The five statements of the program, by the ids of their texts.
pub const PULSE: [&str; PULSE_LENGTH] = ["seen", "heard", "trusted", "free", "helped"];

/// Identifies the five statements of the program: the FNV-1a 64 of `leadership-audit pulse 1`.
const PULSE_PRINT: Print = Print(0x6ed7_23e7_c9f8_e36a_u64.to_be_bytes());

/// Whose five statements a pulse asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Five<'a> {
    /// Those of the program, whose texts have the ids in [`PULSE`].
    Program,
    /// Those of the questionnaire.
    Own(&'a Pulse),
    /// Others, which this page does not have.
    Unknown,
}

impl<'a> Five<'a> {
    /// The statements that this print identifies.
    pub fn of(print: Print, instrument: &'a Instrument) -> Self {
        match &instrument.pulse {
            _ if print == PULSE_PRINT => Self::Program,
            Some(own) if own_print(instrument) == Some(print) => Self::Own(own),
            _ => Self::Unknown,
        }
    }
}

/// Identifies the five statements of the questionnaire, if it has its own.
fn own_print(instrument: &Instrument) -> Option<Print> {
    let hash = instrument.pulse_hash()?;
    Some(Print(hash.to_be_bytes()))
}

/// A statement that a rater answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statement {
    /// The id of the item that it turns round, or of the pulse one of [`PULSE`], whoever wrote the five.
    pub id: Id,
    /// Whether agreement speaks against the leader.
    pub reverse: bool,
}

/// The questions of a round, with their statements.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// What an invitation says of them.
    pub questions: Questions,
    /// The statements, in the order of asking.
    pub statements: Vec<Statement>,
}

/// The id of these statements in texts: that of the set, or of one boss alone, who is known.
pub fn statements(set: Set, is_named: bool) -> &'static str {
    match set {
        Set::Pulse => "pulse",
        Set::Up if is_named => "boss",
        Set::Up => "up",
        Set::Across => "across",
        Set::Down => "down",
    }
}

/// The form with so many statements in each direction.
fn form_of(items: u8) -> FormName {
    if items == 6 {
        FormName::Short
    } else {
        FormName::Full
    }
}

/// The scale that is the direction of `set`; `None` for the five statements, and for another questionnaire
/// than the shipped one.
pub fn scale_of(set: Set, instrument: &Instrument) -> Option<ScaleIndex> {
    let id = match set {
        Set::Pulse => return None,
        Set::Up => "up",
        Set::Across => "across",
        Set::Down => "down",
    };
    let is_shipped = instrument.id.as_str() == SHIPPED;
    let mut scales = instrument.scales.iter();
    let place = scales.position(|scale| is_shipped && scale.id.as_str() == id);
    place.map(ScaleIndex::from_usize)
}

impl Asked {
    /// The questions of this set, with so many statements of each direction; `None` if this page has none.
    /// The pulse is the questionnaire's own, if it has one.
    pub fn of(set: Set, items: u8, instrument: &Instrument) -> Option<Self> {
        let (print, statements): (Print, Vec<Statement>) = match scale_of(set, instrument) {
            // A direction of another questionnaire has no form of five statements.
            None => {
                let ids = PULSE.into_iter().filter_map(Id::new);
                let statement = |id| Statement { id, reverse: false };
                let print = own_print(instrument).unwrap_or(PULSE_PRINT);
                (print, ids.map(statement).collect())
            }
            Some(scale) => {
                let indexes = items_of_scale(instrument, form_of(items), scale);
                let items = indexes.filter_map(|index| instrument.item(index));
                let statements = items.map(|item| Statement {
                    id: item.id.clone(),
                    reverse: item.keying == Keying::Reverse,
                });
                (print_of(&instrument.hash())?, statements.collect())
            }
        };
        let items = u8::try_from(statements.len()).ok()?;
        let fits = set.has_form(items);
        let questions = Questions { set, items, print };
        fits.then_some(Self {
            questions,
            statements,
        })
    }

    /// The questions of an invitation, if this page has exactly these. Every page has the pulse of the program.
    pub fn by(questions: &Questions, instrument: &Instrument) -> Option<Self> {
        let mut asked = Self::of(questions.set, questions.items, instrument)?;
        if questions.set == Set::Pulse && questions.print == PULSE_PRINT {
            asked.questions.print = PULSE_PRINT;
        }
        (asked.questions == *questions).then_some(asked)
    }

    /// The questions to begin a round with: as many statements of a direction as the leader answered last.
    pub fn to_begin(set: Set, instrument: &Instrument, latest: Option<&Completed>) -> Option<Self> {
        let short = latest.is_some_and(|latest| latest.sheet.form == FormName::Short);
        Self::of(set, if short { 6 } else { 12 }, instrument)
    }
}

/// The leader's own score in the direction of these questions. Where others were asked six statements, only
/// the leader's own answers to these six count.
pub fn own_score(
    questions: &Questions,
    instrument: &Instrument,
    completed: &Completed,
) -> Option<(Own, scoring::Estimate)> {
    let scale = scale_of(questions.set, instrument)?;
    let form = form_of(questions.items);
    let narrowed;
    let sheet = if form == FormName::Short {
        let mut six = ResponseSheet::blank(instrument, form);
        for index in items_of_scale(instrument, form, scale) {
            six.set(index, completed.sheet.get(index));
        }
        narrowed = six;
        &narrowed
    } else {
        &completed.sheet
    };
    let scores = scoring::score(instrument, sheet);
    let score = scale.of(&scores.scales)?;
    let estimate = score.estimate?;
    let own = Own {
        score: estimate.score,
        answered: u8::try_from(score.answered).ok()?,
        items: u8::try_from(score.total).ok()?,
        print: print_of(&instrument.hash())?,
    };
    Some((own, estimate))
}
