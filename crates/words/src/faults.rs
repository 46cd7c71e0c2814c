//! What is wrong with a file or a questionnaire, in the visitor's language.

use crate::{Faults, Joined};
use json::visible::excerpt;
use json::{Expected, Fault, FaultKind, Kind, Notation, Syntax, Terms};
use measure::limits::ID_LENGTH;

impl Faults {
    /// The faults that are listed with their places, a line for each.
    #[must_use]
    pub fn lines(self, faults: &json::Faults) -> Vec<String> {
        let line = |fault: &Fault| self.line(&fault.path, &self.text(&fault.kind));
        faults.listed.iter().map(line).collect()
    }

    /// What is wrong, without its place.
    #[must_use]
    pub fn text(self, kind: &FaultKind) -> String {
        let plain = match kind {
            FaultKind::TooLarge(max) => return self.too_large(*max),
            FaultKind::Syntax(syntax, line, column) => {
                return self.syntax(*line, *column, &self.syntax_text(syntax));
            }
            FaultKind::Missing(expected) => return self.missing(&self.expected(expected)),
            FaultKind::Unexpected(expected, found) => {
                return self.unexpected(&self.expected(expected), self.kind(*found));
            }
            FaultKind::TooLong(max) => return self.too_long(*max),
            FaultKind::TooMany(max) => return self.too_many(*max),
            FaultKind::EntryCount(count) => return self.entry_count(*count),
            FaultKind::NotOneOf(found, Terms(terms)) => {
                return self.not_one_of(found, &self.terms(terms));
            }
            FaultKind::NotA(notation, found) => return self.not_a(notation, found),
            FaultKind::NotTheText(wanted) => return self.not_this(wanted),
            FaultKind::NotTheNumber(wanted) => return self.not_this(&wanted.to_string()),
            FaultKind::NoSuchForm(form) => return self.no_such_form(form),
            FaultKind::NotInForm(form) => return self.not_in_form(form),
            FaultKind::OtherAudit(audit) => return self.other_audit(audit),
            FaultKind::OtherInstrument(id, version) => return self.other_instrument(id, version),
            FaultKind::Below(least) => return self.below(*least),
            FaultKind::Above(most) => return self.above(*most),
            FaultKind::TooFewPeople(least) => return self.too_few_people(*least),
            FaultKind::OptionCount(found) => return self.option_count(*found),
            FaultKind::NoSuchId(id) => return self.no_such_id(id),
            FaultKind::Empty => self.empty(),
            FaultKind::UnreleasedVersion => self.unreleased(),
            FaultKind::KeyNotAnId => self.key_not_an_id(),
            FaultKind::NotAnOption(most) => return self.not_an_option(*most),
            FaultKind::NoSuchItem => self.no_such_item(),
            FaultKind::WithoutScore => self.without_score(),
            FaultKind::BandOrder => self.band_order(),
            FaultKind::FindingCount => self.finding_count(),
            FaultKind::FindingLikelihood => self.finding_likelihood(),
            FaultKind::ActDoesNotFit => self.act_does_not_fit(),
            FaultKind::OutcomeFigures => self.outcome_figures(),
            FaultKind::NotInMap => self.not_in_map(),
            FaultKind::NoRecords => self.no_records(),
            FaultKind::NotPoints => self.not_points(),
            FaultKind::NotAShare => self.not_a_share(),
            FaultKind::NotCutOffs => self.not_cut_offs(),
            FaultKind::Twice => self.twice(),
            FaultKind::NeedsOne => self.needs_one(),
        };
        plain.to_owned()
    }

    fn expected(self, expected: &Expected) -> String {
        let plain = match expected {
            Expected::Range(from, to) => return self.expected_range(*from, *to),
            Expected::Position(last) => return self.expected_position(*last),
            Expected::Term(Terms(terms)) => return self.expected_term(&self.terms(terms)),
            Expected::Constant(number) => number,
            Expected::Object => self.kind_object(),
            Expected::List => self.kind_list(),
            Expected::Text => self.kind_text(),
            Expected::Number => self.kind_number(),
            Expected::Percents => self.expected_percents(),
            Expected::NotNegative => self.expected_not_negative(),
            Expected::Whole => self.expected_whole(),
            Expected::Flag => self.kind_flag(),
            Expected::Null => self.kind_null(),
            Expected::Response => self.expected_response(),
        };
        plain.to_owned()
    }

    pub(crate) fn kind(self, kind: Kind) -> &'static str {
        match kind {
            Kind::Null => self.kind_null(),
            Kind::Flag => self.kind_flag(),
            Kind::Number => self.kind_number(),
            Kind::Text => self.kind_text(),
            Kind::List => self.kind_list(),
            Kind::Object => self.kind_object(),
        }
    }

    fn not_a(self, notation: &Notation, found: &str) -> String {
        match notation {
            Notation::Id => self.not_an_id(found, ID_LENGTH),
            Notation::Version => self.not_a_version(found),
            Notation::Language => self.not_a_language(found),
            Notation::Hash => self.not_a_hash(found),
            Notation::Moment => self.not_a_moment(found),
            Notation::Key => self.not_a_key(found),
            Notation::Tag => self.not_a_tag(found),
        }
    }

    fn syntax_text(self, syntax: &Syntax) -> String {
        let plain = match syntax {
            Syntax::TooManyValues(max) => return self.syntax_too_many_values(*max),
            Syntax::TooDeep(max) => return self.syntax_too_deep(*max),
            Syntax::LongString(max) => return self.syntax_long_text(*max),
            // Not where it is found: the parser is needed first, and this seldom.
            Syntax::DuplicateKey(key) => return self.syntax_duplicate(&excerpt(key)),
            Syntax::End => self.syntax_end(),
            Syntax::Value => self.syntax_value(),
            Syntax::Separator => self.syntax_separator(),
            Syntax::Key => self.syntax_key(),
            Syntax::Colon => self.syntax_colon(),
            Syntax::Control => self.syntax_control(),
            Syntax::Escape => self.syntax_escape(),
            Syntax::Surrogate => self.syntax_surrogate(),
            Syntax::Number => self.syntax_number(),
            Syntax::NumberRange => self.syntax_number_range(),
            Syntax::Trailing => self.syntax_trailing(),
        };
        plain.to_owned()
    }

    /// Technical terms, any of which will do.
    pub(crate) fn terms(self, terms: &[&str]) -> String {
        self.0.list(terms, Joined::Or)
    }
}
