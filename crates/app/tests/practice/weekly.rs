//! The weekly loop over twelve weeks and more: asked about last week, never about a gap, the audit
//! again in the end; whatever the clock does.

use app::practice::Message::*;
use app::practice::session::Undoable;
use app::practice::text::{Field, Lacking};
use app::practice::weekly::{Baseline, Due, begin_loop, has_passed};
use app::practice::{Act, AnyAct, Decision, Kind, Outcome, Part, Screen, Tie};
use app::session::{self, Effect};
use measure::completed::Completed;
use measure::instrument::FormName::Short;
use measure::time::UnixMs;
use proptest::prelude::*;
use records::document::ResultDocument;
use records::practice::record::{Name, Record, to_text};
use records::stored::{Stamp, Stamped, Writer};
use simulator::practice::{NOW, Tabs, after};
use simulator::tabs::imported;
use testing::{answers, completed, shipped};

/// A loop that began now, with a result, and two people on the map.
fn begun() -> Tabs {
    let mut tabs = Tabs::one();
    tabs.sends(0, imported(result(-1)));
    tabs.adds(0, "Sam", Kind::Peer, Tie::Strong);
    let dana = tabs.adds(0, "Dana", Kind::DirectReport, Tie::Tense);
    tabs.does(0, AskedToDeepen(dana));
    tabs.saves_plan(0, "I was short with you.");
    tabs
}

/// A result that ended so many days after [`NOW`].
fn result(days: i64) -> Completed {
    let result = completed(answers(&shipped(), Short, "444444 444444 444444"), 200);
    let ended_at = after(days);
    Completed { ended_at, ..result }
}

fn baseline_of(result: &Completed) -> Baseline {
    Baseline {
        ended_at: result.ended_at,
        document: ResultDocument::of(&shipped(), result).to_text().into(),
    }
}

fn baseline() -> Baseline {
    baseline_of(&result(-1))
}

fn looks_back(tabs: &mut Tabs, decision: Decision) {
    tabs.does(0, Opened(Part::Practice));
    assert!(matches!(tabs.practice(0).screen, Screen::Week(_)));
    tabs.does(0, PickedOutcome(Outcome::Partly));
    tabs.does(0, Wrote(Field::Noticed, "She laughed.".into()));
    tabs.does(0, Decided(decision));
}

#[test]
fn after_more_than_two_weeks_the_gap_is_known_and_held_against_nobody() {
    for (at, gap) in [
        (after(7), false),
        (after(14), false),
        (UnixMs(after(14).0 + 1), true),
        (after(200), true),
        // A clock that was wrong when the plan was made.
        (after(-30), false),
    ] {
        let mut tabs = begun();
        tabs.now = at;
        tabs.does(0, Opened(Part::Practice));
        let Screen::Week(form) = &tabs.practice(0).screen else {
            panic!("{:?}", tabs.practice(0).screen);
        };
        assert_eq!(form.after_a_gap, gap, "{at:?}");
    }
}

#[test]
fn the_week_of_a_plan_without_a_day_is_over_after_six_days_or_by_a_clock_that_was_a_week_ahead() {
    let tabs = begun();
    let mut plan = tabs.practice(0).plan().unwrap().clone();
    plan.day = None;
    let just_before = |days: i64| UnixMs(after(days).0 - 1);
    for (now, passed) in [
        (NOW, false),
        (just_before(6), false),
        (after(6), true),
        (after(-7), false),
        (just_before(-7), true),
    ] {
        assert_eq!(has_passed(now, &plan), passed, "{now:?}");
    }
}

#[test]
fn the_result_that_is_kept_to_compare_with_can_be_deleted_by_itself() {
    let mut tabs = begun();
    let kept = |tabs: &Tabs| tabs.reloaded().running().unwrap().baseline.clone();
    assert_eq!(kept(&tabs), Some(baseline()));
    tabs.does(0, ForgotBaseline);
    assert_eq!(kept(&tabs), None);
    assert!(
        tabs.stored()
            .iter()
            .all(|(_, text)| !text.contains("leadership-audit/result"))
    );
    assert!(tabs.practice(0).plan().is_some(), "the plan goes on");
    tabs.does(0, ForgotBaseline);
    assert_eq!(tabs.practice(0).undoable(), Some(Undoable::ForgotBaseline));
    tabs.does(0, Undid);
    assert_eq!(kept(&tabs), Some(baseline()));
}

#[test]
fn what_is_due_follows_the_clock() {
    let mut tabs = Tabs::one();
    assert_eq!(tabs.practice(0).due(NOW), Due::Nothing);
    tabs = begun();
    for (at, due) in [
        (NOW, Due::Running),
        (after(5), Due::Running),
        (UnixMs(after(6).0 - 1), Due::Running),
        (after(6), Due::Ask),
        (after(7), Due::Ask),
        (after(40), Due::Ask),
        (after(400), Due::Ask),
        (after(-1), Due::Running),
        (after(-7), Due::Running),
        (after(-8), Due::Ask),
        (UnixMs(i64::MIN), Due::Ask),
        (UnixMs(i64::MAX), Due::Ask),
    ] {
        assert_eq!(tabs.practice(0).due(at), due, "{at:?}");
        assert_eq!(tabs.reloaded().due(at), due, "{at:?}");
    }
}

#[test]
fn who_comes_back_next_week_is_met_where_they_left_off() {
    let mut tabs = begun();
    let dana = tabs.practice(0).map().0[1].0;
    tabs.now = after(7);
    let tab = tabs.open();
    tabs.does(tab, Opened(Part::Practice));
    assert!(matches!(tabs.practice(tab).screen, Screen::Week(_)));
    let plan = tabs.practice(tab).plan().unwrap();
    assert_eq!(
        (plan.with, plan.words.act.clone()),
        (dana, AnyAct::General(Act::NameUnspoken))
    );

    tabs.does(tab, Decided(Decision::Next));
    let Screen::Week(form) = &tabs.practice(tab).screen else {
        panic!("still the week");
    };
    assert_eq!(form.lacking, [Lacking::Outcome]);
    tabs.does(tab, PickedOutcome(Outcome::NotYet));
    tabs.does(tab, Wrote(Field::Noticed, "n".repeat(601)));
    tabs.does(tab, Decided(Decision::Next));
    let Screen::Week(form) = &tabs.practice(tab).screen else {
        panic!("still the week");
    };
    assert_eq!(form.lacking, [Lacking::Shorter(Field::Noticed)]);
    tabs.does(tab, Wrote(Field::Noticed, " I put it off. ".into()));
    tabs.does(tab, Decided(Decision::Next));

    let practice = tabs.reloaded();
    let week = practice.weeks()[0];
    assert_eq!(
        (week.outcome, week.noticed.as_str()),
        (Outcome::NotYet, "I put it off.")
    );
    assert_eq!((week.plan.begun_at, week.closed_at), (NOW, after(7)));
    assert_eq!(practice.due(after(7)), Due::Nothing);
}

#[test]
fn what_was_decided_leads_to_the_next_act_also_after_the_page_was_closed() {
    for (decision, person, act) in [
        (Decision::Mend, "Dana", Some(Act::OwnPart)),
        (Decision::Repeat, "Dana", Some(Act::Help)),
        (Decision::Next, "", None),
    ] {
        let mut tabs = begun();
        tabs.all([AskedToChangePlan, ChoseAct(AnyAct::General(Act::Help))]);
        tabs.saves_plan(0, "Let me take that.");
        tabs.now = after(8);
        looks_back(&mut tabs, decision);
        let reopened = tabs.open();
        tabs.does(reopened, Opened(Part::Practice));
        for tab in [0, reopened] {
            let practice = tabs.practice(tab);
            let (with, next) = match &practice.screen {
                Screen::Act(form) => (form.draft.who.clone(), form.draft.act.clone()),
                Screen::Plan => {
                    let plan = practice.plan().unwrap();
                    assert_eq!(plan.begun_at, after(8));
                    assert_eq!(plan.words.opener, "Let me take that.");
                    let map = practice.map();
                    let name = map.get(plan.with).unwrap().name.to_string();
                    (name, Some(plan.words.act.clone()))
                }
                other => panic!("{other:?}"),
            };
            assert_eq!(with, person, "{decision:?}");
            match act {
                Some(act) => assert_eq!(next, Some(AnyAct::General(act)), "{decision:?}"),
                // The first move of the lowest answer.
                None => assert!(matches!(next, Some(AnyAct::Move(_))), "{next:?}"),
            }
        }
    }
}

#[test]
fn twelve_weeks_lead_to_the_audit_again() {
    let mut tabs = begun();
    for week in 1..12 {
        tabs.now = after(7 * week);
        looks_back(&mut tabs, Decision::Repeat);
        assert_eq!(tabs.practice(0).screen, Screen::Plan, "week {week}");
        assert_eq!(
            tabs.practice(0).weeks().len(),
            usize::try_from(week).unwrap()
        );
    }
    tabs.now = after(7 * 12);
    looks_back(&mut tabs, Decision::Repeat);
    assert_eq!(
        tabs.practice(0).screen,
        Screen::Audit,
        "looked back first, then offered"
    );
    let kept = tabs.reloaded().running().unwrap().baseline.clone();
    assert_eq!(kept, Some(baseline()), "the result that it began with");

    tabs.does(0, PostponedAudit);
    assert_eq!(tabs.practice(0).screen, Screen::Plan, "the week goes on");
    assert_eq!(tabs.practice(0).due(after(7 * 12 + 5)), Due::Running);
    tabs.now = after(7 * 13);
    looks_back(&mut tabs, Decision::Next);
    assert_eq!(tabs.practice(0).due(after(7 * 16 - 1)), Due::Nothing);
    tabs.now = after(7 * 16);
    tabs.does(0, Opened(Part::Practice));
    assert_eq!(tabs.practice(0).screen, Screen::Audit);

    tabs.asked.clear();
    tabs.does(0, AcceptedAudit);
    assert_eq!(tabs.asked, [Effect::FocusHeading]);
    assert_eq!(
        tabs.browser.session(0).screen,
        session::Screen::Welcome,
        "the audit is offered there"
    );
    assert_eq!(
        tabs.practice(0).running().unwrap().baseline,
        Some(baseline())
    );
    let again = baseline_of(&result(7 * 16));
    tabs.sends(0, imported(result(7 * 16)));
    tabs.does(0, BeganAnew);
    let running = tabs.reloaded().running().unwrap().clone();
    assert_eq!(
        (running.since, running.baseline),
        (after(7 * 16), Some(again))
    );
    let order: Vec<_> = tabs
        .practice(0)
        .weeks()
        .iter()
        .map(|week| week.closed_at)
        .collect();
    assert!(order.is_sorted() && order.len() == 13);
}

#[test]
fn a_loop_keeps_the_result_it_began_with() {
    let mut tabs = begun();
    tabs.sends(0, imported(result(3)));
    tabs.all([DroppedPlan, Opened(Part::Practice)]);
    tabs.saves_plan(0, "Another");
    assert_eq!(
        tabs.practice(0).running().unwrap().baseline,
        Some(baseline())
    );
}

#[test]
fn a_document_longer_than_a_stored_text_reads_back() {
    proptest!(testing::cases(40), |(
        text in "[ \\n\"\\\\a-zé👩]{0,900}",
        times in 0_usize..20,
    )| {
        let document = text.repeat(times).as_str().into();
        let mut running = begin_loop(NOW);
        running.baseline = Some(Baseline { ended_at: NOW, document });
        let stamp = Stamp { clock: 1, writer: Writer(1) };
        let stored = Stamped { stamp, value: Some(Record::Loop(running)) };
        prop_assert_eq!(Name::Loop.read(&to_text(&stored)), Ok(stored));
    });
}

#[test]
fn whatever_the_clock_does_every_answer_stays_in_the_log_by_its_date() {
    proptest!(testing::cases(200), |(
        days in prop::collection::vec(-500_i64..500, 1..20),
    )| {
        let mut tabs = begun();
        let mut closed = 0;
        for (number, day) in days.into_iter().enumerate() {
            tabs.now = after(day);
            tabs.does(0, Opened(Part::Practice));
            if tabs.practice(0).screen == Screen::Audit {
                tabs.does(0, PostponedAudit);
            }
            if matches!(tabs.practice(0).screen, Screen::Week(_)) {
                tabs.does(0, PickedOutcome(Outcome::Done));
                tabs.does(0, Wrote(Field::Noticed, format!("n{number}")));
                tabs.does(0, Decided(Decision::Repeat));
                closed += 1;
            } else {
                prop_assert_eq!(&tabs.practice(0).screen, &Screen::Plan);
            }
        }
        let practice = tabs.reloaded();
        let weeks = practice.weeks();
        let mut noticed: Vec<usize> =
            weeks.iter().map(|week| week.noticed[1..].parse().unwrap()).collect();
        noticed.sort_unstable();
        noticed.dedup();
        prop_assert_eq!(noticed.len(), closed);
        prop_assert!(weeks.is_sorted_by_key(|week| week.closed_at), "{:?}", weeks);
    });
}
