//! Visitors who do anything in any order in up to four tabs, on generated schedules that shrink to
//! the shortest that fails. Longer ones, by number: `crates/app/tests/tabs/schedules.rs`.

use app::session::Message;
use proptest::prelude::*;
use records::slot::Slot;
use simulator::tabs::Browser;
use simulator::world::{Act, World};
use testing::option;

fn act() -> impl Strategy<Value = Act> {
    let tab = 0_usize..4;
    prop_oneof![
        1 => Just(Act::Open),
        1 => tab.clone().prop_map(Act::Close),
        2 => (tab.clone(), 1_u64..=5).prop_map(|(tab, n)| Act::Begin(tab, n)),
        8 => (tab.clone(), 0_usize..36, 1_u64..=5).prop_map(|(tab, item, n)| Act::Answer(tab, item, n)),
        1 => (tab.clone(), 0_usize..3).prop_map(|(tab, scale)| Act::Mark(tab, scale)),
        1 => (tab.clone(), 0_usize..3).prop_map(|(tab, scale)| Act::Unmark(tab, scale)),
        1 => tab.clone().prop_map(Act::Finish),
        1 => tab.clone().prop_map(Act::Keep),
        1 => tab.clone().prop_map(Act::Erase),
        1 => tab.clone().prop_map(Act::Undo),
        1 => (tab.clone(), any::<bool>()).prop_map(|(tab, on)| Act::History(tab, on)),
        1 => (tab.clone(), 0_usize..3, 1_u64..=5)
            .prop_map(|(tab, what, number)| Act::Practise(tab, what, number)),
        4 => tab.prop_map(Act::Hear),
    ]
}

proptest! {
    #![proptest_config(testing::cases(400))]

    #[test]
    fn storage_holds_what_was_done_and_tabs_agree_with_it(acts in prop::collection::vec(act(), 1..50)) {
        let mut world = World::new();
        for act in &acts {
            world.act(act);
            world.check(&format!("{act:?}"));
        }
        world.settle_and_leave();
    }

    #[test]
    fn what_only_one_tab_answered_survives_even_if_no_tab_heard_of_another(
        acts in prop::collection::vec((0_usize..3, 0_usize..12, 1_u64..=5, any::<bool>()), 1..40),
    ) {
        let mut browser = Browser::new();
        let mut expected: Vec<Option<u64>> = vec![None; 36];
        for _ in 0..3 {
            let tab = browser.open();
            browser.takes(tab, Message::Started);
        }
        for (tab, item, n, hears) in acts {
            if hears {
                browser.deliver(tab);
                if browser.place(tab).is_none() {
                    browser.takes(tab, Message::Continued);
                }
            }
            // Each tab keeps to its own direction.
            let item = tab * 12 + item;
            browser.takes(tab, Message::RevisitedItem(item));
            browser.takes(tab, Message::ChoseOption(option(n)));
            expected[item] = Some(n);
        }
        browser.settle();
        let stored = browser.stored_sheet();
        for (item, n) in expected.iter().enumerate() {
            prop_assert_eq!(stored.get(item), n.map(option), "item {}", item);
        }
        for tab in 0..3 {
            prop_assert_eq!(browser.session(tab).sheet(), stored.clone(), "tab {}", tab);
        }
        prop_assert!(browser.text(&Slot::Head).is_some());
    }
}
