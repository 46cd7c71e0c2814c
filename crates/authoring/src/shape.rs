//! What a questionnaire file may hold: its fields in their order, each with its limits and what it means. The canonical
//! form, the published schema and the table in `docs/instrument.md` follow from it; `measure::instrument` judges.

use measure::instrument::{MAX_ITEMS, MAX_LABEL, MAX_SETS, MAX_STEM, MAX_TEXT, PULSE_LENGTH};
use measure::response::{MAX_OPTIONS, MIN_OPTIONS};

/// What a value has to be.
pub(crate) enum Shape {
    /// A text for people, of at most so many characters.
    Words(usize),
    Id,
    Version,
    Language,
    /// One of these terms.
    One(&'static [&'static str]),
    /// A whole number, at least this.
    Whole(u64),
    /// A number of points, in this range.
    Points(f64, f64),
    /// A number of points between 0 and 100, and neither.
    CutOff,
    /// From so many to so many of these.
    List(&'static Shape, usize, usize),
    /// The fields, in order. One that is empty is left out, unless it is needed.
    Object(&'static [Field]),
    /// By the ids of scales, facets or items, in their order.
    ById(Ids, &'static Shape),
}

/// Whose ids.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Ids {
    Scales,
    Facets,
    Items,
}

/// A field of an object.
pub(crate) struct Field {
    pub(crate) name: &'static str,
    pub(crate) shape: Shape,
    pub(crate) is_needed: bool,
    /// In Markdown; empty where the field around it says it.
    pub(crate) about: &'static str,
}

const fn need(name: &'static str, shape: Shape, about: &'static str) -> Field {
    Field {
        name,
        shape,
        is_needed: true,
        about,
    }
}

const fn may(name: &'static str, shape: Shape, about: &'static str) -> Field {
    Field {
        name,
        shape,
        is_needed: false,
        about,
    }
}

use Shape::{ById, CutOff, Id, Language, List, Object, One, Points, Version, Whole, Words};

const WORDING: Shape = Object(&[
    need("version", Version, ""),
    need("state", One(&["draft", "read_back", "reviewed"]), ""),
]);
const ORIGIN: Shape = One(&["assumed", "estimated"]);
const VALUE: Shape = Points(0.01, 100.0);
const PEOPLE: Shape = Whole(200);
const SHARE: Shape = Points(0.0, 1.0);
const ERROR: Shape = Object(&[
    need("value", VALUE, ""),
    need("items", Whole(1), ""),
    need("origin", ORIGIN, ""),
    may("n", PEOPLE, ""),
    may("coefficient", SHARE, ""),
]);
const SPREAD: Shape = Object(&[
    need("value", VALUE, ""),
    need("origin", ORIGIN, ""),
    may("n", PEOPLE, ""),
    may("coefficient", SHARE, ""),
]);
const ABOUT: Shape = Object(&[
    may("low", Words(MAX_TEXT), ""),
    may("middle", Words(MAX_TEXT), ""),
    may("high", Words(MAX_TEXT), ""),
]);
const SQUARES: Shape = ById(
    Ids::Scales,
    &ById(
        Ids::Facets,
        &Object(&[
            may("about", Words(MAX_TEXT), ""),
            may("try", Words(MAX_TEXT), ""),
        ]),
    ),
);
const OPTIONS: Shape = List(&Words(MAX_LABEL), MIN_OPTIONS, MAX_OPTIONS);
const PULSE: Shape = List(&Words(MAX_STEM), PULSE_LENGTH, PULSE_LENGTH);
const FORM: Shape = List(&Id, 1, MAX_ITEMS);

const SCALE: Shape = Object(&[
    need("id", Id, ""),
    need("label", Words(MAX_LABEL), "as people read it"),
    may(
        "who",
        Words(MAX_TEXT),
        "who the scale is about, said on its first statement",
    ),
    may(
        "sem",
        ERROR,
        "`{value, items, origin}`: standard error in one sitting, in score points for that many answered items; `origin` is `assumed`, or `estimated` with `n` (at least 200 people) and `coefficient`, as [cohort.md](cohort.md) prints it",
    ),
    may(
        "retest",
        ERROR,
        "the same between two sittings weeks apart, by which change is judged",
    ),
    may("why", Words(MAX_TEXT), "why the scale matters"),
    may(
        "about",
        ABOUT,
        "`{low, middle, high}`: what is true of every score in a band; what is left out gets a neutral sentence",
    ),
]);
const FACET: Shape = Object(&[
    need("id", Id, ""),
    need("label", Words(MAX_LABEL), "as people read it"),
    may("about", Words(MAX_TEXT), "what the facet covers"),
]);
const ITEM: Shape = Object(&[
    need("id", Id, ""),
    need("scale", Id, "the id of its scale"),
    may("facet", Id, "the id of its facet"),
    need(
        "keying",
        One(&["forward", "reverse"]),
        "`reverse` where a high answer means less",
    ),
    need("stem", Words(MAX_STEM), "the statement"),
    may(
        "observer",
        Words(MAX_STEM),
        "the statement for somebody who sees the leader at work; not shown yet (see below)",
    ),
]);

/// The whole file.
pub(crate) const ROOT: Shape = Object(&[
    need(
        "id",
        Id,
        "a name: 1 to 64 of `A–Z a–z 0–9 . _ -`, as every id here",
    ),
    need(
        "version",
        Version,
        "three numbers, as `1.0.0`. Results of one major version can be compared",
    ),
    need("language", Language, "BCP 47 tag of the wording"),
    may(
        "wording",
        WORDING,
        "`{version, state}` of the wording; `state` is `draft`, `read_back` or `reviewed`. Left out: a draft of the questionnaire’s `version`",
    ),
    need("title", Words(MAX_LABEL), "what people call it"),
    need(
        "scales",
        List(&SCALE, 1, MAX_SETS),
        "in the order in which they are shown",
    ),
    may("facet_sem", ERROR, "as `sem`, for a facet in one sitting"),
    may(
        "spread",
        SPREAD,
        "`{value, origin}`: standard deviation between one person’s scales, in score points",
    ),
    may(
        "bands",
        List(&CutOff, 2, 2),
        "the scores from which the middle and the high band begin",
    ),
    may(
        "facets",
        List(&FACET, 0, MAX_SETS),
        "themes that run across the scales",
    ),
    may(
        "squares",
        SQUARES,
        "what is said of the items that share a scale and a facet: `{\"up\": {\"trust\": {\"about\": …, \"try\": …}}}`, what they ask about and one thing to try after a low answer",
    ),
    need(
        "options",
        OPTIONS,
        "the labels of the responses, from the least to the most",
    ),
    may(
        "not_applicable",
        Words(MAX_LABEL),
        "the label of “does not apply”; left out, nobody is offered it, and no scale can be left out as a whole",
    ),
    need(
        "items",
        List(&ITEM, 1, MAX_ITEMS),
        "the statements, in the order of exports",
    ),
    may(
        "pulse",
        PULSE,
        "five statements about the last month, for a team about its leader; left out, a round asks those of the program (see below)",
    ),
    need(
        "forms",
        Object(&[need("full", FORM, ""), may("short", FORM, "")]),
        "`{full, short}`: lists of item ids in the order in which they are asked; `short` is a part of `full`",
    ),
    may(
        "translations",
        List(&TRANSLATION, 0, MAX_SETS),
        "the words in further languages (see below)",
    ),
]);

const TRANSLATION: Shape = Object(&[
    need("language", Language, ""),
    may("wording", WORDING, ""),
    need("title", Words(MAX_LABEL), ""),
    need(
        "scales",
        ById(
            Ids::Scales,
            &Object(&[
                need("label", Words(MAX_LABEL), ""),
                may("who", Words(MAX_TEXT), ""),
                may("why", Words(MAX_TEXT), ""),
                may("about", ABOUT, ""),
            ]),
        ),
        "",
    ),
    may(
        "facets",
        ById(
            Ids::Facets,
            &Object(&[
                need("label", Words(MAX_LABEL), ""),
                may("about", Words(MAX_TEXT), ""),
            ]),
        ),
        "",
    ),
    may("squares", SQUARES, ""),
    need("options", OPTIONS, ""),
    may("not_applicable", Words(MAX_LABEL), ""),
    need("items", ById(Ids::Items, &Words(MAX_STEM)), ""),
    may("observers", ById(Ids::Items, &Words(MAX_STEM)), ""),
    may("pulse", PULSE, ""),
]);
