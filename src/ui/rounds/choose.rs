//! Before a round: how answers are collected, what is asked, how many will answer; who collects.

use yew::{Html, html};

use super::{Choice, back, choice, drafted, hand_on, heading, limits, statements, typed};
use crate::ui::Ui;
use app::rounds::draft::{Draft, DraftFault, Group};
use app::rounds::questions::Asked;
use app::rounds::{Message, Rounds};
use app::session::Session;
use records::rounds::Role;
use round::invitation::{FEWEST, Way};

/// The thresholds that are offered.
const THRESHOLDS: std::ops::RangeInclusive<u8> = FEWEST..=8;

pub(super) fn view(session: &Session, rounds: &Rounds, draft: &Draft, ui: &Ui) -> Html {
    let words = ui.words.round();
    let is_secure = rounds.page.as_ref().is_some_and(|page| page.is_secure);
    let begins = match draft.way {
        Way::Table => ui.words.audit().start(),
        Way::Sealed => ui.words.audit().next(),
    };
    html! {
        <>
            { heading(words.heading()) }
            <p class="lede">{ words.lede() }</p>
            <p class="quiet">{ words.purpose() }</p>
            { way(draft, is_secure, ui) }
            { set(session, draft, ui) }
            if !draft.is_named() {
                { people(draft, ui) }
            }
            { soon(rounds, draft, ui) }
            if draft.way == Way::Table {
                <p>{ ui.words.around().promise() }</p>
                <p>{ ui.words.around().before() }{ " " }{ ui.words.around().keep_open() }</p>
                if draft.number().is_ok_and(|people| people < 5) {
                    <p>{ ui.words.around().few() }</p>
                }
                { limits(ui.words.around().not_promised(), ui) }
            }
            <p class="actions">{ ui.button("primary", begins, Message::WentOn) }</p>
            { back(ui, Message::WentBack) }
        </>
    }
}

fn way(draft: &Draft, is_secure: bool, ui: &Ui) -> Html {
    let words = ui.words.round();
    if !is_secure {
        return html! { <p>{ words.way_insecure() }</p> };
    }
    let answer = |way: Way, id: &str| Choice {
        label: words.way(id).unwrap_or_default().to_owned(),
        about: words.way_about(id),
        checked: draft.way == way,
        message: drafted(draft, |draft| draft.way = way),
    };
    let answers = vec![answer(Way::Sealed, "sealed"), answer(Way::Table, "table")];
    choice("way", words.way_legend(), answers, ui)
}

fn set(session: &Session, draft: &Draft, ui: &Ui) -> Html {
    let words = ui.words.round();
    let groups = [None].into_iter().chain(Group::ALL.map(Some));
    // One boss is known to whoever holds the device next.
    let groups = groups.filter(|group| draft.way == Way::Sealed || *group != Some(Group::Boss));
    let answers = groups.filter_map(|group| {
        let chosen = Draft {
            group,
            ..draft.clone()
        };
        let set = chosen.set();
        let asked = Asked::to_begin(set, &session.instrument, session.result.as_deref())?;
        let id = statements(set, chosen.is_named());
        Some(Choice {
            label: words.set(id, asked.statements.len()).unwrap_or_default(),
            about: words.set_about(id),
            checked: draft.group == group,
            message: Message::Drafted(chosen),
        })
    });
    html! {
        <>
            { choice("set", words.set_legend(), answers.collect(), ui) }
            if draft.group.is_some() {
                <p class="quiet">{ words.set_beside() }</p>
            }
        </>
    }
}

/// How many will answer, and from how many on averages are shown.
fn people(draft: &Draft, ui: &Ui) -> Html {
    let words = ui.words.round();
    let fault = draft.number().err().filter(|_| draft.is_judged);
    let lack = fault.map(|fault| match fault {
        DraftFault::TwoBosses => words.set_about("up").unwrap_or_default().to_owned(),
        _ => words.number_range(draft.least(), draft.way.most()),
    });
    let before = draft.clone();
    let oninput = typed(ui, move |people| {
        drafted(&before, |draft| draft.people = people)
    });
    let way = match draft.way {
        Way::Table => "table",
        Way::Sealed => "sealed",
    };
    let invalid = lack.is_some().then_some("true");
    html! {
        <>
            <div class="field">
                <label for="people">{ words.people_label() }</label>
                <p class="quiet" id="people-about">{ words.people_about(way) }</p>
                <input type="text" inputmode="numeric" id="people" size="4" autocomplete="off"
                    value={draft.people.clone()} {oninput} aria-invalid={invalid}
                    aria-describedby="people-lack people-about" />
                <p class="lack" id="people-lack">{ lack }</p>
            </div>
            if draft.way == Way::Sealed {
                <fieldset class="choice">
                    <legend>{ words.threshold_label() }</legend>
                    <p class="quiet">{ words.threshold_about() }</p>
                    <div class="answers">
                        { for THRESHOLDS.map(|threshold| html! {
                            <label class="answer">
                                <input type="radio" name="threshold" checked={draft.threshold == threshold}
                                    onchange={ui.on(drafted(draft, |draft| draft.threshold = threshold))} />
                                <span>{ ui.words.number(f64::from(threshold), 0) }</span>
                            </label>
                        }) }
                    </div>
                </fieldset>
            }
        </>
    }
}

/// That another round of the same kind has ended, and whether the two together could show too much.
fn soon(rounds: &Rounds, draft: &Draft, ui: &Ui) -> Html {
    let Some(last) = rounds.last(draft.set()) else {
        return Html::default();
    };
    let is_soon = rounds.follows_too_soon(draft.set(), ui.now);
    let words = ui.words.round();
    html! {
        <>
            <label class="setting">
                <input type="checkbox" checked={draft.apart}
                    onchange={ui.on(drafted(draft, |draft| draft.apart = !draft.apart))} />
                <span>{ words.changed_label() }</span>
            </label>
            if is_soon || draft.apart {
                <p class="notice">{ words.soon(&ui.date(last.record.figures.made_at)) }</p>
            }
        </>
    }
}

/// Who collects, and who passes the invitation on.
pub(super) fn appoint(draft: &Draft, ui: &Ui) -> Html {
    let words = ui.words.round();
    let collects = |role: Role| match role {
        Role::Coach | Role::CoachThroughLeader => "coach",
        Role::Leader | Role::Rater => "leader",
    };
    let answer = |role: Role| Choice {
        label: words.who(collects(role)).unwrap_or_default().to_owned(),
        about: None,
        checked: draft
            .role
            .is_some_and(|chosen| collects(chosen) == collects(role)),
        message: drafted(draft, |draft| draft.role = Some(role)),
    };
    let passes = |role: Role, id: &str| Choice {
        label: words.pass(id).unwrap_or_default().to_owned(),
        about: None,
        checked: draft.role == Some(role),
        message: drafted(draft, |draft| draft.role = Some(role)),
    };
    html! {
        <>
            { heading(words.who_legend()) }
            <p>{ words.who_about() }</p>
            { choice("who", words.who_legend(), vec![answer(Role::Coach), answer(Role::Leader)], ui) }
            if draft.role == Some(Role::Leader) {
                <p>{ words.who_leader() }</p>
            }
            if matches!(draft.role, Some(Role::Coach | Role::CoachThroughLeader)) {
                { choice("pass", words.pass_legend(), vec![
                    passes(Role::Coach, "collector"),
                    passes(Role::CoachThroughLeader, "leader"),
                ], ui) }
            }
            if draft.role.is_some() {
                <p class="actions">{ ui.button("primary", ui.words.audit().start(), Message::Began) }</p>
            }
            <p class="actions">
                { ui.button("secondary", words.who("ask").unwrap_or_default(), Message::WentOn) }
            </p>
            { back(ui, Message::WentBack) }
        </>
    }
}

/// What to send to a coach who is to collect.
pub(super) fn ask_coach(rounds: &Rounds, _: &Draft, ui: &Ui) -> Html {
    let words = ui.words.round();
    let address = rounds.page.as_ref().map(|page| page.address.as_str());
    let button = ui.words.audit().open_part("round").unwrap_or_default();
    let text = words.ask_coach(button, address.unwrap_or_default());
    html! {
        <>
            { heading(words.ask_coach_about()) }
            { hand_on(words.text_label(), &text, rounds, ui) }
            { back(ui, Message::WentBack) }
        </>
    }
}
