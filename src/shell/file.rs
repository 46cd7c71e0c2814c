//! Reads a file that the visitor chose.

use std::rc::Rc;

use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::File;

use super::runtime::Runtime;
use app::after::Message;
use json::MAX_BYTES;

/// Reads `file` and dispatches its text. A file that is too large for a result is not read.
pub(super) fn read(runtime: Rc<Runtime>, file: File) {
    let name = file.name();
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a size in bytes"
    )]
    let size = file.size() as u64;
    if size > MAX_BYTES as u64 {
        runtime.dispatch_after(Message::ChoseUnreadable(name, Some(size)));
        return;
    }
    spawn_local(async move {
        let text = JsFuture::from(file.text()).await;
        let text = text.ok().and_then(|text| text.as_string());
        runtime.dispatch_after(match text {
            Some(text) => Message::ChoseFile(name, text),
            None => Message::ChoseUnreadable(name, None),
        });
    });
}
