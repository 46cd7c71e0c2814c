//! Every text that a visitor can read, collected from the tables and the result texts.

use std::collections::BTreeSet;

use app::after::{Rejection, Status};
use app::practice::{Act, Kind, LastTalk, Place, Tie};
use app::session::{Notice, Part};
use json::Faults;
use measure::change::{Refusal, Verdict};
use measure::completed::Provenance;
use measure::instrument::{FormName, Instrument};
use measure::scoring::{Band, Note, NoteCode};
use measure::time::UnixMs;
use records::import::{FileKind, OtherFile, Refused};
use records::texts::{Paragraph, parse};
use testing::shipped;
use words::practice::Term;
use words::results::Made;
use words::workbook::WorkbookStrings;

/// One text, and what was inserted into it.
pub(crate) struct Text {
    /// The path of the field that it comes from.
    pub(crate) name: String,
    pub(crate) text: String,
    pub(crate) inserted: Vec<String>,
}

/// All texts of one language. A sentence that is built at run time is there with samples.
pub(crate) struct Language {
    pub(crate) tables: &'static WorkbookStrings,
    pub(crate) texts: Vec<Text>,
    /// What the results say about each band of each direction and facet.
    pub(crate) paragraphs: Vec<(String, Paragraph)>,
    /// Fields that say two different things in the same words.
    pub(crate) ambiguous: Vec<String>,
    called: BTreeSet<String>,
}

/// The members of an enumeration.
macro_rules! all {
    ($name:ident: $($member:ident)+) => { [$($name::$member),+] };
}

/// Calls several fields of a table in one way.
macro_rules! call {
    ($self:ident.$method:ident($path:literal, $table:expr): $($field:ident)+) => {
        $($self.$method(concat!($path, stringify!($field)), $table.$field);)+
    };
}

impl Language {
    pub(crate) fn new(tables: &'static WorkbookStrings, results: &str) -> Self {
        let mut language = Self {
            tables,
            texts: Vec::new(),
            paragraphs: Vec::new(),
            ambiguous: Vec::new(),
            called: BTreeSet::new(),
        };
        let functions = language.add_constants();
        language.call_audit();
        language.call_results();
        language.call_workbook();
        language.call_practice();
        language.call_for_instrument(&shipped());
        assert_eq!(language.called, functions, "each function is called above");
        language.add_paragraphs(&shipped(), results);
        language
    }

    /// Adds the constant texts. They are read from the `Debug` output of the tables, so that none
    /// can be forgotten. Returns the paths of the function pointers in it.
    fn add_constants(&mut self) -> BTreeSet<String> {
        let mut path: Vec<String> = Vec::new();
        let mut functions = BTreeSet::new();
        for line in format!("{:#?}", self.tables).lines() {
            let depth = (line.len() - line.trim_start().len()) / 4;
            path.truncate(depth.saturating_sub(1));
            let line = line.trim();
            let is_name =
                |name: &str| !name.contains(|c: char| !c.is_ascii_lowercase() && c != '_');
            let field = line.split_once(": ").filter(|(name, _)| is_name(name));
            let (field, value) = field.unwrap_or(("", line));
            path.push(field.to_owned());
            let name = path.join(".");
            let name = name.trim_matches('.');
            if value.starts_with("0x") {
                functions.insert(name.to_owned());
            } else if let Some(text) = value.strip_prefix('"') {
                self.add(name, text.trim_end_matches(',').trim_end_matches('"'), &[]);
            }
        }
        functions
    }

    fn add_paragraphs(&mut self, instrument: &Instrument, results: &str) {
        let texts = parse(results).unwrap_or_else(|faults| panic!("{faults}"));
        assert!(texts.fits(instrument));
        for band in Band::ALL {
            let scales = instrument.scales.iter().map(|scale| &scale.id);
            let scales = scales.map(|id| (id, texts.direction(id.as_str(), band)));
            let facets = instrument.facets.iter().map(|facet| &facet.id);
            let facets = facets.map(|id| (id, texts.facet(id.as_str(), band)));
            for (id, paragraph) in scales.chain(facets) {
                let name = format!("results.{id}.{}", band.as_str());
                let paragraph = paragraph.expect(&name).clone();
                for part in [&paragraph.picture, &paragraph.cost, &paragraph.first_move] {
                    self.add(&name, part.as_str(), &[]);
                }
                self.paragraphs.push((name, paragraph));
            }
        }
        for item in &instrument.items {
            self.add(&format!("items.{}", item.id), item.stem.as_str(), &[]);
        }
    }

    fn add(&mut self, name: &str, text: impl Into<String>, inserted: &[&str]) {
        self.texts.push(Text {
            name: name.to_owned(),
            text: text.into(),
            inserted: inserted.iter().map(ToString::to_string).collect(),
        });
    }

    fn call(&mut self, name: &str, text: impl Into<String>, inserted: &[&str]) {
        self.called.insert(name.to_owned());
        self.add(name, text, inserted);
    }

    /// A text for each of several values, which it has to tell apart.
    fn each<T: Into<String>>(&mut self, name: &str, texts: impl IntoIterator<Item = T>) {
        let texts: Vec<String> = texts.into_iter().map(Into::into).collect();
        if texts.iter().collect::<BTreeSet<_>>().len() < texts.len() {
            self.ambiguous.push(name.to_owned());
        }
        for text in texts {
            self.call(name, text, &[]);
        }
    }

    /// A sentence about a name, a day or a title.
    fn one(&mut self, name: &str, sentence: fn(&str) -> String) {
        self.call(name, sentence("Ada"), &["Ada"]);
    }

    fn two(&mut self, name: &str, sentence: fn(&str, &str) -> String) {
        self.call(name, sentence("Ada", "Ben"), &["Ada", "Ben"]);
    }

    /// A sentence with a number, where one may be a word.
    fn count(&mut self, name: &str, sentence: impl Fn(usize) -> String) {
        for count in 1..=40 {
            let number = count.to_string();
            let inserted: &[&str] = if count == 1 { &[] } else { &[&number] };
            self.call(name, sentence(count), inserted);
        }
    }

    /// A sentence with two numbers.
    fn counts(&mut self, name: &str, sentence: impl Fn(usize, usize) -> String) {
        self.count(name, |count| sentence(count, count));
        self.count(name, |count| sentence(count, count + 1));
    }

    fn terms<T: Copy>(&mut self, name: &str, all: &[T], term: fn(T) -> Term) {
        self.each(name, all.iter().map(|value| term(*value).name));
        self.each(name, all.iter().map(|value| term(*value).about));
    }

    fn call_audit(&mut self) {
        let words = self.tables.audit;
        call!(self.counts("audit.", words): form_length go_on_state progress);
        call!(self.count("audit.", words): review_heading);
        call!(self.one("audit.", words): see_result marked);
        self.call("audit.review_heading", (words.review_heading)(0), &[]);
        self.counts("audit.review_unscored", |answered, needed| {
            (words.review_unscored)("Up", answered, needed)
        });
        self.each("audit.open_part", Part::ALL.map(words.open_part));
        let notices = all!(Notice: MemoryOnly NotSaved StorageFull Unreadable ReadOnly OtherInstrument
            DisplacedElsewhere FinishedElsewhere RestartedElsewhere ErasedElsewhere ClearedElsewhere NotErased);
        self.each("audit.notice", notices.map(words.notice));
        self.each(
            "audit.date",
            (1..=12).map(|month| (words.date)(2026, month, 3)),
        );
    }

    fn call_results(&mut self) {
        let words = self.tables.results;
        call!(self.counts("results.", words): not_scored answered_of);
        call!(self.count("results.", words): go_on_to_full);
        call!(self.one("results.", words): finding_weakest);
        call!(self.two("results.", words): facet_extremes);
        for form in FORMS {
            self.call(
                "results.result_kicker",
                (words.result_kicker)("3 May", form),
                &["3 May"],
            );
        }
        for labels in [&["Up", "Down"][..], &["Up", "Across", "Down"]] {
            self.call(
                "results.finding_too_close",
                (words.finding_too_close)(labels),
                labels,
            );
        }
        let score = (words.score_with_interval)(75, 60, 90);
        self.call("results.score_with_interval", score, &["75", "60", "90"]);
        self.call("results.interval", (words.interval)(60, 90), &["60", "90"]);
        self.each("results.band", Band::ALL.map(words.band));
        self.each("results.band_meaning", Band::ALL.map(words.band_meaning));
        let hedged = (words.band_hedged)("one", &["two", "three"]);
        self.call("results.band_hedged", hedged, &["one", "two", "three"]);
        let steps = [None, Some(1), Some(2), Some(3), Some(4), Some(5)];
        self.each("results.map_step", steps.map(words.map_step));
        for seen in 1..=12 {
            // The first needs at least twelve answers, most of them alike.
            for (code, seen, of) in [
                (NoteCode::StraightLining, seen + 10, seen + 12),
                (NoteCode::TooFast, seen, seen),
                (NoteCode::ManyMissing, seen, seen + 3),
            ] {
                let text = (words.quality_note)(&Note { code, seen, of });
                self.call(
                    "results.quality_note",
                    text,
                    &[&seen.to_string(), &of.to_string()],
                );
            }
            for assumed in [true, false] {
                let text = (words.made_of)(&Made {
                    label: "Up",
                    answered: 13,
                    total: 14,
                    reversed: seen as usize,
                    mean: "4.04",
                    score: "76.1",
                    sem: "9.4",
                    assumed,
                });
                self.call(
                    "results.made_of",
                    text,
                    &["Up", "13", "14", "4.04", "76.1", "9.4"],
                );
            }
        }
    }

    fn call_workbook(&mut self) {
        let words = self.tables;
        call!(self.count("", words): more_faults file_faulty file_differs);
        call!(self.counts("", words): print_about_audit);
        call!(self.one("", words): take_cost show forget print_monday);
        call!(self.two("", words): compare_heading);
        self.count("file_ignored", |count| (words.file_ignored)(count, "$.x"));
        self.counts("file_backup", |answers, results| {
            (words.file_backup)("a.json", answers, results)
        });
        for form in FORMS {
            self.call(
                "past_result",
                (words.past_result)("3 May", form),
                &["3 May"],
            );
            self.counts("file_result", |answered, total| {
                (words.file_result)("a.json", "3 May", form, answered, total)
            });
        }
        self.each(
            "said",
            all!(Status: Copied NotCopied NotPrinted).map(words.said),
        );
        let mut unfit = vec![Rejection::TooLarge(1_048_577), Rejection::Unreadable];
        unfit.extend(refusals().map(Rejection::Refused));
        self.each(
            "unfit",
            unfit.iter().map(|unfit| (words.unfit)("a.json", unfit)),
        );
        let refusals =
            all!(Refusal: OtherInstrument OtherMajorVersion OtherForm CannotBeScored SameResult);
        self.each("refusal", refusals.map(words.refusal));
        let verdicts = all!(Verdict: Higher Lower NoReliableChange CannotBeCompared);
        self.each(
            "change",
            verdicts.map(|verdict| (words.change)("Up", verdict)),
        );
        for (points, shown) in [(-7, "−7"), (7, "+7"), (0, "0")] {
            self.call("points", (words.points)(points, 20), &[shown, "20"]);
        }
    }

    fn call_practice(&mut self) {
        let words = self.tables.practice;
        call!(self.counts("practice.", words): no_room);
        call!(self.count("practice.lacks.", words.lacks): shorter);
        call!(self.counts("practice.map.", words.map): count);
        call!(self.count("practice.map.", words.map): full);
        call!(self.one("practice.map.", words.map): edit_heading edit remove move_up move_down
            long_silence choose_one);
        call!(self.one("practice.act.", words.act): example);
        call!(self.two("practice.act.", words.act): plan_sentence);
        call!(self.one("practice.sheet.", words.sheet): made_on);
        call!(self.one("practice.weekly.", words.weekly): keeps_copy);
        call!(self.two("practice.weekly.", words.weekly): greeting running);
        let line = (words.weekly.log_line)("3 May", "Thank", "Ada", "Yes");
        self.call(
            "practice.weekly.log_line",
            line,
            &["3 May", "Thank", "Ada", "Yes"],
        );
        let places = Place::ALL.iter().copied();
        self.each(
            "practice.map.only_strained",
            places.clone().map(words.map.only_strained),
        );
        self.each("practice.map.nobody", places.map(words.map.nobody));
        let rhythms = &words.cadence;
        for (name, title) in [
            ("practice.cadence.weekly.title", rhythms.weekly.title),
            ("practice.cadence.monthly.title", rhythms.monthly.title),
            ("practice.cadence.moments.title", rhythms.moments.title),
        ] {
            self.call(name, title(Some("Ada")), &["Ada"]);
            self.call(name, title(None), &[]);
        }
        self.terms("practice.place", Place::ALL, words.place);
        self.terms("practice.kind", Kind::ALL, words.kind);
        self.terms("practice.tie", Tie::ALL, words.tie);
        self.terms("practice.last_talk", LastTalk::ALL, words.last_talk);
        self.terms("practice.act_name", Act::ALL, words.act_name);
        let acts = Act::ALL.iter();
        let openers =
            acts.flat_map(|act| Place::ALL.iter().map(|place| (words.opener)(*act, *place)));
        self.each("practice.opener", openers.flatten());
    }

    /// Texts for the scales and facets of an instrument, by id; others have none.
    fn call_for_instrument(&mut self, instrument: &Instrument) {
        let Self { tables, .. } = *self;
        let facets = || instrument.facets.iter().map(|facet| facet.id.as_str());
        let mut moves = Vec::new();
        for scale in instrument.scales.iter().map(|scale| scale.id.as_str()) {
            self.call(
                "audit.scale_about",
                (tables.audit.scale_about)(scale).expect(scale),
                &[],
            );
            moves.extend(facets().map(|id| (tables.practice.first_move)(scale, id).expect(id)));
        }
        self.each("practice.first_move", moves);
        self.each(
            "print_facet",
            facets().map(|id| (tables.print_facet)(id).expect(id)),
        );
        assert_eq!((tables.audit.scale_about)("other"), None);
        assert_eq!((tables.practice.first_move)("other", "trust"), None);
        assert_eq!((tables.print_facet)("other"), None);
    }
}

const FORMS: [FormName; 2] = [FormName::Full, FormName::Short];

fn refusals() -> [Refused; 5] {
    let faults = || Faults::one("$", "no".to_owned());
    let kind = FileKind::Result;
    [
        Refused::NotJson(faults()),
        Refused::OtherFile(OtherFile::Object),
        Refused::Newer { kind, version: 2 },
        Refused::OtherInstrument(Provenance {
            id: "other".to_owned(),
            version: "1.0.0".to_owned(),
            hash: "fnv1a64:0".to_owned(),
            form: FormName::Full,
            ended_at: UnixMs(0),
        }),
        Refused::Faulty(faults()),
    ]
}
