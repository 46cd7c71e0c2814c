//! Around a table: one device goes from hand to hand.

use yew::Html;

use super::blocks::{actions, all, deletion, p};
use super::{heading, statement};
use crate::ui::Ui;
use app::rounds::{Message, Table, TableStep};
use round::row::RowFault;

pub(super) fn view(table: &Table, ui: &Ui) -> Html {
    let words = ui.words.around();
    match table.step {
        TableStep::Handing => all(vec![
            heading(&words.hand_over(table.done + 1, table.invitation.people)),
            p("lede", words.hand_over_about()),
            actions(vec![ui.button(
                "primary",
                words.ready(),
                Message::TookDevice,
            )]),
            deletion(
                words.stop(),
                words.stop_sure(),
                words.stop_yes(),
                Message::StartedAgain,
                ui,
            ),
        ]),
        TableStep::Statement(place) => {
            let given = table.given(place);
            statement::view(&table.invitation, &table.asked, place, given, ui)
        }
        TableStep::LeftOut(fault) => left_out(table, fault, ui),
        TableStep::Answered => all(vec![
            heading(ui.words.round().last_heading()),
            p("", words.last_about()),
            actions(vec![ui.button(
                "primary",
                words.pass_on(),
                Message::PassedOn,
            )]),
        ]),
        TableStep::Closing => all(vec![
            heading(&words.close_about(table.done)),
            actions(vec![
                ui.button("primary", words.show(), Message::ClosedTable),
                ui.button("secondary", words.wrong(), Message::StartedAgain),
            ]),
        ]),
    }
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
    all(vec![
        heading(ui.words.round().last_heading()),
        p("", &said),
        actions(vec![
            ui.button("primary", ui.words.audit().back(), Message::WentBack),
            ui.button("secondary", &again, Message::StartedAgain),
        ]),
        too_few,
    ])
}
