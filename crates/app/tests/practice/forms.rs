//! The forms of the practice, message by message: what each changes, and that a message for another
//! form, or about somebody who is gone, changes nothing.

use app::effect::Effect;
use app::practice::Message::*;
use app::practice::screen::Cadence;
use app::practice::text::{Field, Lacking};
use app::practice::{
    Act, AnyAct, Decision, Kind, LastTalk, Outcome, Outside, Part, Place, Rhythm, Screen, Tie,
    Weekday,
};
use records::practice::MAX_EXPORTED_WEEKS;
use records::practice::{Circle, CircleAnswer, Pattern};
use simulator::practice::{
    ALL, NOW, Tabs, after, exported, filled, imported, key, planned, shown, wrote,
};

#[test]
fn messages_for_a_form_that_is_not_on_screen_change_nothing() {
    let mut tabs = planned();
    let somebody = tabs.practice(0).map().0[0].0;
    let for_forms = [
        wrote(Field::Name, "X"),
        wrote(Field::Opener, "X"),
        wrote(Field::Noticed, "X"),
        wrote(Field::Summary, "X"),
        PickedKind(Kind::Boss),
        PickedPlace(Place::Up),
        PickedTie(Tie::Tense),
        PickedLastTalk(LastTalk::LongAgo),
        MarkedImportant(true),
        ChoseRelationship(somebody),
        ChoseAct(AnyAct::General(Act::OwnPart)),
        ChoseDay(NOW),
        PickedOutcome(Outcome::Done),
        PickedRhythm(Rhythm::Monthly),
        ToggledDay(Weekday::Friday),
        PickedTime(60),
        SetReminder(false),
        SavedRelationship,
        SavedPlan(shown("Hello", NOW)),
        SavedCalendar {
            summary: "Talk".to_owned(),
        },
        Decided(Decision::Next),
    ];
    for part in [Part::Map, Part::Circle] {
        tabs.does(0, Opened(part));
        let before = tabs.practice(0).clone();
        for message in &for_forms {
            let (after, effects) = tabs.tries(message.clone());
            assert_eq!((&after, effects), (&before, Vec::new()), "{message:?}");
        }
    }
}

#[test]
fn what_is_about_somebody_or_something_that_is_gone_changes_nothing() {
    let mut tabs = Tabs::one();
    let gone = key(77);
    for message in [
        Removed(gone),
        Moved(gone, Place::Down),
        AskedToEdit(gone),
        AskedToChangePlan,
        DroppedPlan,
        ClearedCircle,
        Undid,
        PostponedAudit,
        AskedForAnother,
        Decided(Decision::Repeat),
    ] {
        let (after, effects) = tabs.tries(message.clone());
        let stored = effects
            .iter()
            .any(|effect| matches!(effect, Effect::Commit(_)));
        assert!(!stored, "{message:?}: {effects:?}");
        assert!(
            !after.has_anything() && after.undoable().is_none(),
            "{message:?}"
        );
    }
    let (cadence, _) = tabs.tries(OpenedCadence);
    let Screen::Cadence(form) = &cadence.screen else {
        panic!("a regular time with nobody yet");
    };
    assert_eq!((form.with, form.rhythm), (None, Rhythm::Weekly));
    // For somebody who is gone the form opens without a name.
    tabs.does(0, AskedToDeepen(gone));
    let Screen::Act(form) = &tabs.practice(0).screen else {
        panic!("the form for an act");
    };
    assert_eq!((form.draft.with, form.draft.who.as_str()), (None, ""));
    tabs.saves_plan(0, "Hello");
    let Screen::Act(form) = &tabs.practice(0).screen else {
        panic!("still the form");
    };
    assert_eq!(form.lacking, [Lacking::Text(Field::Name)]);
}

#[test]
fn every_field_of_a_relationship_is_filled_in() {
    let mut tabs = Tabs::one();
    tabs.all([
        AskedToAdd,
        wrote(Field::Name, "Ira"),
        PickedKind(Kind::Peer),
        PickedPlace(Place::Up),
        PickedTie(Tie::Strong),
        PickedLastTalk(LastTalk::ThisQuarter),
        MarkedImportant(true),
        SavedRelationship,
    ]);
    let one = &tabs.practice(0).map().0[0].1;
    assert_eq!(
        (
            one.name.as_str(),
            one.place,
            one.kind,
            one.tie,
            one.last_talk,
            one.important
        ),
        (
            "Ira",
            Some(Place::Up),
            Some(Kind::Peer),
            Some(Tie::Strong),
            Some(LastTalk::ThisQuarter),
            true
        )
    );
}

#[test]
fn a_form_that_is_left_leads_to_the_plan_or_to_the_map() {
    let mut tabs = planned();
    tabs.all([OpenedCadence, LeftForm]);
    assert_eq!(tabs.practice(0).screen, Screen::Plan);
    tabs.all([AskedToChangePlan, LeftForm]);
    assert_eq!(tabs.practice(0).screen, Screen::Plan);
    tabs.all([AskedToAdd, LeftForm]);
    assert_eq!(tabs.practice(0).screen, Screen::Map);
    tabs.all([DroppedPlan, OpenedCadence]);
    tabs.does(0, LeftForm);
    assert_eq!(
        tabs.practice(0).screen,
        Screen::Map,
        "no plan to go back to"
    );
}

#[test]
fn a_regular_time_takes_every_field_and_one_day_or_several() {
    let mut tabs = planned();
    tabs.all([
        OpenedCadence,
        PickedRhythm(Rhythm::Monthly),
        ToggledDay(Weekday::Friday),
        ToggledDay(Weekday::Monday),
        PickedTime(10 * 60),
        SetReminder(false),
        wrote(Field::Summary, "Walk"),
        // Of other forms.
        wrote(Field::Opener, "Hello"),
        PickedTie(Tie::Tense),
    ]);
    let form = |tabs: &Tabs| -> Cadence {
        match &tabs.practice(0).screen {
            Screen::Cadence(form) => form.clone(),
            other => panic!("{other:?}"),
        }
    };
    let one = form(&tabs);
    assert_eq!(
        (
            one.rhythm,
            one.days,
            one.time,
            one.reminder,
            one.summary.as_deref()
        ),
        (
            Rhythm::Monthly,
            vec![Weekday::Monday],
            600,
            false,
            Some("Walk")
        )
    );
    tabs.all([
        PickedRhythm(Rhythm::Moments),
        ToggledDay(Weekday::Tuesday),
        ToggledDay(Weekday::Sunday),
        ToggledDay(Weekday::Tuesday),
        ToggledDay(Weekday::Monday),
    ]);
    use Weekday::{Friday, Sunday, Thursday, Tuesday, Wednesday};
    assert_eq!(
        form(&tabs).days,
        [Tuesday, Wednesday, Thursday, Friday, Sunday]
    );
    tabs.does(0, ChoseRelationship(key(77)));
    assert_eq!(form(&tabs).rhythm, Rhythm::Moments, "nobody on the map");
}

#[test]
fn each_kind_of_relationship_has_its_usual_rhythm() {
    for (kind, rhythm) in [
        (Kind::DirectReport, Rhythm::Weekly),
        (Kind::Mentor, Rhythm::Monthly),
        (Kind::Peer, Rhythm::Monthly),
        (Kind::Confidant, Rhythm::Monthly),
        (Kind::Boss, Rhythm::Moments),
        (Kind::Client, Rhythm::Moments),
        (Kind::Personal, Rhythm::Moments),
    ] {
        assert_eq!(kind.usual_rhythm(), rhythm, "{kind:?}");
    }
}

#[test]
fn two_outside_are_good_support_only_where_everything_is_said_of_them() {
    for (confidential, cost, talk, pattern) in [
        (None, None, None, Pattern::Several),
        (Some(true), None, None, Pattern::Several),
        (Some(true), Some(true), None, Pattern::Several),
        (
            Some(true),
            Some(true),
            Some(LastTalk::ThisMonth),
            Pattern::WellSupported,
        ),
    ] {
        let mut circle = Circle::default();
        circle.answer(CircleAnswer::Outside(Some(Outside::Several)));
        circle.answer(CircleAnswer::Confidential(confidential));
        circle.answer(CircleAnswer::UnderstandsCost(cost));
        circle.answer(CircleAnswer::LastTalk(talk));
        assert_eq!(circle.pattern(), Some(pattern));
    }
}

#[test]
fn a_file_with_more_weeks_than_ten_years_have_is_refused() {
    let mut tabs = filled();
    tabs.now = after(8);
    tabs.all([
        Opened(Part::Practice),
        PickedOutcome(Outcome::Done),
        Decided(Decision::Next),
    ]);
    let text = exported(tabs.practice(0), ALL);
    let mut document: serde_json::Value = serde_json::from_str(&text).unwrap();
    let weeks = document["practice"]["weeks"].as_array_mut().unwrap();
    let week = weeks[0].clone();
    *weeks = vec![week.clone(); MAX_EXPORTED_WEEKS];
    assert!(imported(&document.to_string()).is_ok());
    document["practice"]["weeks"]
        .as_array_mut()
        .unwrap()
        .push(week);
    let fault = imported(&document.to_string()).unwrap_err();
    assert!(fault.contains("more than 520 entries"), "{fault}");
}
