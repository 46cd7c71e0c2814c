//! What is said of a state: each notice, reason, verdict and form has its own words.

use app::after::Rejection;
use app::session::Notice;
use json::{FaultKind, Faults, Kind, MAX_BYTES};
use measure::change::{Difference, Refusal, ScaleChange};
use measure::completed::Provenance;
use measure::group::{Spread, Statement};
use measure::instrument::FormName::{Full, Short};
use measure::response::ResponseSheet;
use measure::scoring::SetScore;
use records::import::{FileKind, OtherFile, Refused};
use testing::{completed, item, small};
use words::native::english;

#[test]
fn a_notice_says_what_happened() {
    let audit = english().audit();
    for (notice, said) in [
        (Notice::MemoryOnly, audit.notice_memory_only()),
        (Notice::NotSaved, audit.notice_not_saved()),
        (Notice::StorageFull, audit.notice_storage_full()),
        (Notice::Unreadable, audit.notice_unreadable()),
        (Notice::ReadOnly, audit.notice_read_only()),
        (Notice::OtherInstrument, audit.notice_other_instrument()),
        (
            Notice::DisplacedElsewhere,
            audit.notice_displaced_elsewhere(),
        ),
        (Notice::FinishedElsewhere, audit.notice_finished_elsewhere()),
        (
            Notice::RestartedElsewhere,
            audit.notice_restarted_elsewhere(),
        ),
        (Notice::ErasedElsewhere, audit.notice_erased_elsewhere()),
        (Notice::ClearedElsewhere, audit.notice_cleared_elsewhere()),
        (Notice::NotErased, audit.notice_not_erased()),
        (Notice::Expired, audit.notice_expired()),
    ] {
        assert_eq!(audit.notice(notice), said, "{notice:?}");
    }
}

#[test]
fn a_form_is_said_beside_a_result_and_a_group() {
    let (results, keep, files) = (english().results(), english().keep(), english().files());
    for (form, kicker, past, people) in [
        (
            Full,
            "Your result, 1 May 2026",
            "1 May 2026, full form",
            "5 people, full form",
        ),
        (
            Short,
            "Your result, 1 May 2026, short form",
            "1 May 2026, short form",
            "5 people, short form",
        ),
    ] {
        assert_eq!(results.kicker("1 May 2026", form), kicker);
        assert_eq!(keep.past_result("1 May 2026", form), past);
        assert_eq!(files.group_people(5, form), people);
    }
}

#[test]
fn a_comparison_that_is_refused_has_its_reason() {
    let keep = english().keep();
    for (refusal, why) in [
        (Refusal::OtherInstrument, keep.refusal_other_instrument()),
        (
            Refusal::OtherMajorVersion,
            keep.refusal_other_major_version(),
        ),
        (Refusal::OtherForm, keep.refusal_other_form()),
        (Refusal::CannotBeScored, keep.refusal_cannot_be_scored()),
        (Refusal::SameResult, keep.refusal_same_result()),
    ] {
        assert_eq!(keep.refusal(refusal), why, "{refusal:?}");
    }
}

#[test]
fn a_change_is_said_in_whole_points_beside_what_chance_can_do() {
    let keep = english().keep();
    let unscored = SetScore {
        answered: 12,
        total: 12,
        estimate: None,
    };
    let said = |difference: Option<[f64; 2]>| {
        keep.change(&ScaleChange {
            earlier: unscored,
            later: unscored,
            difference: difference.map(|[points, margin]| Difference { points, margin }),
        })
    };
    for (difference, expected) in [
        (Some([22.92, 20.94]), keep.change_higher(23_i64, 21_i64)),
        (Some([-25.0, 20.4]), keep.change_lower(25_i64, 20_i64)),
        // Not above the margin, though both are 21 when rounded.
        (Some([20.83, 20.94]), keep.change_none(21_i64, 21_i64)),
        (Some([-0.6, 29.61]), keep.change_none(1_i64, 30_i64)),
        (Some([0.0, 29.61]), keep.change_none(0_i64, 30_i64)),
        (None, keep.change_unknown().to_owned()),
    ] {
        assert_eq!(said(difference), expected, "{difference:?}");
    }
}

#[test]
fn a_file_that_does_not_fit_is_named_with_the_reason() {
    let files = english().files();
    let other = small(4, |text| text);
    let result = completed(ResponseSheet::blank(&other, Full), 60);
    let provenance = Provenance::from_completed(&other, &result);
    let faults = Faults::one("$", FaultKind::Empty);
    let kind = FileKind::Result;
    let limit = MAX_BYTES / 1024;
    for (rejection, said) in [
        // A kibibyte that has begun counts, so that no size looks like the limit.
        (
            Rejection::TooLarge(MAX_BYTES as u64 + 1),
            files.unfit_too_large("a.json", limit + 1, limit),
        ),
        (
            Rejection::TooLarge(5 << 20),
            files.unfit_too_large("a.json", 5_120_u64, limit),
        ),
        (Rejection::Unreadable, files.unfit_unreadable("a.json")),
        (
            Rejection::Refused(Refused::NotJson(faults.clone())),
            files.unfit_not_json("a.json"),
        ),
        (
            Rejection::Refused(Refused::OtherFile(OtherFile::Value(Kind::List))),
            files.unfit_other_file("a.json"),
        ),
        (
            Rejection::Refused(Refused::Newer { kind, version: 2 }),
            files.unfit_newer("a.json"),
        ),
        (
            Rejection::Refused(Refused::OtherInstrument(provenance)),
            files.unfit_other_instrument("a.json"),
        ),
        (
            Rejection::Refused(Refused::Faulty(faults)),
            files.unfit_faulty("a.json"),
        ),
    ] {
        assert_eq!(files.unfit("a.json", &rejection), said, "{rejection:?}");
    }
}

/// Of a reversed statement the mean is that of the answers as they were given, not of what they count.
#[test]
fn a_group_has_its_mean_and_spread_and_the_answer_nearest_to_a_statement_s_mean() {
    let files = english().files();
    let (people, sd) = (7, 12.25);
    let spread = |mean| Spread { people, mean, sd };
    assert_eq!(files.group_spread_text(&spread(61.5)), "62, spread 12");
    let statement = Statement {
        index: item(0),
        answers: spread(2.25),
        keyed: 3.75,
    };
    assert_eq!(
        files.group_mean_text(&statement, "Rarely"),
        "2.3 on average, nearest to “Rarely” (7 answers)"
    );
}
