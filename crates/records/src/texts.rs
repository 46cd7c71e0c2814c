//! The paragraphs of a result for each band: what it looks like at work, what it costs, a first
//! move. They are loaded as a file while the audit is under way, since they are too long to compile
//! in.

use crate::format::{Fields, Map, Reader, record};
use json::{Cursor, FaultKind, Faults};
use measure::instrument::Instrument;
use measure::scoring::Band;

const SCHEMA: &str = "leadership-audit/texts";
const VERSION: u64 = 1;

record! {
    /// The text for one band of one direction or facet.
    #[derive(Eq)]
    pub struct Paragraph {
        /// What it may look like at work.
        pub picture: String,
        /// What it can cost; for a steady band, what keeping it costs or what it may hide.
        pub cost: String,
        /// Something to do within days.
        pub first_move ["move"]: String,
    }
}

record! {
    /// The paragraphs of one direction or facet.
    #[derive(Eq)]
    struct Paragraphs {
        strained: Paragraph,
        uneven: Paragraph,
        steady: Paragraph,
    }
}

record! {
    /// The result texts of one instrument in one language.
    #[derive(Eq)]
    pub struct Texts {
        instrument: String,
        directions: Map<Paragraphs>,
        facets: Map<Paragraphs>,
    }
}

impl Texts {
    /// The text for a direction, by the id of its scale.
    #[must_use]
    pub fn direction(&self, scale_id: &str, band: Band) -> Option<&Paragraph> {
        find(&self.directions, scale_id, band)
    }

    /// The text for a facet, by its id.
    #[must_use]
    pub fn facet(&self, facet_id: &str, band: Band) -> Option<&Paragraph> {
        find(&self.facets, facet_id, band)
    }

    /// Whether these are the texts of `instrument`, in any version.
    #[must_use]
    pub fn fits(&self, instrument: &Instrument) -> bool {
        self.instrument == instrument.id.as_str()
    }
}

fn find<'a>(entries: &'a Map<Paragraphs>, id: &str, band: Band) -> Option<&'a Paragraph> {
    let (_, paragraphs) = entries.0.iter().find(|(known, _)| known.as_str() == id)?;
    Some(match band {
        Band::Strained => &paragraphs.strained,
        Band::Uneven => &paragraphs.uneven,
        Band::Steady => &paragraphs.steady,
    })
}

/// Reads the texts in `text`: JSON like `content/result-texts.en.json`. Unknown fields are ignored.
///
/// # Errors
/// Every fault with its path, in reading order, among them every paragraph that lacks a part; a
/// syntax error, an exceeded limit, another schema or another version comes alone.
pub fn parse(text: &str) -> Result<Texts, Faults> {
    let tree = json::parse(text)?;
    let root = Cursor::root(&tree);
    let mut reader = Reader::default();
    let faults = &mut reader.faults;
    root.object(faults);
    let (schema, version) = (root.field("schema"), root.field("version"));
    if schema.text(faults).is_some_and(|name| name != SCHEMA) {
        schema.fault(FaultKind::NotTheText(SCHEMA), faults);
    }
    if version
        .whole(faults)
        .is_some_and(|number| number != VERSION)
    {
        version.fault(FaultKind::NotTheNumber(VERSION), faults);
    }
    if !faults.0.is_empty() {
        return Err(reader.faults);
    }
    let texts = Texts::read_fields(&root, &mut reader);
    reader.faults.or_value(texts)
}
