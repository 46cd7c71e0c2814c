//! Around a table: one device goes from hand to hand.

use yew::Html;

use super::blocks::{Page, action, actions, deletion, limits};
use super::statement::{self, Chosen};
use crate::ui::{Ui, p};
use app::rounds::{Message, Table, TableStep};
use app::session::Session;
use round::row::RowFault;

pub(super) fn view(session: &Session, table: &Table, ui: &Ui) -> Html {
    let words = ui.words.around();
    let screen = match table.step {
        TableStep::Handing => {
            let mut page = Page::default();
            page.heading(&words.hand_over(table.done + 1, table.invitation.people));
            page.p("lede", words.hand_over_about());
            page.add(action("primary", words.ready(), Message::TookDevice, ui));
            page.add(deletion(
                words.stop(),
                words.stop_sure(),
                words.stop_yes(),
                Message::StartedAgain,
                ui,
            ));
            page.done()
        }
        TableStep::Statement(place) => {
            let given = table.given(place).map(Chosen);
            statement::view(session, &table.invitation, &table.asked, place, given, ui)
        }
        TableStep::LeftOut(fault) => left_out(table, fault, ui),
        TableStep::Answered => {
            let mut page = Page::default();
            page.heading(ui.words.round().last_heading());
            page.p("", words.last_about());
            page.add(action("primary", words.pass_on(), Message::PassedOn, ui));
            page.done()
        }
        TableStep::Closing => {
            let mut page = Page::default();
            page.heading(&words.close_about(table.done));
            page.add(actions(vec![
                ui.button("primary", words.show(), Message::ClosedTable),
                ui.button("secondary", words.wrong(), Message::StartedAgain),
            ]));
            page.done()
        }
    };
    let mut page = Page::default();
    page.add(screen);
    page.p("quiet", words.promise());
    page.add(limits(&words.not_promised(), ui));
    page.done()
}

fn left_out(table: &Table, fault: RowFault, ui: &Ui) -> Html {
    let words = ui.words.around();
    let said = match fault {
        RowFault::TooManyLeftOut {
            answered,
            items,
            needed,
        } => words.left_out(answered, items, needed),
        RowFault::Missing | RowFault::OutOfRange => ui.words.pulse().left_out().to_owned(),
    };
    let fewer = table.invitation.people.saturating_sub(1);
    let (again, too_few) = if fewer >= 3 {
        (words.again_with(fewer), Html::default())
    } else {
        (words.wrong().to_owned(), p("quiet", words.too_few()))
    };
    let mut page = Page::default();
    page.heading(ui.words.round().last_heading());
    page.p("", &said);
    page.add(actions(vec![
        ui.button("primary", ui.words.audit().back(), Message::WentBack),
        ui.button("secondary", &again, Message::StartedAgain),
    ]));
    page.add(too_few);
    page.done()
}
