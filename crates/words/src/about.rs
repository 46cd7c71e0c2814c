//! What is said about the scales, facets and squares of a questionnaire: in its owner's words, or in
//! those of the shipped one. Nothing is said of another whose ids happen to be the same.

use crate::{Audit, Files, Keep, Results};
use measure::instrument::{FacetIndex, Instrument, ItemIndex, ScaleIndex, WordingState};
use measure::scoring::Band;

impl Audit {
    /// The heading of the welcome screen.
    #[must_use]
    pub fn heading(self, of: &Instrument) -> &str {
        if of.has_shipped_texts() {
            self.welcome_heading()
        } else {
            &of.title
        }
    }

    /// What an audit asks and what it gives, below that.
    #[must_use]
    pub fn lede(self, of: &Instrument) -> &'static str {
        if of.has_shipped_texts() {
            self.welcome_lede()
        } else {
            self.welcome_lede_own()
        }
    }

    /// Who is meant by a scale, and by the words for them in its statements.
    #[must_use]
    pub fn frame(self, of: &Instrument, scale: ScaleIndex) -> Option<&str> {
        let shipped = || self.frame_who(shipped_scale(of, scale)?);
        of.own_who(scale).or_else(shipped)
    }

    /// The button that leaves a scale out.
    #[must_use]
    pub fn leave_scale_out(self, of: &Instrument) -> &'static str {
        if of.has_shipped_texts() {
            self.no_one()
        } else {
            self.not_for_me()
        }
    }

    /// A few words on a scale, for print.
    #[must_use]
    pub fn scale_line(self, of: &Instrument, scale: ScaleIndex) -> Option<&'static str> {
        self.scale_about(shipped_scale(of, scale)?)
    }
}

impl Results {
    /// How scores follow from the answers to choose from.
    #[must_use]
    pub fn made_from(self, of: &Instrument) -> String {
        let label = |label: Option<&'_ String>| label.map_or("", |label| label.as_str()).to_owned();
        let (first, last) = (label(of.options.first()), label(of.options.last()));
        self.made_of_answers(&first, of.options.len(), &last)
    }

    /// How likelihoods follow, as far as there are any: with one scale nothing is compared. Then how far a translation of
    /// the shipped statements was checked.
    pub fn made_of(self, of: &Instrument) -> impl Iterator<Item = &'static str> {
        let made = self.made().into_iter().take(of.scales.len().min(2));
        made.chain(self.translated(of))
    }

    fn translated(self, of: &Instrument) -> Option<&'static str> {
        let is_source = of.language.split('-').next() == Some("en");
        if is_source || !of.has_shipped_texts() {
            return None;
        }
        match of.wording.state {
            WordingState::Draft => Some(self.translated_draft()),
            WordingState::ReadBack => Some(self.translated_read_back()),
            WordingState::Reviewed => None,
        }
    }

    /// The heading of the lowest answer where all are above the middle. Only the shipped questionnaire is sure to
    /// ask how often.
    #[must_use]
    pub fn least_frequent(self, of: &Instrument) -> &'static str {
        if of.has_shipped_texts() {
            self.least_frequent_heading()
        } else {
            self.lowest_heading()
        }
    }

    /// Whose view a result is.
    #[must_use]
    pub fn own_view(self, of: &Instrument) -> &'static str {
        if of.has_shipped_texts() {
            self.self_view()
        } else {
            self.self_view_other()
        }
    }

    /// What can be said of every score of a scale in this band.
    #[must_use]
    pub fn about_score(self, of: &Instrument, scale: ScaleIndex, band: Band) -> &str {
        let shipped = || {
            let key = [shipped_scale(of, scale)?, ".", band.as_str()].concat();
            self.band_about(&key)
        };
        let own = of.own_about_band(scale, band).or_else(shipped);
        own.or(self.meaning(band.as_str())).unwrap_or_default()
    }

    /// Why a scale matters.
    #[must_use]
    pub fn why_it_matters(self, of: &Instrument, scale: ScaleIndex) -> Option<&str> {
        let shipped = || self.why(shipped_scale(of, scale)?);
        of.own_why(scale).or_else(shipped)
    }

    /// What a facet covers, in a line.
    #[must_use]
    pub fn about_facet(self, of: &Instrument, facet: FacetIndex) -> Option<&str> {
        let shipped = || self.facet(shipped_facet(of, facet)?);
        of.own_facet(facet).or_else(shipped)
    }

    /// What a facet covers in each direction of the shipped questionnaire.
    #[must_use]
    pub fn facet_in_directions(self, of: &Instrument, facet: FacetIndex) -> Option<&str> {
        let shipped = || self.facet_covers(shipped_facet(of, facet)?);
        of.own_facet(facet).or_else(shipped)
    }

    /// What the items of an item's square ask about, in a line.
    #[must_use]
    pub fn asks_about(self, of: &Instrument, item: ItemIndex) -> Option<&str> {
        let shipped = || self.construct(&of.square(item)?);
        of.own_construct(item).or_else(shipped)
    }

    /// One thing to try after a low answer to an item.
    #[must_use]
    pub fn first_move(self, of: &Instrument, item: ItemIndex) -> Option<&str> {
        let shipped = || self.move_about(&of.square(item)?);
        of.own_move(item).or_else(shipped)
    }
}

impl Files {
    /// Whose view the result in a file is.
    #[must_use]
    pub fn opened_view(self, of: &Instrument) -> &'static str {
        if of.has_shipped_texts() {
            self.opened_self_view()
        } else {
            self.opened_self_view_other()
        }
    }

    /// The heading of the lowest answer in a file where all are above the middle.
    #[must_use]
    pub fn least_frequent(self, of: &Instrument) -> &'static str {
        if of.has_shipped_texts() {
            self.opened_least_heading()
        } else {
            self.opened_low_heading()
        }
    }
}

impl Keep {
    /// What the report contains. Of another questionnaire it has as many pages as it takes.
    #[must_use]
    pub fn report_about(self, of: &Instrument) -> &'static str {
        if of.has_shipped_texts() {
            self.print_about()
        } else {
            self.print_about_other()
        }
    }

    /// What the answers in a report are about.
    #[must_use]
    pub fn answers_about(self, of: &Instrument, answered: usize, total: usize) -> String {
        if of.has_shipped_texts() {
            self.print_about_audit(answered, total)
        } else {
            self.print_about_answers(answered, total)
        }
    }
}

fn shipped_scale(of: &Instrument, scale: ScaleIndex) -> Option<&str> {
    let scale = of.scale(scale).filter(|_| of.has_shipped_texts())?;
    Some(scale.id.as_str())
}

fn shipped_facet(of: &Instrument, facet: FacetIndex) -> Option<&str> {
    let facet = of.facet(facet).filter(|_| of.has_shipped_texts())?;
    Some(facet.id.as_str())
}
