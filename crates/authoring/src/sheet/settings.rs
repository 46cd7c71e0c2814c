//! The settings of a sheet, and what is filled in for those that are missing.

use std::collections::BTreeMap;

use json::visible::{clean, excerpt};
use json::{FaultKind, Json, Notation};
use measure::instrument::{Id, MAX_LABEL, WordingState, is_language, is_version};

use super::{Reader, Settings};
use crate::columns::{self, Column, Kind, Setting, setting_name};
use crate::draft::{Judged, Node, Text, Wordings};
use crate::fault::{Fault, NoteKind};
use crate::report::{At, Words};
use crate::values;

const VERSION: &str = "1.0.0";
const LANGUAGE: &str = "en";

/// The settings that are there.
type Given = BTreeMap<Setting, Text>;

/// The title that the name of a file gives, if it gives any: “Work habits” for `work-habits.csv`.
pub(crate) fn title_from(file_name: &str) -> String {
    let name = file_name.rsplit(['/', '\\']).next().unwrap_or_default();
    let name = name.rsplit_once('.').map_or(name, |(name, _)| name);
    let name = clean(&name.replace(['_', '-'], " "), false);
    let mut letters = json::visible::cut(&name, MAX_LABEL).trim().chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => "Questionnaire".to_owned(),
    }
}

/// The id that a title gives.
pub(crate) fn id_from(title: &str) -> String {
    values::slug(title, 48, "questionnaire")
}

fn words(text: &str, at: At, is_good: bool) -> Words {
    Words {
        text: text.to_owned(),
        at,
        is_good,
    }
}

impl Reader<'_> {
    pub(super) fn settings(&mut self, file_name: &str, language: Option<&str>) -> Settings {
        let given = self.given();
        let title = match given
            .get(&Setting::Title)
            .filter(|title| title.own.is_some())
        {
            Some(title) => title.clone(),
            None => {
                let title = title_from(file_name);
                self.report
                    .note(At::File, NoteKind::TitleFilled(title.clone()));
                let others = given.get(&Setting::Title).map(|title| title.others.clone());
                let mut title = Text::own(&title, At::File);
                title.others = others.unwrap_or_default();
                title
            }
        };
        let id = self.own(
            &given,
            Setting::Id,
            clean_text,
            |text| Id::new(text).is_some(),
            Notation::Id,
        );
        let id = id.unwrap_or_else(|| {
            let title = title.own.as_ref().map_or("", |title| &title.text);
            let id = id_from(title);
            self.report.note(At::File, NoteKind::IdFilled(id.clone()));
            words(&id, At::File, true)
        });
        let version = self.own(
            &given,
            Setting::Version,
            values::version,
            is_version,
            Notation::Version,
        );
        let version = version.unwrap_or_else(|| {
            self.report
                .note(At::File, NoteKind::VersionFilled(VERSION.to_owned()));
            words(VERSION, At::File, true)
        });
        let set = self.own(
            &given,
            Setting::Language,
            clean_text,
            is_language,
            Notation::Language,
        );
        let language = set.unwrap_or_else(|| {
            let language = language.unwrap_or(LANGUAGE);
            self.report
                .note(At::File, NoteKind::LanguageFilled(language.to_owned()));
            words(language, At::File, true)
        });
        let not_applicable = given
            .get(&Setting::DoesNotApply)
            .filter(|label| label.own.is_some());
        if not_applicable.is_none() {
            self.report.note(At::File, NoteKind::NoDoesNotApply);
        }
        Settings {
            wordings: self.wordings(&given, &version),
            measurement: self.measurement(&given),
            not_applicable: not_applicable.cloned(),
            id,
            version,
            language,
            title,
        }
    }

    /// Every setting that has a value.
    fn given(&mut self) -> Given {
        let mut given = Given::new();
        let mut rows: BTreeMap<Setting, usize> = BTreeMap::new();
        for (table, row) in self.rows(Kind::Settings) {
            let value = self.text(table, row, Column::Value, MAX_LABEL);
            let (at, name) = match self.cell(table, row, Column::Setting) {
                Some((at, Some(name))) => (at, name),
                empty => {
                    let at = empty.map_or(value.at, |(at, _)| at);
                    let name = columns::name(Column::Setting).to_owned();
                    self.report.fault(at, Fault::EmptyCell(name));
                    continue;
                }
            };
            let Some(setting) = columns::setting(name) else {
                self.report
                    .note(at, NoteKind::UnknownSetting(excerpt(name)));
                continue;
            };
            if !value.is_some() {
                continue;
            }
            if let Some(earlier) = rows.insert(setting, row.number) {
                self.report.fault(at, Fault::SameAsRow(earlier));
            } else {
                given.insert(setting, value);
            }
        }
        given
    }

    /// A setting that has to be written in a certain way.
    fn own(
        &mut self,
        given: &Given,
        setting: Setting,
        read: impl Fn(&str) -> String,
        is_right: impl Fn(&str) -> bool,
        notation: Notation,
    ) -> Option<Words> {
        let value = given.get(&setting)?.own.as_ref()?;
        Some(self.notated(value, read, is_right, notation))
    }

    fn notated(
        &mut self,
        value: &Words,
        read: impl Fn(&str) -> String,
        is_right: impl Fn(&str) -> bool,
        notation: Notation,
    ) -> Words {
        let text = read(&value.text);
        let is_good = is_right(&text);
        if !is_good {
            let kind = FaultKind::NotA(notation, excerpt(&text));
            self.report.fault(value.at, Fault::Judged(kind));
        }
        words(&text, value.at, is_good)
    }

    /// The versions and the states of wordings.
    fn wordings(&mut self, given: &Given, version: &Words) -> Wordings {
        let versions = given.get(&Setting::WordingVersion);
        let states = given.get(&Setting::WordingState);
        let own = self.wording(
            versions.and_then(|text| text.own.as_ref()),
            states.and_then(|text| text.own.as_ref()),
            version,
        );
        let others = (0..self.tags.len()).map(|language| {
            let version_in = versions.and_then(|text| text.other(language));
            let state_in = states.and_then(|text| text.other(language));
            self.wording(version_in, state_in, version)
        });
        Wordings {
            own,
            others: others.collect(),
        }
    }

    fn wording(
        &mut self,
        version: Option<&Words>,
        state: Option<&Words>,
        otherwise: &Words,
    ) -> Option<Node> {
        let at = version.or(state)?.at;
        let version = match version {
            Some(version) => self.notated(version, values::version, is_version, Notation::Version),
            None => otherwise.clone(),
        };
        let state = match state {
            Some(state) => {
                let text = columns::plain(&state.text).replace(' ', "_");
                let is_good = WordingState::from_text(&text).is_some();
                if !is_good {
                    let kind = FaultKind::NotOneOf(excerpt(&state.text), WordingState::NAMES);
                    self.report.fault(state.at, Fault::Judged(kind));
                }
                words(&text, state.at, is_good)
            }
            None => words(WordingState::Draft.as_str(), at, true),
        };
        let is_good = version.is_good && state.is_good;
        let entries = [("version", version), ("state", state)];
        let entries = entries.map(|(name, words)| (name.to_owned(), Node::words(&words)));
        let mut node = Node::object(at, entries.to_vec());
        if !is_good {
            node.judged = Judged::LeftOut;
        }
        Some(node)
    }

    fn measurement(&mut self, given: &Given) -> Vec<(&'static str, Node)> {
        let cell = |setting: Setting| {
            let words = given.get(&setting)?.own.as_ref()?;
            Some((words.at, words.text.as_str()))
        };
        let facet_error = [
            Setting::FacetError,
            Setting::FacetErrorItems,
            Setting::FacetErrorPeople,
            Setting::FacetErrorCoefficient,
        ];
        let error = self.error(facet_error.map(cell), facet_error.map(setting_name), true);
        let parts = [
            Setting::Spread,
            Setting::SpreadPeople,
            Setting::SpreadCoefficient,
        ];
        let [value, people, coefficient] = parts.map(cell);
        let [name, people_name, coefficient_name] = parts.map(setting_name);
        let names = [name, "", people_name, coefficient_name];
        let spread = self.error([value, None, people, coefficient], names, false);
        let bands = self.bands(cell(Setting::MiddleFrom), cell(Setting::HighFrom));
        let all = [("facet_sem", error), ("spread", spread), ("bands", bands)];
        all.into_iter()
            .filter_map(|(name, node)| Some((name, node?)))
            .collect()
    }

    fn bands(&mut self, middle: Option<(At, &str)>, high: Option<(At, &str)>) -> Option<Node> {
        let at = middle.or(high)?.0;
        let mut is_good = true;
        let both = [
            (middle, Setting::HighFrom, high),
            (high, Setting::MiddleFrom, middle),
        ];
        let numbers = both.map(|(this, name, other)| {
            let (at, text) = this?;
            if other.is_none() {
                self.report
                    .fault(at, Fault::NeedsBeside(setting_name(name)));
            }
            let number = self.number(at, text);
            is_good &= number.is_some() && other.is_some();
            let value = number.map_or_else(|| Json::from(text), Json::Number);
            Some(Node::leaf(at, value))
        });
        let mut node = Node::list(at, numbers.into_iter().flatten().collect());
        if !is_good {
            node.judged = Judged::LeftOut;
        }
        Some(node)
    }

    /// An error or a spread: its value, the number of items (where `has_items`), the number of people and the
    /// coefficient, each with its place and its name.
    pub(super) fn error(
        &mut self,
        cells: [Option<(At, &str)>; 4],
        names: [&'static str; 4],
        has_items: bool,
    ) -> Option<Node> {
        let (at, _) = cells.into_iter().flatten().next()?;
        let [value, items, people, coefficient] = cells;
        let [value_name, items_name, people_name, coefficient_name] = names;
        let mut is_good = true;
        let mut needs = |here: Option<(At, &str)>, is_there: bool, name: &'static str| {
            if let (Some((at, _)), false) = (here, is_there) {
                self.report.fault(at, Fault::NeedsBeside(name));
                is_good = false;
            }
        };
        needs(Some((at, "")), value.is_some(), value_name);
        needs(value, !has_items || items.is_some(), items_name);
        needs(people, coefficient.is_some(), coefficient_name);
        needs(coefficient, people.is_some(), people_name);
        let mut number = |name: &str, cell: Option<(At, &str)>| {
            let (at, text) = cell?;
            let number = self.number(at, text);
            is_good &= number.is_some();
            let value = number.map_or_else(|| Json::from(text), Json::Number);
            Some((name.to_owned(), Node::leaf(at, value)))
        };
        let mut entries = Vec::new();
        entries.extend(number("value", value));
        entries.extend(number("items", items));
        let estimates = [number("n", people), number("coefficient", coefficient)];
        let is_estimated = estimates.iter().any(Option::is_some);
        let origin = if is_estimated { "estimated" } else { "assumed" };
        entries.push(("origin".to_owned(), Node::leaf(at, Json::from(origin))));
        entries.extend(estimates.into_iter().flatten());
        let mut node = Node::object(at, entries);
        if !is_good {
            node.judged = Judged::LeftOut;
        }
        Some(node)
    }
}

fn clean_text(text: &str) -> String {
    text.to_owned()
}
