//! Other widgets of this page with the same audit. Storage events reach other documents only, so
//! what one widget changes in storage is passed on to its siblings here.

use std::cell::RefCell;
use std::rc::{Rc, Weak};

use records::slot::Slot;

type Hear = dyn Fn(&Slot, Option<&str>);

struct Member {
    family: String,
    hear: Rc<Hear>,
}

thread_local! {
    static MEMBERS: RefCell<Vec<Weak<Member>>> = const { RefCell::new(Vec::new()) };
}

/// Whether a widget of this page is in this family.
pub(super) fn has(family: &str) -> bool {
    MEMBERS.with_borrow(|members| {
        let mut there = members.iter().filter_map(Weak::upgrade);
        there.any(|member| member.family == family)
    })
}

/// One widget's membership among its siblings; dropping it ends the membership.
pub(super) struct Membership(Rc<Member>);

impl Membership {
    /// Joins the widgets of `family`; `hear` is called with what they change from now on.
    pub(super) fn join(family: String, hear: impl Fn(&Slot, Option<&str>) + 'static) -> Self {
        let member = Rc::new(Member {
            family,
            hear: Rc::new(hear),
        });
        MEMBERS.with_borrow_mut(|members| {
            members.retain(|other| other.strong_count() > 0);
            members.push(Rc::downgrade(&member));
        });
        Self(member)
    }

    /// Tells the siblings the text of `slot`.
    pub(super) fn tell(&self, slot: &Slot, text: Option<&str>) {
        // Collected first: a sibling that hears may join or leave.
        let siblings: Vec<Rc<Hear>> = MEMBERS.with_borrow(|members| {
            members
                .iter()
                .filter_map(Weak::upgrade)
                .filter(|other| other.family == self.0.family && !Rc::ptr_eq(other, &self.0))
                .map(|other| Rc::clone(&other.hear))
                .collect()
        });
        for hear in siblings {
            hear(slot, text);
        }
    }
}
