//! Opening a saved file: its content, its faults, and importing it.

use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::{Callback, Event, Html, html};

use crate::ui::Ui;
use app::after::{After, ChosenFile, Message, Rejection};
use app::session::Session;
use records::import::{Difference, Ignored, Preview, Refused};
use records::practice::MAX_RELATIONSHIPS;
use records::store::backup::{Backup, Import};

/// How many faults are listed one by one.
const SHOWN: usize = 12;

pub(super) fn view(session: &Session, after: &After, ui: &Ui) -> Html {
    let strings = ui.words();
    let read = ui.read.clone();
    let onchange = Callback::from(move |event: Event| {
        let input = event.target().and_then(|target| target.dyn_into().ok());
        let input: Option<HtmlInputElement> = input;
        if let Some(input) = input
            && let Some(file) = input.files().and_then(|files| files.get(0))
        {
            read.emit(file);
            // The same file can be chosen again.
            input.set_value("");
        }
    });
    html! {
        <section>
            <h3>{ strings.open_heading }</h3>
            <p class="quiet" id="open-about">{ strings.open_about }</p>
            <label class="file cta">
                { strings.open }
                <input type="file" accept=".json,application/json" aria-describedby="open-about"
                    {onchange} />
            </label>
            <div role="status">
                { after.file.as_ref().map(|file| chosen(session, after, file, ui)) }
            </div>
        </section>
    }
}

fn chosen(session: &Session, after: &After, file: &ChosenFile, ui: &Ui) -> Html {
    let strings = ui.words();
    let content = match &file.judged {
        Err(why) => refused(&file.name, why, ui),
        Ok(Import::Result(preview)) => result(session, &file.name, preview, ui),
        Ok(Import::Backup(backup)) => records(&file.name, backup, ui),
    };
    html! {
        <div class="chosen">
            { content }
            { practice(after, file, ui) }
            if file.imported {
                <p><strong>{ strings.taken }</strong></p>
            }
            <p class="actions">
                if !file.imported {
                    { actions(session, file, ui) }
                }
                { ui.button("link", strings.close_file, Message::ClosedFile) }
            </p>
        </div>
    }
}

fn refused(name: &str, why: &Rejection, ui: &Ui) -> Html {
    let details = match why {
        Rejection::Refused(Refused::NotJson(faults) | Refused::Faulty(faults)) => {
            faults.0.iter().map(ToString::to_string).collect()
        }
        Rejection::Refused(other) => vec![other.to_string()],
        Rejection::TooLarge(_) | Rejection::Unreadable => Vec::new(),
    };
    let rest = details.len().saturating_sub(SHOWN);
    html! {
        <>
            <p><strong>{ (ui.words().unfit)(name, why) }</strong></p>
            <ul class="places">
                { for details.iter().take(SHOWN).map(|line| html! { <li>{ line }</li> }) }
            </ul>
            if rest > 0 {
                <p class="quiet">{ (ui.words().more_faults)(rest) }</p>
            }
        </>
    }
}

fn result(session: &Session, name: &str, preview: &Preview, ui: &Ui) -> Html {
    let strings = ui.words();
    let sheet = &preview.completed.sheet;
    let items = session.instrument.form(sheet.form).unwrap_or_default();
    let answered = items.iter().filter(|index| sheet.get(**index).is_some());
    let (answered, total) = (answered.count(), items.len());
    let day = ui.date(preview.completed.ended_at);
    html! {
        <>
            <p><strong>
                { (strings.file_result)(name, &day, sheet.form, answered, total) }
            </strong></p>
            { differences(&preview.differences, ui) }
            { ignored(&preview.ignored, ui) }
        </>
    }
}

fn practice(after: &After, file: &ChosenFile, ui: &Ui) -> Html {
    let Some(imported) = file.practice() else {
        return Html::default();
    };
    let strings = ui.words();
    let without_room = after.practice.without_room(imported);
    html! {
        <>
            if file.practice_imported {
                <p><strong>{ strings.practice.changed.took_in }</strong></p>
            } else {
                <p>{ strings.take_practice_about }</p>
            }
            if without_room > 0 {
                <p>{ (strings.practice.no_room)(without_room, MAX_RELATIONSHIPS) }</p>
            }
            if !file.practice_imported {
                <p class="actions">
                    { ui.button("secondary", strings.take_practice, Message::ImportedPractice) }
                </p>
            }
        </>
    }
}

fn differences(differences: &[Difference], ui: &Ui) -> Html {
    let strings = ui.words();
    if differences.is_empty() {
        return html! { <p>{ strings.file_agrees }</p> };
    }
    let text = |value: &Option<json::Json>| match value {
        Some(value) => value.to_string(),
        None => strings.no_value.to_owned(),
    };
    html! {
        <>
            <p>{ (strings.file_differs)(differences.len()) }</p>
            <details>
                <summary>{ strings.each_difference }</summary>
                <table class="numbers">
                    <thead><tr>
                        { for strings.difference_heads.map(|head| html! {
                            <th scope="col">{ head }</th>
                        }) }
                    </tr></thead>
                    <tbody>
                        { for differences.iter().map(|difference| html! {
                            <tr>
                                <th scope="row">{ &difference.path }</th>
                                <td>{ text(&difference.stated) }</td>
                                <td>{ text(&difference.computed) }</td>
                            </tr>
                        }) }
                    </tbody>
                </table>
            </details>
        </>
    }
}

fn ignored(ignored: &Ignored, ui: &Ui) -> Html {
    let first = ignored.paths.first();
    first.map_or_else(Html::default, |first| {
        html! { <p class="quiet">{ (ui.words().file_ignored)(ignored.count, first) }</p> }
    })
}

fn records(name: &str, backup: &Backup, ui: &Ui) -> Html {
    let strings = ui.words();
    let loaded = &backup.loaded;
    let results = usize::from(loaded.result.is_some()) + loaded.past.len();
    html! {
        <>
            <p><strong>{ (strings.file_backup)(name, loaded.answers.len(), results) }</strong></p>
            if !loaded.problems.is_empty() {
                <p>{ (strings.file_faulty)(loaded.problems.len()) }</p>
            }
            { ignored(&backup.ignored, ui) }
        </>
    }
}

fn actions(session: &Session, file: &ChosenFile, ui: &Ui) -> Html {
    let strings = ui.words();
    match &file.judged {
        Err(_) => Html::default(),
        Ok(Import::Backup(_)) => html! {
            <>
                { ui.button("secondary", strings.take_backup, Message::ImportedFile) }
                <span class="quiet">{ strings.take_backup_about }</span>
            </>
        },
        Ok(Import::Result(_)) => {
            let latest = session.result.as_ref();
            let cost = latest.map(|latest| (strings.take_cost)(&ui.date(latest.ended_at)));
            html! {
                <>
                    { ui.button("secondary", strings.take, Message::ImportedFile) }
                    if session.history {
                        { ui.button("secondary", strings.add, Message::AddedFile) }
                    }
                    if let Some(cost) = cost.filter(|_| !session.history) {
                        <span class="quiet">{ cost }</span>
                    }
                </>
            }
        }
    }
}
