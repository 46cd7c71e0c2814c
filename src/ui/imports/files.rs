//! The files that are open: how far reading has come, the list, and the way to the group.

use yew::{Html, html};

use super::file;
use crate::ui::{Ui, p, text};
use app::after::{After, ChosenFile, Files, MAX_FILES, Message};
use app::session::Session;
use records::store::backup::Import;

pub(super) fn view(session: &Session, after: &After, ui: &Ui) -> Html {
    let files = &after.files;
    html! {
        <>
            <div role="status">{ said(files, ui) }</div>
            { reading(files, ui) }
            if files.reading.is_none() && !files.all().is_empty() {
                { list(session, after, ui) }
                { group(files, ui) }
            }
        </>
    }
}

/// What came of the last choice.
fn said(files: &Files, ui: &Ui) -> Html {
    let strings = ui.words.files();
    let count = |count: usize, text: String| (count > 0).then(|| html! { { p("", text) } });
    if files.reading.is_some() {
        return Html::default();
    }
    let open = files.all().len();
    html! {
        <>
            { for count(open, strings.open(open)) }
            { for count(files.repeated, strings.repeated(files.repeated)) }
            { for count(files.beyond, strings.beyond(files.beyond, MAX_FILES)) }
        </>
    }
}

fn reading(files: &Files, ui: &Ui) -> Html {
    let strings = ui.words.files();
    files.reading.map_or_else(Html::default, |reading| {
        let (read, of) = (reading.read.to_string(), reading.of.to_string());
        html! {
            <p class="actions">
                <label>
                    { strings.reading(reading.read, reading.of) }{ " " }
                    <progress value={read} max={of} />
                </label>
                { ui.button("link", strings.stop_reading(), Message::ClosedFiles) }
            </p>
        }
    })
}

fn list(session: &Session, after: &After, ui: &Ui) -> Html {
    let strings = ui.words.files();
    let (listed, more) = after.files.listed();
    html! {
        <>
            <ul class="files">
                { for listed.iter().map(|file| html! {
                    <li>
                        { row(session, after, file, ui) }
                        <button type="button" class="link" part="button"
                            aria-label={strings.close_file(&file.name)}
                            onclick={ui.on(Message::ClosedFile(file.key))}>
                            { strings.close() }
                        </button>
                    </li>
                }) }
            </ul>
            <p class="actions">
                if more > 0 {
                    { ui.button("link", &strings.more(more), Message::ListedMore) }
                }
                if after.files.all().len() > 1 {
                    { ui.button("link", strings.close_files(), Message::ClosedFiles) }
                }
            </p>
        </>
    }
}

fn row(session: &Session, after: &After, file: &ChosenFile, ui: &Ui) -> Html {
    match &file.judged {
        Ok(Import::Result(preview)) => {
            let strings = ui.words.files();
            let completed = &preview.completed;
            let day = ui.date(completed.ended_at);
            let finding = file.report.as_deref();
            let finding =
                finding.map(|report| strings.finding_in_list(&session.instrument, report));
            html! {
                <button type="button" class="way" part="button"
                    onclick={ui.on(Message::OpenedFile(file.key))}>
                    <strong>{ text("bdi", "", &file.name) }</strong>
                    <span class="quiet">
                        { ui.words.keep().past_result(&day, completed.sheet.form) }{ " · " }
                        { finding }
                    </span>
                </button>
            }
        }
        Ok(Import::Backup(backup)) => html! {
            <div class="chosen">{ file::records(file, backup, ui) }{ file::practice(after, file, ui) }</div>
        },
        Err(why) => html! { <div class="chosen">{ file::refused(&file.name, why, ui) }</div> },
    }
}

/// The way to the picture of the group; before it, what has to come before results are collected.
fn group(files: &Files, ui: &Ui) -> Html {
    let strings = ui.words.files();
    let results = files.all().iter().filter(|file| file.completed().is_some());
    if results.count() < 2 {
        return Html::default();
    }
    html! {
        <>
            { text("h4", "", strings.group_heading()) }
            { p("", strings.group_consent()) }
            if !files.groups.is_empty() {
                <p class="actions">
                    { ui.button("secondary", strings.open_group(), Message::OpenedGroup) }
                </p>
            }
        </>
    }
}
