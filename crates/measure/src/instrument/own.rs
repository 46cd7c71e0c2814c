//! What an owner's questionnaire says about its scales, facets and squares, in its own words. Every one
//! of these texts may be missing.

use super::fields::{MAX_STEM, MAX_TEXT, optional_text};
use super::index::{FacetIndex, ItemIndex, ScaleIndex};
use super::model::{Instrument, PULSE_LENGTH, Pulse, ScaleTexts, SquareTexts, Squares};
use super::references::Ids;
use crate::band::Band;
use json::{Cursor, FaultKind, Faults};

impl ScaleTexts {
    /// The fields `who`, `why` and `about` of a scale.
    pub(super) fn read(at: &Cursor<'_>, faults: &mut Faults) -> Self {
        let about_at = at.field("about");
        if !about_at.is_missing() {
            about_at.object(faults);
        }
        Self {
            who: optional_text(&at.field("who"), MAX_TEXT, faults),
            why: optional_text(&at.field("why"), MAX_TEXT, faults),
            about: [Band::Low, Band::Middle, Band::High]
                .map(|band| optional_text(&about_at.field(band.as_str()), MAX_TEXT, faults)),
        }
    }
}

/// Reads the five statements of a pulse.
pub(super) fn pulse(at: &Cursor<'_>, faults: &mut Faults) -> Option<Pulse> {
    let elements = at.elements(faults);
    let statements = elements.iter();
    let statements: Vec<String> = statements
        .filter_map(|element| element.words(MAX_STEM, faults))
        .collect();
    if at.is_list() && elements.len() != PULSE_LENGTH {
        at.fault(FaultKind::EntryCount(PULSE_LENGTH), faults);
    }
    statements.try_into().ok()
}

/// Reads the texts about squares: an object by the ids of scales, in it objects by those of facets.
pub(super) fn squares(
    at: &Cursor<'_>,
    instrument: &Instrument,
    ids: &Ids,
    faults: &mut Faults,
) -> Squares {
    let mut squares = Squares::new();
    if at.is_missing() {
        return squares;
    }
    for (scale_id, at) in at.entries(faults) {
        let mut scales = ScaleIndex::enumerate(&instrument.scales);
        let scale = scales.find(|(_, scale)| scale.id.as_str() == scale_id);
        if !ids.scales.may_have(scale_id) {
            at.fault(FaultKind::NoSuchId(scale_id.to_owned()), faults);
        }
        for (facet_id, at) in at.entries(faults) {
            let mut facets = FacetIndex::enumerate(&instrument.facets);
            let facet = facets.find(|(_, facet)| facet.id.as_str() == facet_id);
            if !ids.facets.may_have(facet_id) {
                at.fault(FaultKind::NoSuchId(facet_id.to_owned()), faults);
            }
            at.object(faults);
            let texts = SquareTexts {
                about: optional_text(&at.field("about"), MAX_TEXT, faults),
                try_this: optional_text(&at.field("try"), MAX_TEXT, faults),
            };
            if let (Some((scale, _)), Some((facet, _))) = (scale, facet) {
                squares.push(((scale, facet), texts));
            }
        }
    }
    squares
}

impl Instrument {
    /// Who a scale is about, in the owner's words.
    #[must_use]
    pub fn own_who(&self, scale: ScaleIndex) -> Option<&str> {
        self.scale(scale)?.texts.who.as_deref()
    }

    /// Why a scale matters, in the owner's words.
    #[must_use]
    pub fn own_why(&self, scale: ScaleIndex) -> Option<&str> {
        self.scale(scale)?.texts.why.as_deref()
    }

    /// What can be said of every score of a scale in this band, in the owner's words.
    #[must_use]
    pub fn own_about_band(&self, scale: ScaleIndex, band: Band) -> Option<&str> {
        let about = &self.scale(scale)?.texts.about;
        about.get(band as usize)?.as_deref()
    }

    /// What a facet covers, in the owner's words.
    #[must_use]
    pub fn own_facet(&self, facet: FacetIndex) -> Option<&str> {
        self.facet(facet)?.about.as_deref()
    }

    /// What the items of an item's square ask about, in the owner's words.
    #[must_use]
    pub fn own_construct(&self, item: ItemIndex) -> Option<&str> {
        self.own_square(item)?.about.as_deref()
    }

    /// One thing to try after a low answer to an item, in the owner's words.
    #[must_use]
    pub fn own_move(&self, item: ItemIndex) -> Option<&str> {
        self.own_square(item)?.try_this.as_deref()
    }

    fn own_square(&self, item: ItemIndex) -> Option<&SquareTexts> {
        let item = self.item(item)?;
        let at = (item.scale, item.facet?);
        let mut squares = self.squares.iter();
        squares.find_map(|(square, texts)| (*square == at).then_some(texts))
    }
}
