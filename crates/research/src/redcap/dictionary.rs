//! The dictionary: a form with the statements, and one with what the program computes of a result.

use std::collections::BTreeMap;

use measure::instrument::{FormName, Instrument, ItemIndex, ScaleIndex};
use records::csv::row;

use super::field::{COLUMNS, Field};
use super::names::{MAX_FORM, Names, clean};
use crate::codebook::{CAUTION, Run, Set, around, origin, runs};

/// The code of “does not apply”: a number, since `REDCap` exports variables with other codes as text.
pub const NOT_APPLICABLE: u8 = 99;

/// The name of the first variable of every project.
pub(super) const RECORD: &str = "record_id";
/// The name of the variable that says which form was answered, where there are two.
pub(super) const FORM: &str = "audit_form";

/// What of a score has a variable, and what it is called.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Figure {
    Score,
    Low,
    High,
    Sem,
    Answered,
}

impl Figure {
    const ALL: [Self; 5] = [
        Self::Score,
        Self::Low,
        Self::High,
        Self::Sem,
        Self::Answered,
    ];

    fn named(self) -> (&'static str, &'static str) {
        match self {
            Self::Score => ("_score", "score, 0 to 100, no percentile"),
            Self::Low => ("_low", "lower end of the 90 % interval"),
            Self::High => ("_high", "upper end of the 90 % interval"),
            Self::Sem => ("_sem", "standard error of measurement"),
            Self::Answered => ("_answered", "statements that were answered"),
        }
    }
}

/// What a variable of a result holds beside answers and scores.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fact {
    Questionnaire,
    Version,
    Hash,
    Language,
    WordingVersion,
    WordingState,
    StartedAt,
    EndedAt,
    ActiveSeconds,
    MadeUp,
}

impl Fact {
    const ALL: [Self; 10] = [
        Self::Questionnaire,
        Self::Version,
        Self::Hash,
        Self::Language,
        Self::WordingVersion,
        Self::WordingState,
        Self::StartedAt,
        Self::EndedAt,
        Self::ActiveSeconds,
        Self::MadeUp,
    ];

    /// Name, label and the type of text that it is.
    fn named(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::Questionnaire => ("audit_questionnaire", "Questionnaire", ""),
            Self::Version => ("audit_version", "Its version", ""),
            Self::Hash => ("audit_hash", "What identifies its edition", ""),
            Self::Language => ("audit_language", "Language that was read", ""),
            Self::WordingVersion => ("audit_wording", "Version of the wording", ""),
            Self::WordingState => (
                "audit_wording_state",
                "How far the wording had come: draft, read_back or reviewed",
                "",
            ),
            Self::StartedAt => ("audit_started_at", "Begun, in UTC", "datetime_seconds_ymd"),
            Self::EndedAt => ("audit_ended_at", "Finished, in UTC", "datetime_seconds_ymd"),
            Self::ActiveSeconds => (
                "audit_active_seconds",
                "Seconds with a statement on screen",
                "integer",
            ),
            Self::MadeUp => (
                "audit_made_up",
                "1 if the result is of a made-up person, else 0",
                "integer",
            ),
        }
    }
}

/// What a variable holds of a result.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Holds {
    Record,
    /// Nothing: it is only shown.
    Nothing,
    Form,
    /// Whether a direction applies.
    Applies(ScaleIndex),
    /// The answer to an item.
    Answer(ItemIndex),
    Fact(Fact),
    Figure(Set, Figure),
    /// Whether a form is complete.
    Complete,
}

/// The variables with what they hold, in their order.
pub(super) struct Layout {
    pub(super) fields: Vec<(Field, Holds)>,
    /// The names of the forms.
    pub(super) forms: [String; 2],
    /// By direction, the name of the variable that says whether it applies.
    pub(super) applies: BTreeMap<ScaleIndex, String>,
}

/// The dictionary of a questionnaire.
#[must_use]
pub fn dictionary(instrument: &Instrument) -> String {
    let mut text = String::from('\u{feff}');
    row(&mut text, COLUMNS);
    for (field, _) in Layout::of(instrument).fields {
        field.write(&mut text);
    }
    text
}

/// The paths of words in which `REDCap` reads something else: `|` between choices, `[` and `{` around other
/// variables, `<` of HTML.
#[must_use]
pub fn markup(instrument: &Instrument) -> Vec<String> {
    let odd = |text: &str| text.contains(['[', '{', '<']);
    let items = ItemIndex::enumerate(&instrument.items);
    let items = items.filter(|(_, item)| odd(&item.stem));
    let scales = ScaleIndex::enumerate(&instrument.scales);
    let scales = scales
        .filter(|(index, scale)| odd(&scale.label) || instrument.own_who(*index).is_some_and(odd));
    let mut paths: Vec<String> = items
        .map(|(index, _)| format!("$.items[{}].stem", index.get()))
        .chain(scales.map(|(index, _)| format!("$.scales[{}]", index.get())))
        .collect();
    let mut labels = instrument.options.iter().chain(&instrument.not_applicable);
    if labels.any(|label| odd(label) || label.contains('|')) {
        paths.push("$.options".to_owned());
    }
    if odd(&instrument.title) {
        paths.push("$.title".to_owned());
    }
    paths
}

impl Layout {
    pub(super) fn of(instrument: &Instrument) -> Self {
        let id = instrument.id.as_str();
        let forms = [clean(id, "", MAX_FORM), clean(id, "_result", MAX_FORM)];
        let fixed = [RECORD, "audit_intro", FORM].map(str::to_owned);
        let facts = Fact::ALL.map(|fact| fact.named().0.to_owned());
        let complete = forms.iter().map(|form| format!("{form}_complete"));
        let mut names = Names::reserved(fixed.into_iter().chain(facts).chain(complete));
        let mut layout = Self {
            fields: Vec::new(),
            forms,
            applies: BTreeMap::new(),
        };
        layout.beginning(instrument);
        for run in runs(instrument, FormName::Full) {
            layout.run(instrument, &run, &mut names);
        }
        layout.result(instrument, &mut names);
        layout
    }

    /// The record, what it is about, and which form is answered.
    fn beginning(&mut self, instrument: &Instrument) {
        let [form, _] = self.forms.clone();
        let record = Field::text(RECORD, &form, "Record");
        self.fields.push((record, Holds::Record));
        let frame = around(instrument).item_time_frame();
        let label = format!("{}\n{frame}", instrument.title);
        let intro = Field::text("audit_intro", &form, &label).annotated(CAUTION);
        self.fields.push((intro.shown(), Holds::Nothing));
        if instrument.form(FormName::Short).is_some() {
            let choices = FormName::ALL.map(|form| (form.as_str(), form.as_str()));
            let field = Field::text(FORM, &form, "Form")
                .choice(choices)
                .annotated("The full form unless the short one is chosen @DEFAULT='full'");
            self.fields.push((field, Holds::Form));
        }
    }

    /// The statements of a run, below a header; where a whole direction can be left out, first whether it
    /// applies.
    fn run(&mut self, instrument: &Instrument, run: &Run, names: &mut Names) {
        let [form, _] = self.forms.clone();
        let Some((id, label)) = Set::Direction(run.scale).named(instrument) else {
            return;
        };
        let who = around(instrument).frame(instrument, run.scale);
        let mut header = Some(match who.filter(|_| run.first) {
            Some(who) => format!("{label}\n{who}"),
            None => label.to_owned(),
        });
        let left_out = instrument.not_applicable.is_some() && instrument.scales.len() > 1;
        if left_out && run.first {
            let name = names.give(id, "_applies");
            let field = Field::text(&name, &form, &format!("{label}: does this apply?"))
                .headed(header.take())
                .choice([("1", "Yes"), ("0", "No")])
                .annotated(format!(
                    "direction={id} No: “does not apply” to every statement of it @DEFAULT='1'"
                ));
            self.fields.push((field, Holds::Applies(run.scale)));
            self.applies.insert(run.scale, name);
        }
        for index in &run.items {
            if let Some(field) = self.item(instrument, *index, &form, names) {
                self.fields
                    .push((field.headed(header.take()), Holds::Answer(*index)));
            }
        }
    }

    fn item(
        &self,
        instrument: &Instrument,
        index: ItemIndex,
        form: &str,
        names: &mut Names,
    ) -> Option<Field> {
        let item = instrument.item(index)?;
        let (direction, _) = Set::Direction(item.scale).named(instrument)?;
        let facet = item
            .facet
            .and_then(|facet| Set::Facet(facet).named(instrument));
        let facet = facet.map_or(String::new(), |(id, _)| format!(" facet={id}"));
        let options = instrument.options.iter().zip(1_u8..);
        let not_applicable = instrument
            .not_applicable
            .iter()
            .map(|label| (label, NOT_APPLICABLE));
        let choices = options.chain(not_applicable);
        let name = names.give(item.id.as_str(), "");
        let mut field = Field::text(&name, form, &item.stem)
            .choice(choices.map(|(label, code)| (code, label)))
            .annotated(format!(
                "item={} direction={direction}{facet} keying={}",
                item.id,
                item.keying.as_str()
            ));
        let short = instrument.form(FormName::Short);
        let only_full = short.is_some_and(|short| !short.contains(&index));
        let applies = self.applies.get(&item.scale);
        let conditions = [
            only_full.then(|| format!("[{FORM}] = 'full'")),
            applies.map(|applies| format!("[{applies}] = '1'")),
        ];
        let conditions: Vec<String> = conditions.into_iter().flatten().collect();
        field.branching = conditions.join(" and ");
        Some(field)
    }

    /// What the program knows and computes of a result.
    fn result(&mut self, instrument: &Instrument, names: &mut Names) {
        let [_, form] = self.forms.clone();
        let mut header = Some(format!("Imported result\n{CAUTION}"));
        for fact in Fact::ALL {
            let (name, label, kind) = fact.named();
            let field = Field::text(name, &form, label)
                .headed(header.take())
                .valid(kind)
                .annotated("Of an imported result @READONLY");
            self.fields.push((field, Holds::Fact(fact)));
        }
        for set in Set::all(instrument) {
            let Some((id, label)) = set.named(instrument) else {
                continue;
            };
            let mut header = Some(label.to_owned());
            for figure in Figure::ALL {
                let (ending, what) = figure.named();
                let name = names.give(id, ending);
                let about = format!(
                    "Computed of an imported result: {}={id} @READONLY",
                    set.kind()
                );
                let mut field = Field::text(&name, &form, &format!("{label}: {what}"))
                    .headed(header.take())
                    .annotated(about);
                field = match figure {
                    Figure::Answered => field.valid("integer"),
                    // Of few answers it may be greater than the range of scores.
                    Figure::Sem => field.number(""),
                    _ => field.number("100"),
                };
                if figure == Figure::Sem {
                    field.note = sem_note(instrument, set);
                }
                self.fields.push((field, Holds::Figure(set, figure)));
            }
        }
    }
}

fn sem_note(instrument: &Instrument, set: Set) -> String {
    let error = match set {
        Set::Direction(index) => instrument.scale(index).map(|scale| &scale.sem),
        Set::Facet(_) => Some(&instrument.facet_sem),
    };
    error.map_or_else(String::new, |error| origin(error.origin))
}
