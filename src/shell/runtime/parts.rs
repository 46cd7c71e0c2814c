//! Fetches the parts of the program, and handles what the loader reports about them.

use std::rc::Rc;

use super::Runtime;
use app::parts::{FollowUp, Results};
use app::session::{Message, Screen};

impl Runtime {
    /// Fetches what the screen needs and has not arrived. What the results need is fetched when the
    /// first item shows.
    pub(super) fn fetch_parts(&self) {
        let session = self.session.borrow().clone();
        let early = matches!(session.screen, Screen::Item { .. }) && !self.asked.replace(true);
        let needed = matches!(session.screen, Screen::Results | Screen::Keep);
        if session.texts.is_none() && (early || needed) {
            self.loader.want_texts();
        }
        let wanted = self.parts.borrow_mut().results.want(early || needed);
        if wanted {
            self.loader.fetch_part(Results::NAME);
        }
        let needed = matches!(session.screen, Screen::Keep | Screen::Part(_));
        let wanted = self.parts.borrow_mut().follow_up.want(needed);
        if wanted {
            self.loader.fetch_part(FollowUp::NAME);
        }
    }

    /// Takes the loader's report on a part: that it is linked, or why it is not.
    pub fn report_part(&self, name: &str, failure: Option<Rc<str>>) {
        self.parts.borrow_mut().report(name, failure);
        let linked = self.parts.borrow().follow_up.linked();
        match linked.filter(|_| name == FollowUp::NAME) {
            Some(linked) => self.dispatch(Message::LinkedFollowUp(linked)),
            None => self.redraw(),
        }
    }

    /// Fetches a part again that could not be fetched.
    pub fn retry_part(&self, name: &str) {
        self.parts.borrow_mut().fetching(name);
        self.redraw();
        self.loader.fetch_part(name);
    }
}
