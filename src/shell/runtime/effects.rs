//! Carries out what the session asks of the browser.

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::{Runtime, report};
use crate::shell::clock::CLOCK;
use crate::shell::{element_event, print, rounds, zone};
use app::session::{Effect, Message};

impl Runtime {
    pub(super) fn run(&self, effect: Effect) {
        match effect {
            effect
            @ (Effect::Commit(_) | Effect::Erase { .. } | Effect::RemoveTombstone { .. }) => {
                self.store(&effect);
            }
            Effect::Download { name, mime, text } => {
                self.loader.offer(&name, mime, &text, "");
            }
            Effect::SaveResult(file) => {
                let format = file.extension;
                let name = [&file.name.text(CLOCK), ".", format].concat();
                self.loader.offer(&name, file.mime, &file.text, format);
            }
            Effect::Print(sheet) => {
                let view = self.view();
                if let Some(linked) = view.parts.follow_up.linked() {
                    print::print(linked, sheet, &view, &self.loader);
                }
            }
            Effect::Copy(clip) => {
                let view = self.view();
                if let Some(linked) = view.parts.follow_up.linked() {
                    print::copy(linked, clip, &view, &self.loader);
                }
            }
            Effect::ProbeZone(appointment) => {
                let linked = self.parts.borrow().follow_up.linked();
                if let Some(linked) = linked {
                    let message = Message::After(zone::probe(linked, appointment));
                    self.queue.borrow_mut().push_front(message);
                }
            }
            Effect::FocusHeading => {
                self.focus.set(self.focus.get().to_heading());
                self.blur();
            }
            Effect::FocusMissing => self.focus.set(self.focus.get().to_missing()),
            Effect::Emit(event) => report(element_event::send(&self.host, &event)),
            Effect::Rounds(task) => {
                let linked = self.parts.borrow().rounds.linked();
                if let (Some(linked), Some(this)) = (linked, self.this.upgrade()) {
                    rounds::run(linked, this, task);
                }
            }
        }
    }

    /// Removes focus from the element that has it before that element is removed. Otherwise the
    /// browser would lay out the whole page to do so.
    fn blur(&self) {
        let focused = self
            .host
            .shadow_root()
            .and_then(|root| root.active_element());
        if let Some(focused) = focused.and_then(|focused| focused.dyn_into::<HtmlElement>().ok()) {
            report(focused.blur());
        }
    }
}
