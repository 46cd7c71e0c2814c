//! Every place at which somebody can be in rounds, each in a browser of its own.

use app::rounds::draft::{Draft, Group};
use app::rounds::{Message, RatingStep, Screen, Sending, Shown, TableStep};
use records::rounds::Role;

use crate::people::{Person, draft, pulse, replies, table};

/// The name of a place, and how somebody gets there.
type Place = (&'static str, fn() -> Person);

pub(crate) const PLACES: [Place; 22] = [
    ("list", Person::new),
    ("list with an outcome", listing),
    ("choosing", choosing),
    ("appointing", appointing),
    ("asking", asking),
    ("beginning", beginning),
    ("collecting", || collecting(2)),
    ("opening", opening),
    ("invited", invited),
    ("statement 0", || answering(0)),
    ("statement 2", || answering(2)),
    ("answered", || answering(5)),
    ("sealing", sealing),
    ("sent", sent),
    ("table handing", || around(&[])),
    ("table statement 1", || around(&[Some(4)])),
    ("table left out", || around(&[None; 12])),
    ("table answered", || around(&[Some(4); 12])),
    ("table closing", closing),
    ("outcome fresh", fresh),
    ("outcome kept", kept),
    ("reading", || went(&[Message::AskedToRead])),
];

/// The person at this place.
pub(crate) fn at(place: &str) -> Person {
    let mut places = PLACES.into_iter();
    let found = places.find(|(name, _)| *name == place);
    let (_, person) = found.unwrap_or_else(|| panic!("no such place: {place}"));
    person()
}

/// The name of the place that is on screen, as far as the screen alone says it.
pub(crate) fn place(person: &Person) -> String {
    match person.screen(0) {
        Screen::List => "list".into(),
        Screen::Choosing(_) => "choosing".into(),
        Screen::Appointing(_) => "appointing".into(),
        Screen::Asking(_) => "asking".into(),
        Screen::Beginning(_) => "beginning".into(),
        Screen::Collecting(collecting) if collecting.is_opening => "opening".into(),
        Screen::Collecting(_) => "collecting".into(),
        Screen::Rating(rating) => match rating.step {
            RatingStep::Invited => "invited".into(),
            RatingStep::Statement(number) => format!("statement {number}"),
            RatingStep::Answered => "answered".into(),
            RatingStep::Sealing => "sealing".into(),
            RatingStep::Sent { .. } => "sent".into(),
        },
        Screen::Table(table) => match table.step {
            TableStep::Handing => "table handing".into(),
            TableStep::Statement(number) => format!("table statement {number}"),
            TableStep::LeftOut(_) => "table left out".into(),
            TableStep::Answered => "table answered".into(),
            TableStep::Closing => "table closing".into(),
        },
        Screen::Outcome(Shown::Fresh(_)) => "outcome fresh".into(),
        Screen::Outcome(Shown::Kept(_)) => "outcome kept".into(),
        Screen::Reading(_) => "reading".into(),
    }
}

fn went(messages: &[Message]) -> Person {
    let mut person = Person::new();
    person.all(0, messages.to_vec());
    person
}

fn listing() -> Person {
    let mut person = kept();
    person.does(0, Message::OpenedList);
    person
}

fn choosing() -> Person {
    went(&[Message::AskedToBegin, Message::Drafted(draft(None, 3))])
}

fn appointing() -> Person {
    let mut person = choosing();
    person.does(0, Message::WentOn);
    person
}

fn asking() -> Person {
    let mut person = appointing();
    person.does(0, Message::WentOn);
    person
}

/// The browser is at work on what was asked last.
fn waits(mut person: Person, message: Message) -> Person {
    person.takes(0, message);
    assert_eq!(person.tasks(0).len(), 1);
    person
}

fn beginning() -> Person {
    let mut person = appointing();
    let role = Some(Role::Coach);
    person.does(
        0,
        Message::Drafted(Draft {
            role,
            ..draft(None, 3)
        }),
    );
    waits(person, Message::Began)
}

/// A coach who has so many of the messages of three people.
fn collecting(count: u8) -> Person {
    let mut coach = Person::new();
    let invitation = coach.collects(0, draft(None, 3));
    coach.pastes(0, &replies(&invitation, count).concat());
    coach
}

fn opening() -> Person {
    waits(collecting(3), Message::Closed)
}

fn invited() -> Person {
    let invitation = Person::new().collects(0, draft(None, 3));
    let mut rater = Person::new();
    rater.joins(0, &invitation);
    rater
}

/// A rater who has answered so many of the five statements.
fn answering(count: usize) -> Person {
    let mut rater = invited();
    rater.does(0, Message::BeganToAnswer);
    let answers = pulse([4, 5, 3, 1, 2]).into_iter().take(count);
    rater.all(0, answers.map(Message::Answered));
    rater
}

fn sealing() -> Person {
    waits(answering(5), Message::Locked(Sending::Copy))
}

fn sent() -> Person {
    let mut rater = answering(5);
    rater.does(0, Message::Locked(Sending::Copy));
    rater
}

/// A table at which the first person has given these answers; without any, nobody has the device yet.
fn around(answers: &[Option<u8>]) -> Person {
    let team = table(Some(Group::Team), 3);
    let mut room = went(&[
        Message::AskedToBegin,
        Message::Drafted(team),
        Message::WentOn,
    ]);
    if !answers.is_empty() {
        room.does(0, Message::TookDevice);
    }
    room.all(0, answers.iter().map(|answer| Message::Answered(*answer)));
    room
}

fn closing() -> Person {
    let mut room = around(&[Some(4); 12]);
    for _ in 0..2 {
        room.all(0, [Message::PassedOn, Message::TookDevice]);
        room.all(0, [Some(4); 12].map(Message::Answered));
    }
    room.does(0, Message::PassedOn);
    room
}

fn kept() -> Person {
    let mut coach = collecting(3);
    coach.does(0, Message::Closed);
    coach
}

fn fresh() -> Person {
    let outcome = kept()
        .rounds(0)
        .shown()
        .expect("it is closed")
        .outcome
        .to_text();
    went(&[
        Message::AskedToRead,
        Message::Typed(outcome),
        Message::Pasted,
    ])
}
