//! Around a table: one device goes from hand to hand.

use yew::{Html, html};

use super::{heading, statement};
use crate::ui::Ui;
use app::rounds::{Message, Table, TableStep};
use round::row::RowFault;

pub(super) fn view(table: &Table, ui: &Ui) -> Html {
    let words = ui.words.around();
    match table.step {
        TableStep::Handing => html! {
            <>
                { heading(&words.hand_over(table.done + 1, table.invitation.people)) }
                <p class="lede">{ words.hand_over_about() }</p>
                <p class="actions">{ ui.button("primary", words.ready(), Message::TookDevice) }</p>
                { stop(ui) }
            </>
        },
        TableStep::Statement(place) => {
            let given = table.given(place);
            statement::view(&table.invitation, &table.asked, place, given, ui)
        }
        TableStep::LeftOut(fault) => left_out(table, fault, ui),
        TableStep::Answered => html! {
            <>
                { heading(ui.words.round().last_heading()) }
                <p>{ words.last_about() }</p>
                <p class="actions">{ ui.button("primary", words.pass_on(), Message::PassedOn) }</p>
            </>
        },
        TableStep::Closing => html! {
            <>
                { heading(&words.close_about(table.done)) }
                <p class="actions">
                    { ui.button("primary", words.show(), Message::ClosedTable) }
                    { ui.button("secondary", words.wrong(), Message::StartedAgain) }
                </p>
            </>
        },
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
    html! {
        <>
            { heading(ui.words.round().last_heading()) }
            <p>{ said }</p>
            <p class="actions">
                { ui.button("primary", ui.words.audit().back(), Message::WentBack) }
                if fewer >= 3 {
                    { ui.button("secondary", &words.again_with(fewer), Message::StartedAgain) }
                } else {
                    { ui.button("secondary", words.wrong(), Message::StartedAgain) }
                }
            </p>
            if fewer < 3 {
                <p class="quiet">{ words.too_few() }</p>
            }
        </>
    }
}

fn stop(ui: &Ui) -> Html {
    let words = ui.words.around();
    html! {
        <details>
            <summary>{ words.stop() }</summary>
            <p>{ words.stop_sure() }</p>
            <p class="actions">{ ui.button("danger", words.stop_yes(), Message::StartedAgain) }</p>
        </details>
    }
}
