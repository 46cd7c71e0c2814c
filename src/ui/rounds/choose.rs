//! Before a round: how answers are collected, what is asked, how many will answer; who collects.

use yew::{Html, html};

use super::blocks::{Page, action, answer, back, field, hand_on, limits, question};
use super::{drafted, statements, typed};
use crate::ui::{Ui, all, p, text};
use app::rounds::draft::{Draft, DraftFault, Group};
use app::rounds::questions::Asked;
use app::rounds::{Message, Rounds};
use app::session::Session;
use records::rounds::Role;
use round::invitation::{FEWEST, Set, Way};

/// The thresholds that are offered.
const THRESHOLDS: std::ops::RangeInclusive<u8> = FEWEST..=8;

pub(super) fn view(session: &Session, rounds: &Rounds, draft: &Draft, ui: &Ui) -> Html {
    let words = ui.words.round();
    let is_secure = rounds.page.as_ref().is_some_and(|page| page.is_secure);
    let (begins, at_table) = match draft.way {
        Way::Table => (ui.words.audit().start(), promises(draft, ui)),
        Way::Sealed => (ui.words.audit().next(), Html::default()),
    };
    let people = (!draft.is_named()).then(|| people(draft, ui));
    let mut page = Page::default();
    page.heading(words.heading());
    page.p("lede", words.lede());
    page.p("quiet", words.purpose());
    page.add(way(draft, is_secure, ui));
    page.add(set(session, draft, ui));
    page.add(people.unwrap_or_default());
    page.add(soon(rounds, draft, ui));
    page.add(at_table);
    page.add(action("primary", begins, Message::WentOn, ui));
    page.add(back(ui, Message::WentBack));
    page.done()
}

/// What those at a table can rely on.
fn promises(draft: &Draft, ui: &Ui) -> Html {
    let words = ui.words.around();
    let is_few = draft.number().is_ok_and(|people| people < 5);
    let mut page = Page::default();
    page.p("", words.promise());
    page.p(
        "",
        &[words.before(), words.keep_open()].join(ui.words.between_sentences()),
    );
    if is_few {
        page.p("", words.few());
    }
    page.add(limits(&words.not_promised(), ui));
    page.done()
}

/// One of several answers to a question about a round.
fn choice(
    (name, checked): (&'static str, bool),
    label: &str,
    about: Option<&str>,
    message: Message,
    ui: &Ui,
) -> Html {
    let about = about.map(|about| all(vec![text("span", "sr", ", "), text("small", "", about)]));
    let label = all(vec![label.into(), about.unwrap_or_default()]);
    answer(name, checked, ui.on(message), label)
}

/// A question with such answers.
fn choices(legend: &str, answers: Vec<Html>) -> Html {
    question(legend, Html::default(), "answers tall", answers)
}

fn way(draft: &Draft, is_secure: bool, ui: &Ui) -> Html {
    let words = ui.words.round();
    if !is_secure {
        return p("", words.way_insecure());
    }
    let answer = |way: Way, id: &str| {
        let message = drafted(draft, |draft| draft.way = way);
        let label = words.way(id).unwrap_or_default();
        choice(
            ("way", draft.way == way),
            label,
            words.way_about(id),
            message,
            ui,
        )
    };
    let answers = vec![answer(Way::Sealed, "sealed"), answer(Way::Table, "table")];
    choices(words.way_legend(), answers)
}

fn set(session: &Session, draft: &Draft, ui: &Ui) -> Html {
    let words = ui.words.round();
    let mut answers = Vec::new();
    for group in Group::OFFERED {
        let chosen = Draft {
            group,
            ..draft.clone()
        };
        // One boss is known to whoever holds the device next.
        if !chosen.is_possible() {
            continue;
        }
        let set = chosen.set();
        let asked = Asked::to_begin(set, &session.instrument, session.result.as_deref());
        if let Some(asked) = asked {
            let id = statements(set, chosen.is_named());
            let label = words.set(id, asked.statements.len()).unwrap_or_default();
            let message = Message::Drafted(chosen);
            let checked = draft.group == group;
            answers.push(choice(
                ("set", checked),
                &label,
                // What it says of the pulse, it says of the program's.
                words
                    .set_about(id)
                    .filter(|_| set != Set::Pulse || session.instrument.pulse.is_none()),
                message,
                ui,
            ));
        }
    }
    let beside = draft.group.map(|_| p("quiet", words.set_beside()));
    let mut page = Page::default();
    page.add(choices(words.set_legend(), answers));
    page.add(beside.unwrap_or_default());
    page.done()
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
    let invalid = lack.is_some().then_some("true");
    let controls = html! {
        <>
            <input type="text" inputmode="numeric" id="people" size="4" autocomplete="off"
                value={draft.people.clone()} {oninput} aria-invalid={invalid}
                aria-describedby="people-lack people-about" />
            <p class="lack" id="people-lack">{ lack }</p>
        </>
    };
    let (way, thresholds) = match draft.way {
        Way::Table => ("table", Html::default()),
        Way::Sealed => ("sealed", thresholds(draft, ui)),
    };
    let about = words.people_about(way).unwrap_or_default();
    let mut page = Page::default();
    page.add(field("people", words.people_label(), about, controls));
    page.add(thresholds);
    page.done()
}

fn thresholds(draft: &Draft, ui: &Ui) -> Html {
    let words = ui.words.round();
    let mut answers = Vec::new();
    for threshold in THRESHOLDS {
        let chosen = ui.on(drafted(draft, |draft| draft.threshold = threshold));
        let label = ui.words.number(f64::from(threshold), 0);
        let checked = draft.threshold == threshold;
        answers.push(answer("threshold", checked, chosen, label.into()));
    }
    let about = p("quiet", words.threshold_about());
    question(words.threshold_label(), about, "answers", answers)
}

/// That another round of the same kind has ended, and whether the two together could show too much.
fn soon(rounds: &Rounds, draft: &Draft, ui: &Ui) -> Html {
    let Some(last) = rounds.last(draft.set()) else {
        return Html::default();
    };
    let is_soon = rounds.follows_too_soon(draft.set(), ui.now);
    let words = ui.words.round();
    let change = drafted(draft, |draft| draft.apart = !draft.apart);
    let date = ui.date(last.record.figures.made_at);
    html! {
        <>
            <label class="setting">
                <input type="checkbox" checked={draft.apart} onchange={ui.on(change)} />
                { text("span", "", words.changed_label()) }
            </label>
            if is_soon || draft.apart {
                { p("notice", words.soon(&date)) }
            }
        </>
    }
}

/// Who collects, and who passes the invitation on.
pub(super) fn appoint(draft: &Draft, ui: &Ui) -> Html {
    let words = ui.words.round();
    let for_others = matches!(draft.role, Some(Role::Coach | Role::CoachThroughLeader));
    let choice = |name, checked, label: Option<&str>, role| {
        let message = drafted(draft, |draft| draft.role = Some(role));
        choice(
            (name, checked),
            label.unwrap_or_default(),
            None,
            message,
            ui,
        )
    };
    let leads = draft.role == Some(Role::Leader);
    let collects = vec![
        choice("who", for_others, words.who("coach"), Role::Coach),
        choice("who", leads, words.who("leader"), Role::Leader),
    ];
    let more = if leads {
        p("", words.who_leader())
    } else if for_others {
        let passes = |id, role| choice("pass", draft.role == Some(role), words.pass(id), role);
        let passes = vec![
            passes("collector", Role::Coach),
            passes("leader", Role::CoachThroughLeader),
        ];
        choices(words.pass_legend(), passes)
    } else {
        Html::default()
    };
    let start = || action("primary", ui.words.audit().start(), Message::Began, ui);
    let ask = words.who("ask").unwrap_or_default();
    let mut page = Page::default();
    page.heading(words.who_legend());
    page.p("", words.who_about());
    page.add(choices(words.who_legend(), collects));
    page.add(more);
    page.add(draft.role.map(|_| start()).unwrap_or_default());
    page.add(action("secondary", ask, Message::WentOn, ui));
    page.add(back(ui, Message::WentBack));
    page.done()
}

/// What to send to a coach who is to collect.
pub(super) fn ask_coach(rounds: &Rounds, ui: &Ui) -> Html {
    let words = ui.words.round();
    let address = rounds.page.as_ref().map(|page| page.address.as_str());
    let button = ui.words.audit().open_part("round").unwrap_or_default();
    let text = words.ask_coach(button, address.unwrap_or_default());
    let mut page = Page::default();
    page.heading(words.ask_coach_about());
    page.add(hand_on(words.text_label(), &text, rounds, ui));
    page.add(back(ui, Message::WentBack));
    page.done()
}
