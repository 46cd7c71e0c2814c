//! What others said, beside the leader's own score: whose it is, which of several, and how far apart both are.

use app::rounds::beside::{Told, latest};
use app::rounds::draft::Draft;
use app::rounds::questions::Asked;
use app::rounds::{Compared, Message, Notice, Rounds, Screen};
use app::turn::View;
use measure::completed::Completed;
use measure::instrument::{FormName, Instrument};
use measure::response::items_of_scale;
use measure::time::UnixMs;
use records::rounds::{ExportedOutcome, OutcomeDocument, OutcomeRecord, Role, RoundName, read};
use round::gap::{Refused, Verdict};
use round::invitation::{Set, Way};
use round::outcome::Outcome;
use testing::{completed, option, sheet, shipped};

use crate::people::{Person, draft, replies};
use crate::places::{at, place};
use crate::questions::uneven;

const DAY: i64 = 86_400_000;

/// What so many people said of the leader, on average.
fn outcome(set: Set, n: u8, items: u8, mean: u8) -> Outcome {
    let asked = Asked::of(set, items, &shipped()).unwrap();
    Outcome {
        tag: [1; 8],
        way: Way::Sealed,
        set,
        items,
        print: asked.questions.print,
        n,
        threshold: if n == 1 { 1 } else { 3 },
        mean,
        steps: (set == Set::Pulse && n >= 5).then_some([6; 5]),
    }
}

/// The gap between an outcome of this moment and the latest result of a page with this questionnaire.
fn gap(
    outcome: &Outcome,
    made_at: i64,
    instrument: &Instrument,
    latest: Option<&Completed>,
) -> Result<Compared, Refused> {
    let view = View {
        instrument,
        latest,
        past: &[],
        unparsed: &[],
    };
    Rounds::default().gap(outcome, UnixMs(made_at), &view)
}

/// The margins are those of docs/rounds.md, 7: they are wider where the own score is more than four weeks away.
#[test]
fn the_gap_is_between_the_outcome_and_the_own_score_at_that_distance_of_days() {
    let instrument = shipped();
    let own = uneven(&instrument, FormName::Full);
    for (set, n, items, mean, days, score, points, margin, verdict) in [
        (Set::Across, 5, 12, 65, 0, 50.0, 15.0, 15.6, Verdict::Within),
        (Set::Across, 5, 12, 70, 0, 50.0, 20.0, 15.6, Verdict::Larger),
        (Set::Down, 3, 12, 30, 28, 50.0, -20.0, 18.4, Verdict::Larger),
        (Set::Down, 3, 12, 30, 29, 50.0, -20.0, 20.6, Verdict::Within),
        (Set::Down, 3, 12, 70, -29, 50.0, 20.0, 20.6, Verdict::Within),
        (Set::Up, 1, 12, 73, -28, 50.0, 23.0, 23.9, Verdict::Within),
        // Of the own answers only those to the same six statements count.
        (
            Set::Across,
            5,
            6,
            75,
            0,
            100.0,
            -25.0,
            20.0,
            Verdict::Larger,
        ),
    ] {
        let case = format!("{set:?} {n} {items} {mean} {days}");
        let outcome = outcome(set, n, items, mean);
        let made_at = own.ended_at.0 + days * DAY;
        let compared = gap(&outcome, made_at, &instrument, Some(&own)).unwrap();
        assert_eq!(compared.days, days, "{case}");
        let found = [compared.own.score, compared.gap.points, compared.gap.margin];
        for (found, expected) in found.into_iter().zip([score, points, margin]) {
            let is_near = (found - expected).abs() < 0.06;
            assert!(is_near, "{case}: {found} for {expected}");
        }
        assert_eq!(compared.gap.verdict, verdict, "{case}");
    }
}

/// A result in which so many statements of each direction are answered.
fn partial(instrument: &Instrument, count: usize) -> Completed {
    let of_scale =
        |place| items_of_scale(instrument, FormName::Full, testing::scale(place)).take(count);
    let answers = (0..3).flat_map(of_scale).map(|index| (index, option(4)));
    completed(sheet(instrument, FormName::Full, answers), 300)
}

#[test]
fn what_cannot_be_compared_has_its_reason() {
    let shipped = shipped();
    let full = uneven(&shipped, FormName::Full);
    let short = uneven(&shipped, FormName::Short);
    let [none, half, most] = [0, 6, 7].map(|count| partial(&shipped, count));
    let mut another = shipped.clone();
    another.id = measure::instrument::Id::new("another").unwrap();
    let across = outcome(Set::Across, 5, 12, 70);
    let mut foreign = across.clone();
    foreign.print.0[0] ^= 1;
    let pulse = outcome(Set::Pulse, 5, 5, 70);
    use Refused::{NoOwnScore, NotScored, OtherForm, OtherQuestions};
    for (case, outcome, instrument, latest, expected) in [
        ("no result", &across, &shipped, None, Some(NotScored)),
        ("no answer", &across, &shipped, Some(&none), Some(NotScored)),
        ("half", &across, &shipped, Some(&half), Some(NotScored)),
        ("more than half", &across, &shipped, Some(&most), None),
        (
            "short form",
            &across,
            &shipped,
            Some(&short),
            Some(OtherForm),
        ),
        (
            "other print",
            &foreign,
            &shipped,
            Some(&full),
            Some(OtherQuestions),
        ),
        ("pulse", &pulse, &shipped, Some(&full), Some(NoOwnScore)),
        (
            "other page",
            &across,
            &another,
            Some(&full),
            Some(NoOwnScore),
        ),
    ] {
        let compared = gap(outcome, full.ended_at.0, instrument, latest);
        assert_eq!(compared.err(), expected, "{case}");
    }
}

/// An outcome as a file has it, made on this day.
fn in_file(outcome: &Outcome, day: i64) -> ExportedOutcome {
    ExportedOutcome {
        figures: OutcomeDocument::of(outcome, UnixMs(day * DAY)),
        apart: false,
    }
}

#[test]
fn of_a_file_the_latest_outcome_of_each_set_that_can_be_compared_is_shown() {
    let mut foreign = outcome(Set::Down, 5, 12, 35);
    foreign.print.0[0] ^= 1;
    let mut impossible = in_file(&outcome(Set::Across, 5, 12, 50), 30);
    impossible.figures.mean = 51;
    let file = [
        in_file(&outcome(Set::Pulse, 5, 5, 75), 0),
        in_file(&outcome(Set::Pulse, 5, 5, 80), 8),
        in_file(&outcome(Set::Down, 5, 12, 20), 4),
        in_file(&outcome(Set::Down, 5, 12, 25), 6),
        in_file(&foreign, 7),
        in_file(&outcome(Set::Down, 5, 12, 30), 5),
        impossible,
        in_file(&outcome(Set::Up, 5, 6, 60), 2),
        in_file(&outcome(Set::Up, 5, 6, 65), 3),
        in_file(&outcome(Set::Across, 5, 12, 40), 1),
    ];
    let told = Told::in_file(&file);
    let means: Vec<u8> = told.iter().map(|told| told.outcome.mean).collect();
    assert_eq!(means, [80, 35, 25, 30, 20, 65, 60, 40, 75], "latest first");
    assert!(told.iter().all(|told| told.name.is_none()));
    let own = uneven(&shipped(), FormName::Full);
    let shown = latest(&told, &shipped(), &own);
    let shown = shown.iter().map(|beside| {
        let (told, is_compared) = (&beside.told, beside.compared.is_ok());
        let day = told.made_at.0 / DAY;
        (told.outcome.set, told.outcome.mean, day, is_compared)
    });
    let expected = [
        (Set::Up, 65, 3, true),
        (Set::Across, 40, 1, true),
        (Set::Down, 25, 6, true),
        (Set::Pulse, 80, 8, false),
    ];
    assert_eq!(shown.collect::<Vec<_>>(), expected);
}

/// The stored outcomes, by name.
fn stored(person: &Person) -> Vec<(String, OutcomeRecord)> {
    let records = person.records().into_iter();
    let outcomes = records.map(|(name, text)| (name, read(&text).expect("an outcome").value));
    outcomes.collect()
}

/// Collects for a round of three people, and closes it.
fn closes(person: &mut Person, role: Role, name: &str) {
    let role = Some(role);
    let invitation = person.collects(
        0,
        Draft {
            role,
            ..draft(None, 3)
        },
    );
    let round = person.round(0);
    person.does(0, Message::Named(round, RoundName::new(name).ok()));
    person.pastes(0, &replies(&invitation, 3).concat());
    person.does(0, Message::Closed);
}

#[test]
fn an_outcome_is_the_leaders_own_once_they_say_that_it_is_about_them() {
    let mut person = Person::new();
    closes(&mut person, Role::Coach, "K., autumn");
    let other = person.opens();
    assert!(!person.rounds(0).has_own());
    assert_eq!(person.rounds(0).own(), []);
    let [(key, before)] = stored(&person).try_into().expect("one outcome");

    person.does(0, Message::Claimed);
    let mut claimed = before.clone();
    claimed.own = true;
    assert_eq!(stored(&person), [(key, claimed)]);
    assert_eq!(place(&person), "outcome kept");
    person.browser.settle();
    for tab in [0, other] {
        let rounds = person.rounds(tab);
        assert!(rounds.has_own());
        let [told] = rounds.own().try_into().expect("it is one's own");
        let name = told.name.expect("it is in the records");
        let kept = rounds.records.outcome(&name).expect("it is kept");
        assert_eq!(kept.outcome, told.outcome);
        assert_eq!(told.made_at, before.figures.made_at);
    }

    closes(&mut person, Role::Leader, "");
    closes(&mut person, Role::Coach, "");
    assert_eq!(stored(&person).len(), 3);
    let own = person.rounds(0).own();
    assert_eq!(own.len(), 2, "that of somebody else is not among them");
    assert!(own[0].made_at > own[1].made_at, "latest first");
}

#[test]
fn an_outcome_that_was_read_and_is_not_wanted_was_never_stored() {
    let mut leader = at("outcome fresh");
    leader.does(0, Message::Forgot);
    assert_eq!(*leader.screen(0), Screen::List);
    assert_eq!(leader.rounds(0).notice, Some(Notice::OutcomeForgotten));
    assert_eq!(leader.browser.everything(), []);
}

#[test]
fn a_tab_leaves_an_outcome_that_the_other_deleted() {
    let mut person = at("outcome kept");
    let other = person.opens();
    let name = person.rounds(other).records.outcomes[0].name.clone();
    person.all(other, [Message::OpenedOutcome(name), Message::Forgot]);
    assert_eq!(person.rounds(other).notice, Some(Notice::OutcomeForgotten));
    person.browser.settle();
    assert_eq!(*person.screen(0), Screen::List);
    assert_eq!(person.rounds(0).notice, Some(Notice::Gone));
    assert_eq!(person.browser.everything(), []);
}
