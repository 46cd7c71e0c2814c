//! What the first screens show of a questionnaire, as the loader reads it to draw them before the program is
//! there: texts and numbers, never markup. `loader/first-screen.js` has the reader, `docs/instrument.md` the fields.

use super::index::ItemIndex;
use super::model::{FormName, Instrument};
use json::{Json, object};

/// The most scales in the picture of the welcome screen.
pub const MOST_PICTURED: usize = 3;

/// More parts than this would leave nothing of the progress bar between them.
const MOST_PARTS: usize = 12;

impl Instrument {
    /// The positions in a form at which the progress bar begins another part, because the next item is of another
    /// scale than the one before it. None if there would be too many.
    #[must_use]
    pub fn parts(&self, form: FormName) -> Vec<usize> {
        let items = self.form(form).unwrap_or_default();
        let scale_at = |index: &ItemIndex| self.item(*index).map(|item| item.scale);
        let pairs = items.iter().zip(items.iter().skip(1)).enumerate();
        let starts = pairs.filter(|(_, (before, next))| scale_at(before) != scale_at(next));
        let mut parts: Vec<usize> = starts
            .map(|(position, _)| position + 1)
            .take(MOST_PARTS)
            .collect();
        if parts.len() == MOST_PARTS {
            parts.clear();
        }
        parts
    }
}

/// What the first screens show of `instrument`, in its language.
#[must_use]
pub fn first_screens(instrument: &Instrument) -> Json {
    let scales = instrument.scales.iter();
    let pictured = scales.map(|scale| &scale.label).take(MOST_PICTURED);
    let mut fields = vec![
        ("language", text(&instrument.language)),
        ("title", text(&instrument.title)),
        ("pictured", texts(pictured)),
        ("options", texts(instrument.options.iter())),
    ];
    if let Some(label) = &instrument.not_applicable {
        fields.push(("not_applicable", text(label)));
    }
    if instrument.has_shipped_texts() {
        // What the program says of the shipped questionnaire is true of this one.
        fields.push(("shipped", Json::Bool(true)));
    }
    let mut full = opening(instrument, FormName::Full).unwrap_or_default();
    let short = opening(instrument, FormName::Short);
    // What both forms have in common is written once.
    let short: Option<Vec<_>> = short.map(|short| {
        let differs = short.into_iter().filter(|field| !full.contains(field));
        differs.collect()
    });
    full.retain(|(_, value)| *value != text(""));
    let forms = [
        Some(("full", object(full))),
        short.map(|short| ("short", object(short))),
    ];
    fields.push(("forms", object(forms.into_iter().flatten())));
    object(fields)
}

/// How long a form is, and its first item.
fn opening(instrument: &Instrument, form: FormName) -> Option<Vec<(&'static str, Json)>> {
    let items = instrument.form(form)?;
    let item = instrument.item(*items.first()?)?;
    let scale = instrument.scale(item.scale)?;
    let parts = instrument.parts(form).into_iter();
    Some(vec![
        ("items", Json::from(items.len() as u64)),
        (
            "parts",
            Json::Array(parts.map(|at| Json::from(at as u64)).collect()),
        ),
        ("scale", text(scale.id.as_str())),
        ("label", text(&scale.label)),
        ("stem", text(&item.stem)),
        ("who", text(scale.texts.who.as_deref().unwrap_or_default())),
    ])
}

fn text(text: &str) -> Json {
    text.into()
}

fn texts<'a>(texts: impl Iterator<Item = &'a String>) -> Json {
    Json::Array(texts.map(|one| text(one)).collect())
}
