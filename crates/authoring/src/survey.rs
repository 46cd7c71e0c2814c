//! From a survey of `SurveyJS` to a draft: its questions that are answered on one scale of options.

mod choices;
mod items;
mod strings;

use json::Json;
use json::visible::{clean, excerpt};
use measure::instrument::{ItemIndex, MAX_LABEL, ScaleIndex, is_language};

use crate::draft::{Draft, Scale, Text, Wordings};
use crate::fault::{Fault, NoteKind};
use crate::report::{At, Report, Words};
use crate::sheet::{id_from, title_from};
use crate::values::{Taken, slug};
use choices::Choices;
use items::{items, text};
use strings::Localized;

/// Whether a JSON file is a survey.
pub(crate) fn is_survey(tree: &Json) -> bool {
    ["pages", "elements", "questions"]
        .iter()
        .any(|name| matches!(tree.get(name), Some(Json::Array(_))))
}

/// A question that is taken over, or a row of one.
struct Question {
    /// What the survey calls it.
    name: String,
    path: String,
    title: Localized,
    /// Its scale.
    scale: ScaleIndex,
}

/// What was found on the way through a survey.
struct Walk<'a> {
    report: &'a mut Report,
    questions: Vec<Question>,
    /// The title of each scale, with its path. A scale is known by its title.
    scales: Vec<(Localized, String)>,
    choices: Option<Choices>,
}

/// The title of what is around a question, with its path.
type Around = (Localized, String);

/// The draft of a survey; `None` if nothing of it can be taken over.
pub(crate) fn draft(file_name: &str, tree: &Json, report: &mut Report) -> Option<Draft> {
    let mut walk = Walk {
        report,
        questions: Vec::new(),
        scales: Vec::new(),
        choices: None,
    };
    let survey_title = walk.localized(tree.get("title"), "$.title");
    let fallback = survey_title
        .clone()
        .unwrap_or_else(|| Localized::plain(&title_from(file_name)));
    walk.elements(tree, "$", &(fallback, "$.title".to_owned()));
    let choices = walk.choices.take();
    let (questions, scales) = (walk.questions, walk.scales);
    let Some(choices) = choices else {
        report.fault(At::File, Fault::NoQuestions);
        return None;
    };
    if let (Some(first), Some(last)) = (choices.labels.first(), choices.labels.last()) {
        let note = NoteKind::OptionsInOrder(excerpt(&first.own), excerpt(&last.own));
        let at = report.path(&choices.path);
        report.note(at, note);
    }
    let language = language(tree, report);
    let texts: Vec<&Localized> = questions.iter().map(|question| &question.title).collect();
    let needed = texts
        .iter()
        .copied()
        .chain(scales.iter().map(|(title, _)| title))
        .chain(&choices.labels);
    let needed: Vec<&Localized> = needed.collect();
    let tags = tags(&texts, &needed, &language.text, report);
    let title = title(file_name, survey_title, &tags, report);
    let name = title.own.as_ref().map_or("", |title| &title.text);
    let id = id_from(name);
    report.note(At::File, NoteKind::IdFilled(id.clone()));
    report.note(At::File, NoteKind::VersionFilled("1.0.0".to_owned()));
    report.note(At::File, NoteKind::NoDoesNotApply);
    report.note(At::File, NoteKind::ErrorsAssumed);
    let mut ids = Taken::default();
    let scales: Vec<Scale> = scales
        .iter()
        .map(|(title, path)| {
            let label = text(title, path, MAX_LABEL, &tags, report);
            let id = ids.unique(&slug(&title.own, 24, "scale"));
            Scale {
                id,
                label,
                texts: None,
                sem: None,
                retest: None,
            }
        })
        .collect();
    let options = choices
        .labels
        .iter()
        .enumerate()
        .map(|(index, label)| {
            let path = choices.path_of(index);
            text(label, &path, MAX_LABEL, &tags, report)
        })
        .collect();
    let items = items(&questions, &scales, &tags, report);
    Some(Draft {
        id: good(&id),
        version: good("1.0.0"),
        language,
        wordings: Wordings::default(),
        title,
        scales,
        facets: Vec::new(),
        measurement: Vec::new(),
        options,
        not_applicable: None,
        full: ItemIndex::all(&items).collect(),
        short: None,
        items,
        squares: Vec::new(),
        pulse: Vec::new(),
        tags,
    })
}

fn good(text: &str) -> Words {
    Words {
        text: text.to_owned(),
        at: At::File,
        is_good: true,
    }
}

fn language(tree: &Json, report: &mut Report) -> Words {
    let locale = tree.get("locale").and_then(Json::as_text);
    let locale = locale.filter(|tag| is_language(tag));
    if locale.is_none() {
        report.note(At::File, NoteKind::LanguageFilled("en".to_owned()));
    }
    good(locale.unwrap_or("en"))
}

fn title(file_name: &str, title: Option<Localized>, tags: &[String], report: &mut Report) -> Text {
    match title {
        Some(title) => text(&title, "$.title", MAX_LABEL, tags, report),
        None => {
            let title = title_from(file_name);
            report.note(At::File, NoteKind::TitleFilled(title.clone()));
            Text::own(&title, At::File)
        }
    }
}

/// The languages in which everything has words; of the others a note says that they are left out.
fn tags(
    texts: &[&Localized],
    needed: &[&Localized],
    language: &str,
    report: &mut Report,
) -> Vec<String> {
    let mut known: Vec<&str> = Vec::new();
    for (tag, _) in texts.iter().flat_map(|text| &text.others) {
        let is_new = !known.iter().any(|known| known.eq_ignore_ascii_case(tag));
        if is_new
            && !tag.eq_ignore_ascii_case(language)
            && known.len() < crate::tables::MAX_LANGUAGES
        {
            known.push(tag);
        }
    }
    let mut whole = Vec::new();
    for tag in known {
        if is_language(tag)
            && needed
                .iter()
                .all(|text| text.is_universal() || text.other(tag).is_some())
        {
            whole.push(tag.to_owned());
        } else {
            report.note(At::File, NoteKind::TranslationLeftOut(excerpt(tag)));
        }
    }
    whole
}

impl Walk<'_> {
    /// A text that may be in several languages, without HTML.
    fn localized(&mut self, value: Option<&Json>, path: &str) -> Option<Localized> {
        let (text, had_html) = Localized::read(value?)?;
        if had_html {
            let at = self.report.path(path);
            self.report.note(at, NoteKind::HtmlRemoved);
        }
        Some(text)
    }

    /// Goes through the pages, panels and questions of something.
    fn elements(&mut self, tree: &Json, path: &str, around: &Around) {
        for name in ["pages", "elements", "questions"] {
            let Some(Json::Array(elements)) = tree.get(name) else {
                continue;
            };
            for (index, element) in elements.iter().enumerate() {
                self.element(element, &format!("{path}.{name}[{index}]"), around);
            }
        }
    }

    fn element(&mut self, element: &Json, path: &str, around: &Around) {
        let kind = element
            .get("type")
            .and_then(Json::as_text)
            .unwrap_or("page");
        let name = element
            .get("name")
            .and_then(Json::as_text)
            .map(|name| clean(name, false))
            .unwrap_or_default();
        if ["visibleIf", "enableIf"]
            .iter()
            .any(|condition| element.get(condition).is_some())
        {
            let at = self.report.path(path);
            self.report
                .note(at, NoteKind::ConditionLeftOut(excerpt(&name)));
        }
        let own = self.localized(element.get("title"), &format!("{path}.title"));
        match kind {
            "page" | "panel" => {
                let own = own.or_else(|| (!name.is_empty()).then(|| Localized::plain(&name)));
                let around =
                    own.map_or_else(|| around.clone(), |title| (title, format!("{path}.title")));
                self.elements(element, path, &around);
            }
            "rating" | "radiogroup" | "buttongroup" | "dropdown" => {
                let choices = if kind == "rating" {
                    self.rating(element, path)
                } else {
                    self.choices(element, "choices", path)
                };
                if self.offers(choices, path, &name, kind) {
                    self.extra_answers(element, path, &name);
                    let title = own.unwrap_or_else(|| Localized::plain(&name));
                    let scale = self.scale(around);
                    self.questions.push(Question {
                        name,
                        path: path.to_owned(),
                        title,
                        scale,
                    });
                }
            }
            "matrix" => self.matrix(element, path, &name, own),
            _ => {
                let at = self.report.path(path);
                self.report
                    .note(at, NoteKind::QuestionLeftOut(excerpt(&name), excerpt(kind)));
            }
        }
    }

    /// A statement for each row; the title is that of their scale.
    fn matrix(&mut self, element: &Json, path: &str, name: &str, own: Option<Localized>) {
        let columns = self.choices(element, "columns", path);
        if !self.offers(columns, path, name, "matrix") {
            return;
        }
        let title = own.unwrap_or_else(|| Localized::plain(name));
        let scale = self.scale(&(title, format!("{path}.title")));
        let Some(Json::Array(rows)) = element.get("rows") else {
            return;
        };
        for (index, row) in rows.iter().enumerate() {
            let path = format!("{path}.rows[{index}]");
            let label = row.get("text").or_else(|| row.get("value")).unwrap_or(row);
            let value = Localized::read(row.get("value").unwrap_or(row));
            let value = value.map(|(value, _)| value.own).unwrap_or_default();
            if let Some(title) = self.localized(Some(label), &path) {
                let name = format!("{name}-{value}");
                self.questions.push(Question {
                    name,
                    path,
                    title,
                    scale,
                });
            }
        }
    }

    /// The scale of this title.
    fn scale(&mut self, around: &Around) -> ScaleIndex {
        let own = &around.0.own;
        let mut titles = self.scales.iter();
        // From the last on: questions of one scale follow each other.
        let found = titles.rposition(|(title, _)| title.own == *own);
        ScaleIndex::from_usize(found.unwrap_or_else(|| {
            self.scales.push(around.clone());
            self.scales.len() - 1
        }))
    }

    /// Whether a question has options, the same as those before it.
    fn offers(&mut self, choices: Option<Choices>, path: &str, name: &str, kind: &str) -> bool {
        let at = self.report.path(path);
        let Some(choices) = choices else {
            self.report
                .note(at, NoteKind::QuestionLeftOut(excerpt(name), excerpt(kind)));
            return false;
        };
        match &self.choices {
            Some(first) if !first.are_those_of(&choices) => {
                self.report.fault(at, Fault::OptionsDiffer(excerpt(name)));
            }
            Some(_) => {}
            None => self.choices = Some(choices),
        }
        true
    }

    fn extra_answers(&mut self, element: &Json, path: &str, name: &str) {
        let extra = [
            "hasOther",
            "showOtherItem",
            "hasNone",
            "showNoneItem",
            "showRefuseItem",
            "showDontKnowItem",
        ];
        if extra
            .iter()
            .any(|name| element.get(name) == Some(&Json::Bool(true)))
        {
            let at = self.report.path(path);
            self.report
                .note(at, NoteKind::ExtraAnswerLeftOut(excerpt(name)));
        }
    }
}
