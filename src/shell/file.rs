//! Reads the files that a visitor chose, one after another. Each is a task of its own, so that the page
//! never waits for all of them.

use std::rc::Rc;

use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::File;

use super::runtime::Runtime;
use app::after::{Message, Reading};
use app::parts::{Imports, Linked};
use app::session;
use json::MAX_BYTES;

/// Reads those of `files` that fit, and dispatches their texts.
#[split::split]
pub(super) fn read(_: Linked<Imports>, runtime: Rc<Runtime>, files: Vec<File>) {
    let sizes = files.iter().map(size).collect();
    dispatch(&runtime, Message::ChoseFiles(sizes));
    if let Some(Reading { choice, of, .. }) = reading(&runtime) {
        spawn_local(async move {
            for file in files.into_iter().take(of) {
                let message = text_of(&file).await;
                // Unless everything was closed meanwhile.
                if reading(&runtime).is_none_or(|now| now.choice != choice) {
                    return;
                }
                dispatch(&runtime, message);
            }
        });
    }
}

/// A file that is too large for a result is not read.
async fn text_of(file: &File) -> Message {
    let (name, size) = (file.name(), size(file));
    if size > MAX_BYTES as u64 {
        return Message::FoundUnreadable(name, Some(size));
    }
    let text = JsFuture::from(file.text()).await;
    match text.ok().and_then(|text| text.as_string()) {
        Some(text) => Message::ReadFile(name, text),
        None => Message::FoundUnreadable(name, None),
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a size in bytes"
)]
fn size(file: &File) -> u64 {
    file.size() as u64
}

fn reading(runtime: &Runtime) -> Option<Reading> {
    runtime.view().session.borrow().after()?.files.reading
}

fn dispatch(runtime: &Runtime, message: Message) {
    runtime.dispatch(session::Message::After(message.into()));
}
