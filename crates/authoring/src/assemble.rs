//! From a draft to the tree of the questionnaire file, in its canonical order.

mod nodes;

use std::collections::BTreeSet;

use json::Json;
use measure::instrument::{ItemIndex, PULSE_LENGTH, ScaleIndex};

use crate::columns::{self, Column};
use crate::draft::{Draft, Judged, Node, Square, Text};
use crate::fault::{Fault, NoteKind};
use crate::report::{At, Report};
use crate::tables::Table;
use nodes::{id_of, item_of, key_of, own, placeholder, put, scale_texts, text, words_in};

type Entries = Vec<(String, Node)>;

/// Builds the tree, and reports what translations lack.
pub(crate) struct Assembly<'a> {
    pub(crate) draft: &'a Draft,
    pub(crate) tables: &'a [Table],
    pub(crate) report: &'a mut Report,
    /// The columns that were reported as missing, by table.
    lacking: BTreeSet<(Option<usize>, Column, usize)>,
}

impl<'a> Assembly<'a> {
    pub(crate) fn new(draft: &'a Draft, tables: &'a [Table], report: &'a mut Report) -> Self {
        Self {
            draft,
            tables,
            report,
            lacking: BTreeSet::new(),
        }
    }

    /// The whole tree.
    pub(crate) fn tree(&mut self) -> Node {
        let draft = self.draft;
        let mut root = Entries::new();
        put(&mut root, "id", Some(Node::words(&draft.id)));
        let mut version = Node::words(&draft.version);
        if !draft.version.is_good {
            version.judged = Judged::Instead(Json::from("1.0.0"));
        }
        put(&mut root, "version", Some(version));
        put(&mut root, "language", Some(Node::words(&draft.language)));
        put(&mut root, "wording", draft.wordings.own.clone());
        put(&mut root, "title", Some(own(&draft.title)));
        put(&mut root, "scales", Some(self.scales()));
        for (name, node) in draft
            .measurement
            .iter()
            .filter(|(name, _)| *name != "bands")
        {
            put(&mut root, name, Some(node.clone()));
        }
        let bands = draft.measurement.iter().find(|(name, _)| *name == "bands");
        put(&mut root, "bands", bands.map(|(_, node)| node.clone()));
        put(&mut root, "facets", self.facets());
        put(&mut root, "squares", self.squares(None));
        put(&mut root, "options", Some(self.options(None)));
        put(
            &mut root,
            "not_applicable",
            draft.not_applicable.as_ref().map(own),
        );
        let items = draft.items.iter().map(item_of(draft));
        put(
            &mut root,
            "items",
            Some(Node::list(At::File, items.collect())),
        );
        put(&mut root, "pulse", self.pulse(None));
        put(&mut root, "forms", Some(self.forms()));
        let translations: Vec<Node> = (0..draft.tags.len())
            .map(|one| self.translation(one))
            .collect();
        if !translations.is_empty() {
            put(
                &mut root,
                "translations",
                Some(Node::list(At::File, translations)),
            );
        }
        Node::object(At::File, root)
    }

    fn scales(&self) -> Node {
        let scales = self.draft.scales.iter().map(|scale| {
            let mut entries = Entries::new();
            put(&mut entries, "id", Some(text(scale.label.at, &scale.id)));
            put(&mut entries, "label", Some(own(&scale.label)));
            let (who, why, about) = scale_texts(scale.texts.as_ref(), None);
            put(&mut entries, "who", who);
            put(&mut entries, "sem", scale.sem.clone());
            put(&mut entries, "retest", scale.retest.clone());
            put(&mut entries, "why", why);
            put(&mut entries, "about", about);
            Node::object(scale.label.at, entries)
        });
        let mut scales = Node::list(At::File, scales.collect());
        // That no statement names one is a fault of each.
        if self.draft.scales.is_empty() && !self.draft.items.is_empty() {
            let fields = ["id", "label"].map(|name| (name.to_owned(), Json::from("x")));
            scales.judged = Judged::Instead(Json::Array(vec![Json::Object(fields.to_vec())]));
        }
        scales
    }

    fn facets(&self) -> Option<Node> {
        let facets = self.draft.facets.iter().map(|facet| {
            let mut entries = Entries::new();
            put(&mut entries, "id", Some(text(facet.label.at, &facet.id)));
            put(&mut entries, "label", Some(own(&facet.label)));
            put(
                &mut entries,
                "about",
                facet.about.as_ref().and_then(|about| words_in(about, None)),
            );
            Node::object(facet.label.at, entries)
        });
        let facets: Vec<Node> = facets.collect();
        (!facets.is_empty()).then(|| Node::list(At::File, facets))
    }

    /// What is said of squares, in the questionnaire's own language or in another: by scale, by facet.
    fn squares(&self, language: Option<usize>) -> Option<Node> {
        let mut sorted: Vec<&Square> = self.draft.squares.iter().collect();
        sorted.sort_by_key(|square| (square.scale, square.facet));
        let mut scales: Vec<(ScaleIndex, Entries)> = Vec::new();
        for square in sorted {
            let mut entries = Entries::new();
            put(&mut entries, "about", words_in(&square.about, language));
            put(&mut entries, "try", words_in(&square.try_this, language));
            let facet = square.facet.of(&self.draft.facets);
            let (Some(facet), false) = (facet, entries.is_empty()) else {
                continue;
            };
            let entry = (facet.id.clone(), Node::object(square.about.at, entries));
            match scales.last_mut() {
                Some((scale, facets)) if *scale == square.scale => facets.push(entry),
                _ => scales.push((square.scale, vec![entry])),
            }
        }
        let scales = scales.into_iter().filter_map(|(scale, facets)| {
            let scale = scale.of(&self.draft.scales)?;
            Some((scale.id.clone(), Node::object(scale.label.at, facets)))
        });
        let scales: Entries = scales.collect();
        (!scales.is_empty()).then(|| Node::object(At::File, scales))
    }

    fn options(&mut self, language: Option<usize>) -> Node {
        let draft = self.draft;
        let labels = draft.options.iter().map(|label| match language {
            None => own(label),
            Some(language) => self.translated(label, language),
        });
        let labels = labels.collect();
        Node::list(
            draft.options.first().map_or(At::File, |label| label.at),
            labels,
        )
    }

    fn pulse(&mut self, language: Option<usize>) -> Option<Node> {
        let draft = self.draft;
        let first = draft.pulse.first()?;
        let statements = draft.pulse.iter().map(|statement| match language {
            None => own(statement),
            Some(language) => self.translated(statement, language),
        });
        let mut node = Node::list(first.at, statements.collect());
        if draft.pulse.len() != PULSE_LENGTH {
            node.judged = Judged::LeftOut;
        }
        Some(node)
    }

    fn forms(&self) -> Node {
        let ids = |form: &[ItemIndex]| {
            let items = form.iter().filter_map(|index| index.of(&self.draft.items));
            Node::list(At::File, items.map(id_of).collect())
        };
        let mut forms = Entries::new();
        put(&mut forms, "full", Some(ids(&self.draft.full)));
        put(&mut forms, "short", self.draft.short.as_deref().map(ids));
        let mut node = Node::object(At::File, forms);
        if self.draft.full.is_empty() {
            let ids = self
                .draft
                .items
                .iter()
                .map(|item| Json::String(key_of(item)));
            let full = ("full".to_owned(), Json::Array(ids.collect()));
            node.judged = Judged::Instead(Json::Object(vec![full]));
        }
        node
    }

    fn translation(&mut self, language: usize) -> Node {
        let draft = self.draft;
        let tag = draft.tags.get(language).map_or("", String::as_str);
        let mut entries = Entries::new();
        put(&mut entries, "language", Some(text(At::File, tag)));
        let wording = draft.wordings.others.get(language).cloned().flatten();
        put(&mut entries, "wording", wording);
        let title = match draft.title.other(language) {
            Some(title) => Node::words(title),
            None => {
                self.report
                    .note(draft.title.at, NoteKind::TitleNotTranslated(tag.to_owned()));
                own(&draft.title)
            }
        };
        put(&mut entries, "title", Some(title));
        let scales = draft.scales.iter().map(|scale| {
            let mut entries = Entries::new();
            put(
                &mut entries,
                "label",
                Some(self.translated(&scale.label, language)),
            );
            let (who, why, about) = scale_texts(scale.texts.as_ref(), Some(language));
            put(&mut entries, "who", who);
            put(&mut entries, "why", why);
            put(&mut entries, "about", about);
            (scale.id.clone(), Node::object(scale.label.at, entries))
        });
        let scales = scales.collect();
        put(&mut entries, "scales", Some(Node::object(At::File, scales)));
        let facets: Entries = draft
            .facets
            .iter()
            .map(|facet| {
                let mut entries = Entries::new();
                put(
                    &mut entries,
                    "label",
                    Some(self.translated(&facet.label, language)),
                );
                let about = facet
                    .about
                    .as_ref()
                    .and_then(|about| words_in(about, Some(language)));
                put(&mut entries, "about", about);
                (facet.id.clone(), Node::object(facet.label.at, entries))
            })
            .collect();
        if !facets.is_empty() {
            put(&mut entries, "facets", Some(Node::object(At::File, facets)));
        }
        put(&mut entries, "squares", self.squares(Some(language)));
        put(&mut entries, "options", Some(self.options(Some(language))));
        let not_applicable = draft.not_applicable.as_ref();
        let not_applicable = not_applicable.map(|label| self.translated(label, language));
        put(&mut entries, "not_applicable", not_applicable);
        let stems = draft.items.iter().map(|item| {
            let stem = self.translated(&item.stem, language);
            (key_of(item), stem)
        });
        let stems = stems.collect();
        put(&mut entries, "items", Some(Node::object(At::File, stems)));
        let observers = draft.items.iter().filter_map(|item| {
            let words = item.observer.as_ref()?.other(language)?;
            Some((key_of(item), Node::words(words)))
        });
        let observers: Entries = observers.collect();
        if !observers.is_empty() {
            put(
                &mut entries,
                "observers",
                Some(Node::object(At::File, observers)),
            );
        }
        put(&mut entries, "pulse", self.pulse(Some(language)));
        Node::object(At::File, entries)
    }

    /// A text that every language has to have.
    fn translated(&mut self, text: &Text, language: usize) -> Node {
        if let Some(words) = text.other(language) {
            return Node::words(words);
        }
        let tag = self.draft.tags.get(language).map_or("", String::as_str);
        // What lacks its own words is one fault already.
        if text.own.is_some() {
            let table = text.from.and_then(|(table, _)| self.tables.get(table));
            let column = text.from.map(|(_, column)| column);
            let place = table.zip(column).and_then(|(table, column)| {
                let column = table.columns.get(&(column, Some(language)))?;
                match text.at {
                    At::Cell(sheet, row, _) => Some(At::Cell(sheet, row, *column)),
                    _ => None,
                }
            });
            match (place, column) {
                (Some(at), _) => self.report.fault(at, Fault::NotTranslated(tag.to_owned())),
                (None, None) => self
                    .report
                    .fault(text.at, Fault::NotTranslated(tag.to_owned())),
                (None, Some(column)) => {
                    let key = (text.from.map(|(table, _)| table), column, language);
                    if self.lacking.insert(key) {
                        let name = format!("{}:{tag}", columns::name(column));
                        let at = table.map_or(At::File, Table::first);
                        self.report.fault(at, Fault::NoColumn(name));
                    }
                }
            }
        }
        placeholder(text.at)
    }
}
