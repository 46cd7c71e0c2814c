//! What is said about a questionnaire is its owner's, or true of the shipped one alone.
#![allow(clippy::unwrap_used, reason = "test code")]

use measure::instrument::{FormName, Instrument, SHIPPED, WordingState, parse};
use measure::report::Report;
use measure::scoring::{Band, FindingKind};
use testing::{answers, completed, facet, item, scale, shaped, shipped};
use words::native::english;

/// The shipped questionnaire under another id: its scales and facets are called as before.
fn another() -> Instrument {
    parse(&SHIPPED.replacen("leadership-relationships", "calm", 1)).unwrap()
}

#[test]
fn what_is_said_of_the_shipped_questionnaire_is_not_said_of_another_with_the_same_ids() {
    let (audit, results) = (english().audit(), english().results());
    let (own, other) = (&shipped(), &another());
    let said = |of: &Instrument| {
        [
            audit.frame(of, scale(0)).map(str::to_owned),
            audit.scale_line(of, scale(0)).map(str::to_owned),
            results.why_it_matters(of, scale(0)).map(str::to_owned),
            results.about_facet(of, facet(0)).map(str::to_owned),
            results.facet_in_directions(of, facet(0)).map(str::to_owned),
            results.asks_about(of, item(0)).map(str::to_owned),
            results.first_move(of, item(0)).map(str::to_owned),
        ]
    };
    assert!(said(own).iter().all(Option::is_some));
    assert!(said(other).iter().all(Option::is_none));
    // Of every score something can be said, and of another questionnaire's nothing about people.
    let low = results.about_score(other, scale(0), Band::Low);
    assert_eq!(Some(low), results.meaning("low"));
    assert_ne!(results.about_score(own, scale(0), Band::Low), low);
    assert_ne!(audit.leave_scale_out(own), audit.leave_scale_out(other));
}

#[test]
fn what_is_true_of_the_shipped_questionnaire_alone_is_worded_otherwise_for_another() {
    let (audit, results) = (english().audit(), english().results());
    let (files, keep) = (english().files(), english().keep());
    let (own, other) = (&shipped(), &another());
    for (said, of_own, of_other) in [
        (
            [own, other].map(|of| audit.heading(of)),
            audit.welcome_heading(),
            other.title.as_str(),
        ),
        (
            [own, other].map(|of| audit.lede(of)),
            audit.welcome_lede(),
            audit.welcome_lede_own(),
        ),
        (
            [own, other].map(|of| audit.leave_scale_out(of)),
            audit.no_one(),
            audit.not_for_me(),
        ),
        (
            [own, other].map(|of| results.least_frequent(of)),
            results.least_frequent_heading(),
            results.lowest_heading(),
        ),
        (
            [own, other].map(|of| results.own_view(of)),
            results.self_view(),
            results.self_view_other(),
        ),
        (
            [own, other].map(|of| files.least_frequent(of)),
            files.opened_least_heading(),
            files.opened_low_heading(),
        ),
        (
            [own, other].map(|of| files.opened_view(of)),
            files.opened_self_view(),
            files.opened_self_view_other(),
        ),
        (
            [own, other].map(|of| keep.report_about(of)),
            keep.print_about(),
            keep.print_about_other(),
        ),
    ] {
        assert_eq!(said, [of_own, of_other]);
        assert_ne!(of_own, of_other);
    }
    assert_eq!(
        [own, other].map(|of| keep.answers_about(of, 33, 36)),
        [
            keep.print_about_audit(33_usize, 36_usize),
            keep.print_about_answers(33_usize, 36_usize)
        ]
    );
}

#[test]
fn an_owner_s_texts_win() {
    let text = SHIPPED.replacen(
        r#""label": "Up""#,
        r#""label": "Up", "why": "Ours.", "about": {"low": "Low."}"#,
        1,
    );
    assert_ne!(text, SHIPPED);
    let of = parse(&text).unwrap();
    let results = english().results();
    assert_eq!(results.why_it_matters(&of, scale(0)), Some("Ours."));
    assert_eq!(results.about_score(&of, scale(0), Band::Low), "Low.");
    let high = results.about_score(&of, scale(0), Band::High);
    assert_eq!(high, results.about_score(&shipped(), scale(0), Band::High));
}

#[test]
fn how_a_score_is_made_is_said_in_the_numbers_of_the_questionnaire() {
    let text = SHIPPED.replacen("\"Almost never\",", "", 1);
    assert_ne!(text, SHIPPED);
    let four = parse(&text).unwrap();
    let said = english().results().made_from(&four);
    let said = said.replace(['\u{2068}', '\u{2069}'], "");
    assert!(said.starts_with("Each answer counts from 1 (“Rarely”) to 4 (“Almost always”)."));
}

#[test]
fn where_no_scale_has_a_score_the_answers_are_counted_if_there_are_any() {
    let finding = |of: &Instrument, marks: &str| {
        let sheet = answers(of, FormName::Full, marks);
        english()
            .results()
            .finding(&Report::from_completed(of, &completed(sheet, 60)))
            .0
    };
    let results = english().results();
    let nothing = "x".repeat(36);
    assert_eq!(finding(&shipped(), &nothing), results.finding_not_enough());
    // Scales of one statement each: none can have a score.
    let single = shaped([20, 0, 1], 5, false);
    assert_eq!(
        finding(&single, &"4".repeat(20)),
        results.every_heading(20_usize)
    );
    assert_eq!(
        finding(&single, &"-".repeat(20)),
        results.finding_not_enough()
    );
}

#[test]
fn directions_come_out_alike_only_within_one_answer_of_each_other() {
    let of = shaped([5, 0, 5], 7, false);
    let finding = |second: &str| {
        let marks = ["44444", second, "44444", "44444", "44444"].concat();
        let sheet = answers(&of, FormName::Full, &marks);
        let report = Report::from_completed(&of, &completed(sheet, 600));
        assert_eq!(report.finding.kind, FindingKind::TooClose, "{second}");
        english().results().finding(&report).0
    };
    // The last statement of each is reversed.
    for second in ["44444", "33335"] {
        let sentence = finding(second);
        assert!(sentence.contains("come out alike"), "{second}: {sentence}");
    }
    let sentence = finding("33336");
    assert!(sentence.contains("too close to call"), "{sentence}");
}

#[test]
fn a_translation_says_how_far_it_was_checked() {
    let words = english().results();
    let said = |language: &str, state, id: &str| {
        let text = SHIPPED.replacen("leadership-relationships", id, 1);
        let mut of = parse(&text).unwrap();
        of.language = language.to_owned();
        of.wording.state = state;
        words.made_of(&of).last()
    };
    let shipped = "leadership-relationships";
    let (draft, read_back) = (words.translated_draft(), words.translated_read_back());
    assert_eq!(said("de", WordingState::Draft, shipped), Some(draft));
    assert_eq!(
        said("pt-BR", WordingState::ReadBack, shipped),
        Some(read_back)
    );
    for (language, state, id) in [
        ("de", WordingState::Reviewed, shipped),
        ("en-US", WordingState::Draft, shipped),
        ("de", WordingState::Draft, "own"),
    ] {
        let last = said(language, state, id);
        assert!(
            last != Some(draft) && last != Some(read_back),
            "{language} {id}"
        );
    }
}

#[test]
fn a_file_s_finding_is_worded_by_its_kind_and_names_its_directions() {
    let (files, results) = (english().files(), english().results());
    let said = |instrument: &Instrument, text: &str| {
        let sheet = answers(instrument, FormName::Full, text);
        let report = Report::from_completed(instrument, &completed(sheet, 300));
        let found = files.finding_in_list(instrument, &report);
        let opened = files.finding_of_file(instrument, &report);
        (report.finding.kind, found, opened)
    };
    let three = shaped([3, 0, 4], 5, false);
    let lowest = said(&three, "5551 5551 1115");
    assert_eq!(
        lowest,
        (
            FindingKind::Weakest,
            files.listed_lowest("s 2"),
            files.opened_lowest("s 2")
        )
    );
    let all = results.named(&["s 0", "s 1", "s 2"]);
    let close = said(&three, "3333 3333 3333");
    assert_eq!(
        close,
        (
            FindingKind::TooClose,
            files.listed_too_close(&all),
            files.opened_too_close(&all)
        )
    );
    let nothing = results.finding_not_enough().to_owned();
    let kind = FindingKind::NotEnough;
    assert_eq!(
        said(&three, "5551 ---- ----"),
        (kind, nothing.clone(), nothing.clone())
    );
    let one = shaped([1, 0, 4], 5, false);
    let around = files.opened_around("Option 4");
    assert_eq!(said(&one, "4442"), (kind, around.clone(), around));
    assert_eq!(said(&one, "----"), (kind, nothing.clone(), nothing));
}
