//! Opening a saved file: what it holds, what is wrong with it, and taking it in.

use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::{Callback, Event, Html, html};

use super::Book;
use app::workbook::{ChosenFile, Message, Unfit, Workbook};
use records::import::{Difference, Ignored, Preview, Refused};
use records::practice::MAX_RELATIONSHIPS;
use records::store::backup::{Backup, Import};

/// How many faults are listed one by one.
const SHOWN: usize = 12;

pub(super) fn view(workbook: &Workbook, book: &Book) -> Html {
    let strings = book.strings;
    let read = book.read.clone();
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
                { workbook.file.as_ref().map(|file| chosen(workbook, file, book)) }
            </div>
        </section>
    }
}

fn chosen(workbook: &Workbook, file: &ChosenFile, book: &Book) -> Html {
    let strings = book.strings;
    let content = match &file.judged {
        Err(unfit) => refused(&file.name, unfit, book),
        Ok(Import::Result(preview)) => result(workbook, &file.name, preview, book),
        Ok(Import::Backup(backup)) => records(&file.name, backup, book),
    };
    html! {
        <div class="chosen">
            { content }
            { practice(workbook, file, book) }
            if file.taken {
                <p><strong>{ strings.taken }</strong></p>
            }
            <p class="actions">
                if !file.taken {
                    { actions(workbook, file, book) }
                }
                { book.button("link", strings.close_file, Message::ClosedFile) }
            </p>
        </div>
    }
}

fn refused(name: &str, unfit: &Unfit, book: &Book) -> Html {
    let details = match unfit {
        Unfit::Refused(Refused::NotJson(faults) | Refused::Faulty(faults)) => {
            faults.0.iter().map(ToString::to_string).collect()
        }
        Unfit::Refused(other) => vec![other.to_string()],
        Unfit::TooLarge(_) | Unfit::Unreadable => Vec::new(),
    };
    let rest = details.len().saturating_sub(SHOWN);
    html! {
        <>
            <p><strong>{ (book.strings.unfit)(name, unfit) }</strong></p>
            <ul class="places">
                { for details.iter().take(SHOWN).map(|line| html! { <li>{ line }</li> }) }
            </ul>
            if rest > 0 {
                <p class="quiet">{ (book.strings.more_faults)(rest) }</p>
            }
        </>
    }
}

fn result(workbook: &Workbook, name: &str, preview: &Preview, book: &Book) -> Html {
    let strings = book.strings;
    let sheet = &preview.completed.sheet;
    let items = workbook.instrument.form(sheet.form).unwrap_or_default();
    let answered = items.iter().filter(|index| sheet.get(**index).is_some());
    let (answered, total) = (answered.count(), items.len());
    let day = book.date(preview.completed.ended_at);
    html! {
        <>
            <p><strong>
                { (strings.file_result)(name, &day, sheet.form, answered, total) }
            </strong></p>
            { differences(&preview.differences, book) }
            { ignored(&preview.ignored, book) }
        </>
    }
}

fn practice(workbook: &Workbook, file: &ChosenFile, book: &Book) -> Html {
    let Some(imported) = workbook.file_practice() else {
        return Html::default();
    };
    let strings = book.strings;
    let without_room = workbook.practice.without_room(&imported);
    html! {
        <>
            if file.practice_taken {
                <p><strong>{ strings.practice.changed.took_in }</strong></p>
            } else {
                <p>{ strings.take_practice_about }</p>
            }
            if without_room > 0 {
                <p>{ (strings.practice.no_room)(without_room, MAX_RELATIONSHIPS) }</p>
            }
            if !file.practice_taken {
                <p class="actions">
                    { book.button("secondary", strings.take_practice, Message::TookInPractice) }
                </p>
            }
        </>
    }
}

fn differences(differences: &[Difference], book: &Book) -> Html {
    let strings = book.strings;
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

fn ignored(ignored: &Ignored, book: &Book) -> Html {
    let first = ignored.paths.first();
    first.map_or_else(Html::default, |first| {
        html! { <p class="quiet">{ (book.strings.file_ignored)(ignored.count, first) }</p> }
    })
}

fn records(name: &str, backup: &Backup, book: &Book) -> Html {
    let strings = book.strings;
    let loaded = &backup.loaded;
    let results = usize::from(loaded.result.is_some()) + loaded.past.len();
    html! {
        <>
            <p><strong>{ (strings.file_backup)(name, loaded.answers.len(), results) }</strong></p>
            if !loaded.problems.is_empty() {
                <p>{ (strings.file_faulty)(loaded.problems.len()) }</p>
            }
            { ignored(&backup.ignored, book) }
        </>
    }
}

fn actions(workbook: &Workbook, file: &ChosenFile, book: &Book) -> Html {
    let strings = book.strings;
    match &file.judged {
        Err(_) => Html::default(),
        Ok(Import::Backup(_)) => html! {
            <>
                { book.button("secondary", strings.take_backup, Message::TookIn) }
                <span class="quiet">{ strings.take_backup_about }</span>
            </>
        },
        Ok(Import::Result(_)) => {
            let latest = workbook.shelf.result.as_ref();
            let cost = latest.map(|latest| (strings.take_cost)(&book.date(latest.ended_at)));
            html! {
                <>
                    { book.button("secondary", strings.take, Message::TookIn) }
                    if workbook.shelf.history {
                        { book.button("secondary", strings.add, Message::AddedToPast) }
                    }
                    if let Some(cost) = cost.filter(|_| !workbook.shelf.history) {
                        <span class="quiet">{ cost }</span>
                    }
                </>
            }
        }
    }
}
