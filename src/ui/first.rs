//! What a visitor sees before the program has arrived, drawn natively at build time. The program
//! then takes over the very same nodes (`loader/adopt.js`).

use std::rc::Rc;

use yew::{Callback, Html, Properties, component};

use super::{Kept, Ui, screen};
use app::attributes::Attributes;
use app::parts::Parts;
use app::session::{FormChoice, Session, Start};
use measure::instrument::Instrument;
use measure::time::{LocalClock, UnixMs};
use words::Language;

/// Which first screen.
#[derive(Properties, Clone, PartialEq)]
pub struct FirstScreenProps {
    /// The questionnaire.
    pub instrument: Rc<Instrument>,
    /// Which forms the owner offers.
    pub form: FormChoice,
    /// Where the owner wants visitors to begin.
    pub start: Start,
    /// The language.
    pub words: &'static Language,
}

/// The first screen, alone.
#[component]
pub fn FirstScreen(props: &FirstScreenProps) -> Html {
    let session = Session::first(props.instrument.clone(), props.form, props.start);
    let ui = Ui {
        widget: 0,
        attributes: Rc::new(Attributes::first(props.form, props.start)),
        send: Callback::noop(),
        words: props.words,
        clock: LocalClock::UTC,
        now: UnixMs(0),
        other_audits: 0,
        parts: Rc::<Parts>::default(),
        fetch: Callback::noop(),
        read: Callback::noop(),
        pointer: Rc::default(),
    };
    screen(&session, &ui, &Kept::default())
}
