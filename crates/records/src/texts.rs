//! The paragraphs that go with a band: what it looks like at work, what it costs, a first move.
//! They are too long to be compiled in; the element loads them as a file while the audit is under
//! way.

use json::{Cursor, Faults};
use measure::instrument::Instrument;
use measure::scoring::Band;

const SCHEMA: &str = "leadership-audit/texts";
const VERSION: u64 = 1;

/// What is said about one band of one direction or facet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paragraph {
    /// What it may look like at work.
    pub picture: String,
    /// What it can cost; for a steady band, what keeping it costs or what it may hide.
    pub cost: String,
    /// Something to do within days.
    pub first_move: String,
}

/// An id with its paragraphs, in the order of [`Band::ALL`].
type Entry = (String, [Paragraph; 3]);

/// The result texts of one instrument in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Texts {
    instrument: String,
    directions: Vec<Entry>,
    facets: Vec<Entry>,
}

impl Texts {
    /// What is said about a direction, by the id of its scale.
    #[must_use]
    pub fn direction(&self, scale_id: &str, band: Band) -> Option<&Paragraph> {
        find(&self.directions, scale_id, band)
    }

    /// What is said about a facet, by its id.
    #[must_use]
    pub fn facet(&self, facet_id: &str, band: Band) -> Option<&Paragraph> {
        find(&self.facets, facet_id, band)
    }

    /// Whether these are the texts of `instrument`, in whatever version.
    #[must_use]
    pub fn fits(&self, instrument: &Instrument) -> bool {
        self.instrument == instrument.id.as_str()
    }
}

fn find<'a>(entries: &'a [Entry], id: &str, band: Band) -> Option<&'a Paragraph> {
    let (_, paragraphs) = entries.iter().find(|(known, _)| known == id)?;
    let [strained, uneven, steady] = paragraphs;
    Some(match band {
        Band::Strained => strained,
        Band::Uneven => uneven,
        Band::Steady => steady,
    })
}

/// Reads the texts in `text`: JSON like `content/result-texts.en.json`. Fields beside those are
/// ignored.
///
/// # Errors
/// Every fault with its path, in reading order, among them every paragraph that lacks a part; a
/// syntax error, an exceeded limit, another schema or another version comes alone.
pub fn parse(text: &str) -> Result<Texts, Faults> {
    let tree = json::parse(text)?;
    let root = Cursor::root(&tree);
    let mut faults = Faults::default();
    root.object(&mut faults);
    let (schema, version) = (root.field("schema"), root.field("version"));
    if schema.text(&mut faults).is_some_and(|name| name != SCHEMA) {
        schema.fault(format!("is not \"{SCHEMA}\""), &mut faults);
    }
    if version
        .whole(&mut faults)
        .is_some_and(|number| number != VERSION)
    {
        version.fault(format!("is not {VERSION}"), &mut faults);
    }
    if !faults.0.is_empty() {
        return Err(faults);
    }
    let instrument = root.field("instrument").text(&mut faults);
    let directions = entries(&root.field("directions"), &mut faults);
    let facets = entries(&root.field("facets"), &mut faults);
    let texts = instrument.map(|id| Texts {
        instrument: id.to_owned(),
        directions,
        facets,
    });
    faults.or_value(texts)
}

fn entries(place: &Cursor<'_>, faults: &mut Faults) -> Vec<Entry> {
    let mut entries = Vec::new();
    for (id, bands) in place.entries(faults) {
        bands.object(faults);
        let read = Band::ALL.map(|band| paragraph(&bands.field(band.as_str()), faults));
        if let [Some(strained), Some(uneven), Some(steady)] = read {
            entries.push((id.to_owned(), [strained, uneven, steady]));
        }
    }
    entries
}

fn paragraph(place: &Cursor<'_>, faults: &mut Faults) -> Option<Paragraph> {
    place.object(faults);
    let [picture, cost, first_move] =
        ["picture", "cost", "move"].map(|part| place.field(part).text(faults).map(str::to_owned));
    Some(Paragraph {
        picture: picture?,
        cost: cost?,
        first_move: first_move?,
    })
}
