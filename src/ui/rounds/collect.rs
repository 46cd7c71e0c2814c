//! Collecting: the invitation to send, where replies are pasted, and the close.

use yew::{Html, html};

use super::rate::isolated;
use super::{hand_on, heading, limits, statements, typed};
use crate::ui::Ui;
use app::rounds::{Collecting, Ending, Kept, Message, Paste, Rounds};
use app::session::Session;
use records::rounds::{Role, RoundName};
use round::invitation::Set;
use round::totals::CloseFault;
use words::Invitation;

pub(super) fn view(session: &Session, rounds: &Rounds, collecting: &Collecting, ui: &Ui) -> Html {
    let words = ui.words.collector();
    let Some(kept) = rounds.records.round(&collecting.round) else {
        return Html::default();
    };
    html! {
        <>
            { title(kept, ui) }
            { number(rounds, kept, ui) }
            if kept.key.is_none() {
                <p class="notice">{ words.key_gone() }</p>
            } else {
                { super::kept(session, ui) }
                <p class="quiet">{ words.week() }</p>
                if !kept.invitation.is_named() {
                    <p class="quiet">{ words.agreed(kept.invitation.threshold) }</p>
                }
                { invitation(rounds, kept, ui) }
                { replies(kept, collecting, ui) }
                { ending(kept, collecting, ui) }
                { limits(words.not_promised(), ui) }
                { name(kept, ui) }
            }
            { give_up(kept, collecting, ui) }
            { super::back(ui, Message::OpenedList) }
        </>
    }
}

fn title(kept: &Kept, ui: &Ui) -> Html {
    let words = ui.words.collector();
    match &kept.record.name {
        Some(name) => html! { <><p class="kicker">{ words.heading() }</p>{ heading(name) }</> },
        None => heading(words.heading()),
    }
}

/// The number by which people compare an invitation aloud.
fn number(rounds: &Rounds, kept: &Kept, ui: &Ui) -> Html {
    let words = ui.words.collector();
    let Some(code) = rounds.code(&kept.id) else {
        return html! { <p aria-busy="true">{ ui.words.round().working() }</p> };
    };
    let about = if kept.record.role == Role::CoachThroughLeader {
        words.number_read()
    } else {
        words.number_about()
    };
    html! {
        <div class="number">
            <p><strong>{ words.number(&isolated(code)) }</strong></p>
            <p class="quiet">{ about }</p>
        </div>
    }
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
    html! {
        <details open={kept.seen.is_empty()}>
            <summary>{ words.invite_heading() }</summary>
            <p class="quiet">
                if kept.record.role == Role::CoachThroughLeader {
                    { words.invite_leader() }{ " " }
                }
                { words.invite_about() }
            </p>
            { hand_on(ui.words.round().text_label(), &text, rounds, ui) }
        </details>
    }
}

fn replies(kept: &Kept, collecting: &Collecting, ui: &Ui) -> Html {
    let words = ui.words.collector();
    let oninput = typed(ui, Message::Typed);
    html! {
        <>
            <div class="field">
                <label for="replies">{ words.paste_label() }</label>
                <p class="quiet" id="replies-about">{ words.paste_about() }</p>
                <textarea id="replies" rows="5" dir="auto" autocomplete="off" aria-describedby="replies-about"
                    value={collecting.typed.clone()} {oninput} />
            </div>
            <p class="actions">{ ui.button("secondary", words.paste_add(), Message::Pasted) }</p>
            <div role="status">
                { for collecting.paste.as_ref().map(|paste| brought(kept, paste, ui)) }
            </div>
        </>
    }
}

/// What the last paste brought, and what was wrong with it.
fn brought(kept: &Kept, paste: &Paste, ui: &Ui) -> Html {
    let words = ui.words.collector();
    let enough = kept.seen.len() >= usize::from(kept.invitation.threshold);
    let added = if paste.added > 0 && enough {
        Some(words.added_enough(kept.seen.len()))
    } else if paste.added > 0 {
        Some(words.added_few().to_owned())
    } else if paste.known > 0 {
        Some(words.nothing_new().to_owned())
    } else if paste.is_too_long {
        ui.words.round().got_fault("too_long").map(str::to_owned)
    } else if paste.is_empty() {
        Some(words.nothing_found(&isolated("LA1.S.")))
    } else {
        None
    };
    let problems = [
        ("damaged", paste.damaged),
        ("other_round", paste.other_round),
        ("newer", paste.newer),
        ("invitation", paste.invitations),
        ("outcome", paste.outcomes),
    ];
    let problems = problems.into_iter().filter(|(_, count)| *count > 0);
    let problems = problems.filter_map(|(id, count)| words.problem(id, count));
    let closed = (paste.closed > 0).then(|| words.closed().to_owned());
    html! {
        { for added.into_iter().chain(problems).chain(closed).map(|said| html! { <p>{ said }</p> }) }
    }
}

/// How many messages are here, and the way to close.
fn ending(kept: &Kept, collecting: &Collecting, ui: &Ui) -> Html {
    let words = ui.words.collector();
    let count = kept.seen.len();
    if collecting.is_opening {
        return html! { <p aria-busy="true">{ ui.words.round().working() }</p> };
    }
    // The list of them says how many there are, and so has the paste just now.
    let is_said = kept.has_too_many() || collecting.paste.is_some_and(|paste| paste.added > 0);
    if !kept.can_close() {
        return html! { if !is_said { <p>{ words.waiting() }</p> } };
    }
    let id = statements(kept.invitation.set, kept.invitation.is_named());
    html! {
        <>
            { refused(kept, collecting, ui) }
            if kept.has_too_many() {
                { too_many(kept, ui) }
            }
            if collecting.asked == Some(Ending::Close) {
                <div role="alert"><p>{ words.close_question(id) }</p></div>
                <p class="actions">
                    { ui.button("primary", words.close_yes(), Message::Closed) }
                    { ui.button("secondary", words.close_no(), Message::Asked(None)) }
                </p>
            } else {
                if !is_said {
                    <p>{ words.enough(count) }</p>
                }
                <p class="actions">
                    { ui.button("primary", words.close(), Message::Asked(Some(Ending::Close))) }
                </p>
            }
        </>
    }
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
    html! { <div role="alert"><p>{ words.not_shown() }{ " " }{ why }</p></div> }
}

/// The messages, unopened, any of which can be taken out.
fn too_many(kept: &Kept, ui: &Ui) -> Html {
    let words = ui.words.collector();
    html! {
        <>
            <p class="notice">{ words.more_than_people(kept.seen.len(), kept.invitation.most()) }</p>
            <ul class="plain">
                { for kept.seen.iter().map(|seen| html! {
                    <li>
                        { words.listed(seen.paste, seen.place) }{ " " }
                        { ui.button("link", words.take_out(), Message::TookOut(seen.name.clone())) }
                    </li>
                }) }
            </ul>
        </>
    }
}

/// What the collector calls the round, to tell it from others.
fn name(kept: &Kept, ui: &Ui) -> Html {
    let words = ui.words.collector();
    let round = kept.id.clone();
    let oninput = typed(ui, move |text| {
        Message::Named(round.clone(), RoundName::new(&text).ok())
    });
    let value = kept.record.name.as_deref().unwrap_or_default().to_owned();
    html! {
        <div class="field">
            <label for="round-name">{ words.name_label() }</label>
            <p class="quiet" id="round-name-about">{ words.name_about() }</p>
            <input type="text" id="round-name" autocomplete="off" {value} {oninput}
                maxlength={RoundName::MAX.to_string()} aria-describedby="round-name-about" />
        </div>
    }
}

fn give_up(kept: &Kept, collecting: &Collecting, ui: &Ui) -> Html {
    let words = ui.words.collector();
    if kept.key.is_some() && collecting.asked != Some(Ending::GiveUp) {
        let asked = Message::Asked(Some(Ending::GiveUp));
        return html! { <p class="actions">{ ui.button("link", words.give_up(), asked) }</p> };
    }
    html! {
        <>
            <div role="alert"><p>{ words.give_up_sure() }</p></div>
            <p class="actions">
                { ui.button("danger", words.give_up_yes(), Message::GaveUp) }
                { ui.button("secondary", words.close_no(), Message::Asked(None)) }
            </p>
        </>
    }
}
