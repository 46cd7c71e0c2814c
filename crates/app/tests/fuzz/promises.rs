//! What must hold of whatever a reader accepts.

use std::cell::Cell;

use app::attributes::Attributes;
use app::practice::Practice;
use json::visible::clean;
use measure::completed::Completed;
use measure::instrument::{FormName, Instrument, ItemIndex};
use measure::limits::LABEL_LENGTH;
use measure::response::{Response, ResponseSheet};
use measure::scoring::{NoteCode, finding, notes, score};
use records::document::ResultDocument;
use records::import;
use records::store::Loaded;

use testing::random::Random;
use testing::{completed, option, shipped};

type Held = Result<(), String>;

fn hold(condition: bool, what: &str) -> Held {
    condition.then_some(()).ok_or_else(|| what.to_owned())
}

thread_local! {
    static COUNT: Cell<u64> = const { Cell::new(0) };
}

/// Its forms hold, it can be answered and scored, and what is written of it reads back.
pub(crate) fn instrument(instrument: &Instrument) -> Held {
    let full = instrument.form(FormName::Full).unwrap_or_default();
    hold(!full.is_empty(), "an instrument without items")?;
    for form in FormName::ALL {
        let Some(items) = instrument.form(form) else {
            continue;
        };
        let asked = instrument.asked(form);
        let once = asked.iter().filter(|asked| **asked).count() == items.len();
        hold(once, "a form with an item twice, or one that is not there")?;
        let in_full = instrument.asked(FormName::Full);
        hold(
            items.iter().all(|index| index.of(&in_full) == Some(&true)),
            "a short form that is not part of the full one",
        )?;
        result(instrument, &answered(instrument, form))?;
    }
    let known = instrument.items.iter().all(|item| {
        instrument.scale(item.scale).is_some()
            && item
                .facet
                .is_none_or(|facet| instrument.facet(facet).is_some())
    });
    hold(known, "an item of no scale")
}

/// Answers of every kind, others each time.
fn answered(instrument: &Instrument, form: FormName) -> Completed {
    let mut random = Random::new(COUNT.with(|count| count.replace(count.get() + 1)));
    let mut sheet = ResponseSheet::blank(instrument, form);
    for index in instrument.form(form).unwrap_or_default() {
        sheet.set(
            *index,
            match random.below(9) {
                0 => None,
                1 => Some(Response::NotApplicable),
                _ => Some(option(random.option())),
            },
        );
    }
    Completed {
        version: instrument.version.clone(),
        wording: instrument.wording.clone(),
        language: instrument.language.clone(),
        ..completed(sheet, random.next_u64() % 10_000)
    }
}

/// A result that is written reads back as itself, with nothing that differs or is passed over.
pub(crate) fn result(instrument: &Instrument, completed: &Completed) -> Held {
    scores(instrument, &completed.sheet)?;
    let text = ResultDocument::of(instrument, completed).to_text();
    let preview = import::open(&text).and_then(|opened| import::result(&opened, instrument));
    let preview =
        preview.map_err(|refused| format!("a result that does not read back: {refused}"))?;
    hold(
        preview.completed == *completed,
        "a result that reads back as another",
    )?;
    hold(
        preview.differences.is_empty() && preview.ignored.count == 0,
        "a result that reads back with something to say",
    )
}

/// Every score lies within its interval, and that within 0 and 100.
pub(crate) fn scores(instrument: &Instrument, sheet: &ResponseSheet) -> Held {
    let scores = score(instrument, sheet);
    for set in scores.scales.iter().chain(&scores.facets) {
        hold(set.answered <= set.total, "more answers than items")?;
        let Some(estimate) = set.estimate else {
            continue;
        };
        let ordered = 0.0 <= estimate.low
            && estimate.low <= estimate.score
            && estimate.score <= estimate.high
            && estimate.high <= 100.0;
        hold(
            ordered && estimate.sem.is_finite(),
            "a score outside its interval",
        )?;
    }
    let cells = scores.cells.iter().flatten().flatten();
    hold(
        cells.copied().all(|cell| (1..=5).contains(&cell)),
        "a cell that is no response",
    )?;
    let found = finding(instrument, &scores);
    let likelihoods: u64 = found.percents().iter().map(|(_, percents)| percents).sum();
    hold(
        likelihoods == 100 || found.odds.is_empty(),
        "likelihoods that do not add up to 100",
    )?;
    hold(
        found
            .scales
            .iter()
            .all(|scale| scores.scales[scale.get()].estimate.is_some()),
        "a finding about a direction without a score",
    )?;
    // Here one second for all answers.
    let mut notes = notes(instrument, sheet, &scores, Some(1)).into_iter();
    hold(
        notes.all(|note| match note.code {
            NoteCode::StraightLining => 5 * note.seen >= 4 * note.of && note.seen <= note.of,
            NoteCode::TooFast => note.seen == 1 && note.of >= 1,
            NoteCode::ManyMissing => note.seen <= note.of,
        }),
        "a note whose counts do not support it",
    )
}

/// Everybody has a name, weeks are in order, and every act fits.
pub(crate) fn practice(practice: &Practice) -> Held {
    let map = practice.map();
    hold(
        map.0.iter().all(|(_, one)| !one.name.is_empty()),
        "somebody without a name",
    )?;
    let weeks = practice.weeks();
    let ordered = weeks
        .windows(2)
        .all(|two| two[0].closed_at <= two[1].closed_at);
    hold(ordered, "weeks out of order")?;
    let said = practice
        .plan()
        .into_iter()
        .chain(weeks.iter().map(|week| &week.plan));
    hold(
        said.into_iter()
            .filter_map(|plan| Some((&plan.words.act, plan.words.place?)))
            .all(|(act, place)| act.fits(place)),
        "an act that does not fit",
    )
}

/// What was loaded belongs to the questionnaire at hand, each answer once.
pub(crate) fn loaded(loaded: &Loaded) -> Held {
    let mut items: Vec<ItemIndex> = loaded.answers.iter().map(|(index, _)| *index).collect();
    items.sort_unstable();
    items.dedup();
    hold(items.len() == loaded.answers.len(), "an answer twice")?;
    hold(
        items.last().is_none_or(|last| last.get() < 36),
        "an answer to no item",
    )?;
    match &loaded.result {
        Some(completed) => scores(&shipped(), &completed.sheet),
        None => Ok(()),
    }
}

/// Labels are one readable line, links are of the two kinds that are let through, and a warning is
/// one readable line that names its attribute.
pub(crate) fn attributes(attributes: &Attributes, warnings: &[String]) -> Held {
    let link = attributes.call_to_action.as_ref();
    let labels = attributes.share_label.as_deref().into_iter();
    for label in labels.chain(link.map(app::attributes::Link::label)) {
        let length = label.chars().count();
        hold(
            (1..=LABEL_LENGTH).contains(&length) && clean(label, false) == label,
            "a label that hides something",
        )?;
    }
    if let Some(link) = link {
        let href = link.href().to_ascii_lowercase();
        let allowed = href.starts_with("https://") || href.starts_with("mailto:");
        let plain = !href.contains(|c: char| c.is_whitespace() || c.is_control());
        hold(allowed && plain, "a link to somewhere else")?;
    }
    for warning in warnings {
        hold(
            warning.starts_with("attribute "),
            "a warning that names no attribute",
        )?;
        hold(
            warning.chars().count() < 300 && clean(warning, false) == *warning,
            "a long or hidden warning",
        )?;
    }
    Ok(())
}
