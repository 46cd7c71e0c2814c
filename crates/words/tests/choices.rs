//! Which of several sentences a language gives: by direction, by act, by whose statements they are, and by how many
//! people are meant.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "test code"
)]

use app::practice::{Act, AnyAct, Kind, LastTalk, Place};
use app::rounds::questions::{Five, PULSE};
use measure::instrument::{FormName, Id, Instrument};
use measure::report::Report;
use testing::{answers, completed, shaped, shipped, small};
use words::Term;
use words::native::english;

#[test]
fn an_opener_fits_the_person_outside_or_the_direction() {
    let practice = english().practice();
    let opener = |place, kind| practice.opener_for(Act::Help, place, kind);
    let known = |whom: &str| practice.opener(&format!("{whom}.{}", Act::Help.as_str()));
    for kind in [Kind::Mentor, Kind::Client, Kind::Personal] {
        assert_eq!(opener(Place::Outside, Some(kind)), known(kind.as_str()));
        assert_eq!(opener(Place::Up, Some(kind)), known("up"));
    }
    for kind in [Some(Kind::Peer), None] {
        assert_eq!(opener(Place::Outside, kind), known("confidant"));
    }
    assert_ne!(known("mentor"), known("confidant"));
}

#[test]
fn observations_and_buttons_of_the_map_are_of_their_direction() {
    let map = english().map();
    for place in Place::ALL {
        let id = place.as_str();
        assert_eq!(Some(map.only_strained_in(*place)), map.only_strained(id));
        assert_eq!(Some(map.move_to_place(*place)), map.move_to(id));
        assert_eq!(Some(map.nobody_in(*place)), map.nobody(id));
    }
    for last_talk in LastTalk::ALL {
        assert_eq!(
            Some(map.talked_at(*last_talk)),
            map.talked(last_talk.as_str())
        );
    }
}

#[test]
fn an_act_is_called_by_its_name_or_by_the_title_of_its_move() {
    let act = english().act();
    let term = english().practice().act_term(Act::Help);
    assert_eq!(act.title(&AnyAct::General(Act::Help)), term.name);
    let move_of = |square: &str| AnyAct::Move(Id::new(square).unwrap());
    assert_eq!(
        Some(act.title(&move_of("across.candour"))),
        act.move_title("across.candour")
    );
    assert_eq!(act.title(&move_of("of.another")), act.heading());
    let myths: Vec<_> = act.myths().collect();
    assert_eq!(myths.len(), act.myth().len());
    assert!(
        myths
            .iter()
            .all(|myth| !myth.belief.is_empty() && !myth.answer.is_empty())
    );
}

#[test]
fn a_plan_is_said_back_in_its_own_sentence_or_by_its_title() {
    let act = english().act();
    let says = |one: &AnyAct| act.says(one, "Monday", "Dana");
    let general = |one| says(&AnyAct::General(one));
    for one in Act::ALL {
        let sentence = act.act_says(one.as_str(), "Monday", "Dana");
        assert_eq!(Some(general(*one)), sentence);
    }
    assert_eq!(
        general(Act::Reconnect),
        "On Monday, I get back in touch with Dana."
    );
    let move_of = |square: &str| AnyAct::Move(Id::new(square).unwrap());
    assert_eq!(
        Some(says(&move_of("across.candour"))),
        act.move_says("across.candour", "Monday", "Dana")
    );
    // A move of a questionnaire that is not here has no sentence.
    assert_eq!(says(&move_of("of.another")), act.heading());
}

#[test]
fn kinds_of_support_keep_their_name_their_use_and_their_first_step_together() {
    let circle = english().circle();
    let kinds = circle.kinds();
    let kinds = kinds.map(|kind| [kind.name, kind.good_for, kind.first_step]);
    let (names, uses, steps) = (
        circle.kind_name(),
        circle.kind_good_for(),
        circle.kind_first_step(),
    );
    let expected = [0, 1, 2].map(|place| [names[place], uses[place], steps[place]]);
    assert_eq!(kinds.collect::<Vec<_>>(), expected);
}

#[test]
fn a_time_in_the_calendar_is_called_by_its_length_and_by_a_name_if_there_is_one() {
    let cadence = english().cadence();
    for (title, expected) in [
        (cadence.half_hour_title(None), "30 minutes"),
        (
            cadence.half_hour_title(Some("Dana")),
            "30 minutes with Dana",
        ),
        (cadence.five_minutes_title(None), "Five minutes"),
        (
            cadence.five_minutes_title(Some("Dana")),
            "Five minutes for Dana",
        ),
    ] {
        assert_eq!(title, expected);
    }
}

#[test]
fn each_decision_of_a_week_has_its_name_and_what_it_means() {
    let weekly = english().weekly();
    for (term, name, about) in [
        (weekly.mend_term(), weekly.mend(), weekly.mend_about()),
        (weekly.repeat_term(), weekly.repeat(), weekly.repeat_about()),
        (weekly.next_term(), weekly.next(), weekly.next_about()),
    ] {
        assert_eq!(term, Term { name, about });
    }
}

#[test]
fn statements_of_a_pulse_are_in_the_words_of_whoever_wrote_them() {
    let pulse = english().pulse();
    let own = ["A.", "B.", "C.", "D.", "E."].map(str::to_owned);
    let instrument = small(3, |text| {
        text.replace(
            r#""id":"small""#,
            r#""id":"own","pulse":["A.","B.","C.","D.","E."]"#,
        )
    });
    let five = Five::Own(instrument.pulse.as_ref().unwrap());
    for place in 0..own.len() {
        assert_eq!(
            pulse.asked(Five::Program, place),
            pulse.statement(PULSE[place])
        );
        assert_eq!(
            Some(pulse.called(Five::Program, place).as_str()),
            pulse.name(PULSE[place])
        );
        assert_eq!(pulse.asked(five, place), Some(own[place].as_str()));
        assert_eq!(pulse.called(five, place), own[place]);
        assert_eq!(pulse.asked(Five::Unknown, place), None);
        assert_eq!(
            pulse.called(Five::Unknown, place),
            pulse.numbered(place + 1)
        );
    }
    assert_eq!(pulse.asked(Five::Program, own.len()), None);
}

#[test]
fn of_many_directions_three_are_named() {
    let results = english().results();
    assert_eq!(results.named(&["a", "b"]), "a and b");
    assert_eq!(results.named(&["a", "b", "c"]), "a, b and c");
    let one_more = results.more_named(1_u8);
    assert_eq!(
        results.named(&["a", "b", "c", "d"]),
        format!("a, b, c and {one_more}")
    );
}

#[test]
fn what_is_not_promised_depends_on_who_could_break_it() {
    let (round, around, collector) = (english().round(), english().around(), english().collector());
    let table = around.not_promised();
    assert!(table.starts_with(&round.limits_always()) && table.ends_with(&round.limits_group()));
    assert!(around.limits().iter().all(|limit| table.contains(limit)));
    let collected = collector.not_promised();
    assert_eq!(
        collected,
        [
            round.limits_always().as_slice(),
            collector.limits().as_slice()
        ]
        .concat()
    );
}

#[test]
fn a_boss_is_asked_and_the_close_is_confirmed_in_other_words() {
    let collector = english().collector();
    assert_eq!(
        collector.close_question("boss"),
        collector.close_sure_boss()
    );
    assert_eq!(collector.close_question("down"), collector.close_sure());
    let invite = |statements| {
        collector.invite(words::Invitation {
            from: "leader",
            statements,
            minutes: 3,
            threshold: 5,
            link: "https://example.org/",
        })
    };
    let (boss, team) = (
        collector.invitation_boss("leader").unwrap(),
        collector.invitation_promise(5_u8),
    );
    assert!(invite("boss").contains(boss) && !invite("boss").contains(&team));
    assert!(invite("down").contains(&team) && !invite("down").contains(boss));
}

fn report(instrument: &Instrument, text: &str) -> Report {
    let sheet = answers(instrument, FormName::Full, text);
    Report::from_completed(instrument, &completed(sheet, 300))
}

#[test]
fn with_one_scale_alone_the_finding_is_its_answer() {
    let results = english().results();
    let instrument = shaped([1, 1, 6], 5, true);
    let one = report(&instrument, "444444");
    let option = one.nearest_option.as_deref().unwrap();
    assert_eq!(results.finding(&one).0, results.finding_one_scale(option));
    let none = report(&shipped(), "444244444442 ------------ ------------");
    assert_eq!(results.finding(&none).0, results.finding_not_enough());
}

#[test]
fn a_direction_without_a_score_says_why() {
    let results = english().results();
    let some = report(&shipped(), "444244444442 4444-------- xxxxxxxxxxxx");
    let [up, across, down] = &some.directions[..] else {
        panic!("{} directions", some.directions.len());
    };
    assert!(results.score_text(up).contains(char::is_numeric));
    assert_eq!(
        results.score_text(across),
        results.not_scored(across.set.answered, across.set.total)
    );
    assert_eq!(results.score_text(down), results.not_applicable());
}
