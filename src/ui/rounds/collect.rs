//! Collecting: the invitation to send, where replies are pasted, and the close.

use yew::{Html, html};

use super::blocks::{
    Page, action, actions, back, busy, field, folded, hand_on, limits, live, paragraphs,
};
use super::rate::isolated;
use super::{heading, statements, typed};
use crate::ui::{Ui, all, element, p, text};
use app::rounds::{Collecting, Ending, Kept, Message, Paste, Rounds};
use app::session::Session;
use records::rounds::{Role, RoundName};
use round::invitation::Set;
use round::totals::CloseFault;
use words::Invitation;

pub(super) fn view(session: &Session, rounds: &Rounds, collecting: &Collecting, ui: &Ui) -> Html {
    let Some(kept) = rounds.records.round(&collecting.round) else {
        return Html::default();
    };
    let body = if kept.key.is_none() {
        p("notice", ui.words.collector().key_gone())
    } else {
        open(session, rounds, (kept, collecting), ui)
    };
    let mut page = Page::default();
    page.add(title(kept, ui));
    page.add(number(rounds, kept, ui));
    page.add(body);
    page.add(give_up(kept, collecting, ui));
    page.add(back(ui, Message::OpenedList));
    page.done()
}

/// A round whose key is here.
fn open(
    session: &Session,
    rounds: &Rounds,
    (kept, collecting): (&Kept, &Collecting),
    ui: &Ui,
) -> Html {
    let words = ui.words.collector();
    let asked = &kept.invitation;
    let agreed = || p("quiet", words.agreed(asked.threshold));
    let mut page = Page::default();
    page.add(super::kept(session, ui));
    page.p("quiet", words.week());
    page.add((!asked.is_named()).then(agreed).unwrap_or_default());
    page.add(invitation(rounds, kept, ui));
    page.add(replies(kept, collecting, ui));
    page.add(ending(kept, collecting, ui));
    page.add(limits(&words.not_promised(), ui));
    page.add(name(kept, ui));
    page.done()
}

fn title(kept: &Kept, ui: &Ui) -> Html {
    let words = ui.words.collector();
    match &kept.record.name {
        Some(name) => all(vec![p("kicker", words.heading()), heading(name)]),
        None => heading(words.heading()),
    }
}

/// The number by which people compare an invitation aloud.
fn number(rounds: &Rounds, kept: &Kept, ui: &Ui) -> Html {
    let words = ui.words.collector();
    let Some(code) = rounds.code(&kept.id) else {
        return busy(ui);
    };
    let about = if kept.record.role == Role::CoachThroughLeader {
        words.number_read()
    } else {
        words.number_about()
    };
    let number = text("strong", "", words.number(&isolated(code)));
    let number = all(vec![element("p", "", number), p("quiet", about)]);
    element("div", "number", number)
}

/// How many minutes it takes to answer.
fn minutes(set: Set, items: u8) -> u8 {
    match (set, items) {
        (Set::Pulse, _) => 1,
        (_, 6) => 2,
        _ => 3,
    }
}

fn invitation(rounds: &Rounds, kept: &Kept, ui: &Ui) -> Html {
    let words = ui.words.collector();
    let asked = &kept.invitation;
    let address = rounds.page.as_ref().map(|page| page.address.as_str());
    let link = [address.unwrap_or_default(), "#", &asked.to_text()].concat();
    let text = words.invite(Invitation {
        from: if kept.record.role == Role::Leader {
            "leader"
        } else {
            "coach"
        },
        statements: statements(asked.set, asked.is_named()),
        minutes: minutes(asked.set, asked.items),
        threshold: asked.threshold,
        link: &link,
    });
    let mut about = words.invite_about().to_owned();
    if kept.record.role == Role::CoachThroughLeader {
        about = [words.invite_leader(), &about].join(ui.words.between_sentences());
    }
    let message = hand_on(ui.words.round().text_label(), &text, rounds, ui);
    let inner = all(vec![p("quiet", &about), message]);
    folded(words.invite_heading(), kept.seen.is_empty(), inner)
}

fn replies(kept: &Kept, collecting: &Collecting, ui: &Ui) -> Html {
    let words = ui.words.collector();
    let oninput = typed(ui, Message::Typed);
    let replies = html! {
        <textarea id="replies" rows="5" dir="auto" autocomplete="off" aria-describedby="replies-about"
            value={collecting.typed.clone()} {oninput} />
    };
    let paste = collecting.paste.as_ref();
    let brought = paste.map(|paste| brought(kept, paste, ui));
    let mut page = Page::default();
    page.add(field(
        "replies",
        words.paste_label(),
        words.paste_about(),
        replies,
    ));
    page.add(action("secondary", words.paste_add(), Message::Pasted, ui));
    page.add(live("status", brought.unwrap_or_default()));
    page.done()
}

/// What the last paste brought, and what was wrong with it.
fn brought(kept: &Kept, paste: &Paste, ui: &Ui) -> Html {
    let words = ui.words.collector();
    let enough = kept.seen.len() >= usize::from(kept.invitation.threshold);
    let mut said = Vec::new();
    if paste.added > 0 && enough {
        said.push(words.added_enough(kept.seen.len()));
    } else if paste.added > 0 {
        said.push(words.added_few().to_owned());
    } else if paste.known > 0 {
        said.push(words.nothing_new().to_owned());
    } else if paste.is_too_long {
        let fault = ui.words.round().got_fault("too_long");
        said.push(fault.unwrap_or_default().to_owned());
    } else if paste.is_empty() {
        said.push(words.nothing_found(&isolated("LA1.S.")));
    }
    for (id, count) in [
        ("damaged", paste.damaged),
        ("other_round", paste.other_round),
        ("newer", paste.newer),
        ("invitation", paste.invitations),
        ("outcome", paste.outcomes),
    ] {
        if count > 0 {
            said.push(words.problem(id, count).unwrap_or_default());
        }
    }
    if paste.closed > 0 {
        said.push(words.closed().to_owned());
    }
    paragraphs(&said)
}

/// How many messages are here, and the way to close.
fn ending(kept: &Kept, collecting: &Collecting, ui: &Ui) -> Html {
    let words = ui.words.collector();
    if collecting.is_opening {
        return busy(ui);
    }
    let can_close = kept.can_close();
    // The list of them says how many there are, and so has the paste just now.
    let too_many = kept.has_too_many().then(|| too_many(kept, ui));
    let said = if too_many.is_some() || collecting.paste.is_some_and(|paste| paste.added > 0) {
        Html::default()
    } else if can_close {
        p("", words.enough(kept.seen.len()))
    } else {
        p("", words.waiting())
    };
    if !can_close {
        return said;
    }
    let close = if collecting.asked == Some(Ending::Close) {
        let id = statements(kept.invitation.set, kept.invitation.is_named());
        let yes = ui.button("primary", words.close_yes(), Message::Closed);
        sure(words.close_question(id), yes, ui)
    } else {
        let asked = Message::Asked(Some(Ending::Close));
        let close = ui.button("primary", words.close(), asked);
        all(vec![said, actions(vec![close])])
    };
    let refused = refused(kept, collecting, ui);
    all(vec![refused, too_many.unwrap_or_default(), close])
}

/// A question before something final, with the button that confirms it.
fn sure(question: &str, yes: Html, ui: &Ui) -> Html {
    let no = ui.words.collector().close_no();
    let no = ui.button("secondary", no, Message::Asked(None));
    all(vec![live("alert", p("", question)), actions(vec![yes, no])])
}

/// Why nothing was shown at the close.
fn refused(kept: &Kept, collecting: &Collecting, ui: &Ui) -> Html {
    let words = ui.words.collector();
    let Some(fault) = collecting.refused else {
        return Html::default();
    };
    let why = match fault {
        CloseFault::TooMany => words.too_many(kept.invitation.most()),
        CloseFault::TooFew | CloseFault::Missing => words.too_few(kept.invitation.threshold),
    };
    live(
        "alert",
        p(
            "",
            [words.not_shown(), &why].join(ui.words.between_sentences()),
        ),
    )
}

/// The messages, unopened, any of which can be taken out.
fn too_many(kept: &Kept, ui: &Ui) -> Html {
    let words = ui.words.collector();
    let mut rows = Vec::new();
    for seen in &kept.seen {
        let taken = Message::TookOut(seen.name.clone());
        // All buttons say the same, and each is described by its message.
        let id = seen.name.as_str().to_owned();
        rows.push(html! {
            <li>
                <span id={id.clone()}>{ words.listed(seen.paste, seen.place) }</span>{ " " }
                <button type="button" class="link" part="button" aria-describedby={id}
                    onclick={ui.on(taken)}>
                    { words.take_out() }
                </button>
            </li>
        });
    }
    let count = words.more_than_people(kept.seen.len(), kept.invitation.most());
    all(vec![p("notice", &count), element("ul", "plain", all(rows))])
}

/// What the collector calls the round, to tell it from others.
fn name(kept: &Kept, ui: &Ui) -> Html {
    let words = ui.words.collector();
    let round = kept.id;
    let oninput = typed(ui, move |text| {
        Message::Named(round, RoundName::new(&text).ok())
    });
    let value = kept.record.name.as_deref().unwrap_or_default().to_owned();
    let name = html! {
        <input type="text" id="round-name" dir="auto" autocomplete="off" {value} {oninput}
            maxlength={RoundName::MAX.to_string()} aria-describedby="round-name-about" />
    };
    field("round-name", words.name_label(), words.name_about(), name)
}

fn give_up(kept: &Kept, collecting: &Collecting, ui: &Ui) -> Html {
    let words = ui.words.collector();
    if kept.key.is_some() && collecting.asked != Some(Ending::GiveUp) {
        let asked = Message::Asked(Some(Ending::GiveUp));
        return action("link", words.give_up(), asked, ui);
    }
    let yes = ui.button("danger", words.give_up_yes(), Message::GaveUp);
    sure(words.give_up_sure(), yes, ui)
}
