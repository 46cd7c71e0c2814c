//! One file that is open: its faults, what was found in it, and importing it.

use yew::{Html, html};

use crate::ui::{Ui, p, text};
use app::after::{After, ChosenFile, Message, Rejection};
use app::session::Session;
use json::visible::excerpt;
use records::import::{Difference, Ignored, Preview, Refused};
use records::practice::MAX_RELATIONSHIPS;
use records::slot::Slot;
use records::store::backup::Backup;

/// How many faults are listed one by one.
const SHOWN: usize = 12;
/// How many differences are listed one by one.
const SHOWN_DIFFERENCES: usize = 50;

/// Why a file is not opened, in one line that opens to its faults.
pub(super) fn refused(name: &str, why: &Rejection, ui: &Ui) -> Html {
    let details = match why {
        Rejection::Refused(refused) => ui.words.faults().refused(refused),
        Rejection::TooLarge(_) | Rejection::Unreadable => Vec::new(),
    };
    let unlisted = match why {
        Rejection::Refused(Refused::NotJson(faults) | Refused::Faulty(faults)) => faults.more,
        _ => 0,
    };
    let rest = details.len().saturating_sub(SHOWN) + unlisted;
    let unfit = ui.words.files().unfit(name, why);
    if details.is_empty() {
        return html! { <p>{ text("strong", "", unfit) }</p> };
    }
    html! {
        <details>
            { text("summary", "", unfit) }
            <ul class="places">
                { for details.iter().take(SHOWN).map(|line| html! { <li>{ text("bdi", "", line) }</li> }) }
            </ul>
            if rest > 0 {
                { p("quiet", ui.words.files().more_faults(rest)) }
            }
        </details>
    }
}

/// Whether the file says what its answers give.
pub(super) fn found(preview: &Preview, ui: &Ui) -> Html {
    html! {
        <>
            { differences(&preview.differences, ui) }
            { ignored(&preview.ignored, ui) }
        </>
    }
}

/// A result in a file as the visitor's own, only if they ask for it.
pub(super) fn own(session: &Session, after: &After, file: &ChosenFile, ui: &Ui) -> Html {
    let strings = ui.words.files();
    let latest = session.result.as_ref();
    let cost = latest.map(|latest| strings.take_cost(&ui.date(latest.ended_at)));
    html! {
        <section class="after">
            { text("h3", "", strings.own_heading()) }
            { p("", strings.own_about()) }
            if !file.rounds().is_empty() {
                { p("", strings.take_rounds(file.rounds().len())) }
            }
            { imported(file, ui) }
            if !file.imported {
                <p class="actions">
                    { ui.button("secondary", strings.take(), Message::ImportedFile(file.key)) }
                    if session.history {
                        { ui.button("secondary", strings.add(), Message::AddedFile(file.key)) }
                    }
                    if let Some(cost) = cost.filter(|_| !session.history) {
                        { text("span", "quiet", cost) }
                    }
                </p>
            }
            { practice(after, file, ui) }
        </section>
    }
}

pub(super) fn practice(after: &After, file: &ChosenFile, ui: &Ui) -> Html {
    let Some(imported) = file.practice() else {
        return Html::default();
    };
    let strings = ui.words.files();
    let without_room = after.practice.without_room(imported);
    html! {
        <>
            if file.practice_imported {
                <p>{ text("strong", "", ui.words.changed().took_in()) }</p>
            } else {
                { p("", strings.take_practice_about()) }
            }
            if without_room > 0 {
                { p("", ui.words.practice().no_room(MAX_RELATIONSHIPS, without_room)) }
            }
            if !file.practice_imported {
                <p class="actions">
                    { ui.button("secondary", strings.take_practice(), Message::ImportedPractice(file.key)) }
                </p>
            }
        </>
    }
}

fn differences(differences: &[Difference], ui: &Ui) -> Html {
    let strings = ui.words.files();
    if differences.is_empty() {
        return html! { { p("", strings.file_agrees()) } };
    }
    let text = |value: &Option<json::Json>| match value {
        Some(value) => excerpt(&value.to_string()),
        None => strings.no_value().to_owned(),
    };
    let rest = differences.len().saturating_sub(SHOWN_DIFFERENCES);
    html! {
        <>
            { p("", strings.file_differs(differences.len())) }
            <details>
                <summary>{ strings.each_difference() }</summary>
                <table class="numbers">
                    <thead><tr>
                        { for strings.difference_heads().map(|head| html! {
                            <th scope="col">{ head }</th>
                        }) }
                    </tr></thead>
                    <tbody>
                        { for differences.iter().take(SHOWN_DIFFERENCES).map(|difference| html! {
                            <tr>
                                <th scope="row"><bdi>{ &difference.path }</bdi></th>
                                <td><bdi>{ text(&difference.stated) }</bdi></td>
                                <td><bdi>{ text(&difference.computed) }</bdi></td>
                            </tr>
                        }) }
                    </tbody>
                </table>
                if rest > 0 {
                    { p("quiet", strings.more_faults(rest)) }
                }
            </details>
        </>
    }
}

fn ignored(ignored: &Ignored, ui: &Ui) -> Html {
    let first = ignored.paths.first();
    first.map_or_else(Html::default, |first| {
        html! { { p("quiet", ui.words.files().file_ignored(ignored.count, first)) } }
    })
}

/// The stored records of one audit, and importing them.
pub(super) fn records(file: &ChosenFile, backup: &Backup, ui: &Ui) -> Html {
    let strings = ui.words.files();
    let loaded = &backup.loaded;
    let results = usize::from(loaded.result.is_some()) + loaded.past.len();
    let texts = loaded.unparsed.iter();
    let rounds = texts
        .filter(|(slot, _)| matches!(slot, Slot::Round(_)))
        .count();
    html! {
        <>
            <p>{ text("strong", "", strings.file_backup(&file.name)) }</p>
            <p>
                { strings.file_backup_answers(loaded.answers.len()) }{ " " }
                { strings.file_backup_results(results) }
                if rounds > 0 {
                    { " " }{ strings.file_backup_rounds(rounds) }
                }
            </p>
            if !loaded.problems.is_empty() {
                { p("", strings.file_faulty(loaded.problems.len())) }
            }
            { ignored(&backup.ignored, ui) }
            { imported(file, ui) }
            if !file.imported {
                <p class="actions">
                    { ui.button("secondary", strings.take_backup(), Message::ImportedFile(file.key)) }
                    { text("span", "quiet", strings.take_backup_about()) }
                </p>
            }
        </>
    }
}

/// Announces that the content of the file was imported.
fn imported(file: &ChosenFile, ui: &Ui) -> Html {
    html! {
        <div role="status">
            if file.imported {
                <p>{ text("strong", "", ui.words.files().taken()) }</p>
            }
        </div>
    }
}
