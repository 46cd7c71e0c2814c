//! Names of directions, kinds of relationship, ties, times and acts.

use crate::practice::Term;
use app::practice::{Act, Kind, LastTalk, Place, Tie};

const fn term(name: &'static str, about: &'static str) -> Term {
    Term { name, about }
}

pub(super) fn place(place: Place) -> Term {
    match place {
        Place::Up => term("Up", "sets your direction, or decides on your resources"),
        Place::Across => term("Across", "a peer or partner who does not answer to you"),
        Place::Down => term("Down", "on your team"),
        Place::Outside => term("Outside", "beyond your organisation"),
    }
}

pub(super) fn kind(kind: Kind) -> Term {
    match kind {
        Kind::Boss => term("Boss", "the one you report to, or another leader above you"),
        Kind::Peer => term("Peer", "at your level, here or with a partner"),
        Kind::DirectReport => term("Direct report", "reports to you"),
        Kind::Mentor => term(
            "Mentor",
            "has been down this road before, and gives you time",
        ),
        Kind::Confidant => term("Confidant", "hears your unfinished thoughts and keeps them"),
        Kind::Client => term("Client", "your organisation works for them"),
        Kind::Personal => term("Family or friend", "from your life beyond work"),
    }
}

pub(super) fn tie(tie: Tie) -> Term {
    match tie {
        Tie::Strong => term("Strong", "it could carry bad news today"),
        Tie::Uneven => term("Uneven", "good in parts, or on good days"),
        Tie::Tense => term("Tense", "something stands between you, said or unsaid"),
        Tie::Neglected => term(
            "Neglected",
            "nothing is wrong; it has had no care for a while",
        ),
    }
}

pub(super) fn last_talk(last_talk: LastTalk) -> Term {
    match last_talk {
        LastTalk::ThisWeek => term("This week", "within the last seven days"),
        LastTalk::ThisMonth => term("This month", "within the last four weeks or so"),
        LastTalk::ThisQuarter => term("In the last three months", "longer than a month ago"),
        LastTalk::LongAgo => term("Longer ago", "more than three months"),
        LastTalk::CannotRemember => term("I cannot remember", "so it may have been a while"),
    }
}

pub(super) fn act(act: Act) -> Term {
    match act {
        Act::NameUnspoken => term(
            "Name what is unspoken",
            "say that something has shifted, and ask how they see it",
        ),
        Act::AskHow => term(
            "Ask how they really are",
            "when there is time for the answer, and leave room for it",
        ),
        Act::Appreciate => term(
            "Offer appreciation",
            "thank them for one exact thing, and want nothing back",
        ),
        Act::OwnPart => term(
            "Own your part",
            "say what you did and what it caused, and stop there",
        ),
        Act::Help => term(
            "Help without being asked",
            "offer to lift one small weight, and let them refuse",
        ),
        Act::Reconnect => term("Get back in touch", "write first, and keep it short"),
        Act::SharedHabit => term(
            "Start a shared habit",
            "one small thing done together, such as naming who helped or marking a win",
        ),
    }
}
