//! What rounds ask of the browser: random bytes and keys, sealing and opening, and handing a text on. What
//! reads and then writes records does so under a lock, so that two tabs never seal or close the same round.

mod locked;

use std::rc::Rc;

use locked::{Lock, after_drawing};

use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::BeforeUnloadEvent;

use super::runtime::Runtime;
use app::opaque::Opaque;
use app::parts::{Linked, Rounds};
use app::rounds::{Message, Page, Sending, Task, ToOpen, ToSeal};
use records::rounds::{KeyRecord, Name, RoundId};
use round::invitation::{PublicKey, RoundHash};
use round::sealed::MessageFault;
use seal::{OpenFault, PrivateKey};

/// Carries out a task, and dispatches what comes of it.
#[split::split]
pub(super) fn run(_: Linked<Rounds>, runtime: Rc<Runtime>, task: Opaque<Task>) {
    let Some(task) = task.open() else { return };
    match task {
        Task::Probe => send(&runtime, Message::Probed(page(&runtime))),
        Task::Draw { with_keys } => spawn_local(draw(runtime, with_keys)),
        Task::Code(round, hash, key) => spawn_local(code(runtime, round, hash, key)),
        Task::Seal(round, sending) => spawn_local(seal_answers(runtime, round, sending)),
        Task::Open(round) => spawn_local(open_messages(runtime, round)),
        Task::Hand(sending, text) => hand(&runtime, sending, &text),
        Task::Guard(guards) => runtime.set_guard(if guards { guard() } else { None }),
    }
}

fn send(runtime: &Runtime, message: Message) {
    runtime.dispatch(message.into());
}

/// What the page can do. Invitations lead to the page itself, unless its owner named another.
fn page(runtime: &Runtime) -> Page {
    let window = web_sys::window();
    let navigator = window.as_ref().map(web_sys::Window::navigator);
    let shares = navigator.is_some_and(|navigator| {
        js_sys::Reflect::has(&navigator, &"share".into()).unwrap_or_default()
    });
    Page {
        is_secure: seal::available(),
        shares,
        address: runtime.round_address(),
    }
}

/// Asks before the page is left, while answers are in memory alone.
fn guard() -> Option<EventListener> {
    let window = web_sys::window()?;
    let options = EventListenerOptions::enable_prevent_default();
    let ask = |event: &web_sys::Event| {
        event.prevent_default();
        // What older browsers want instead.
        if let Some(event) = event.dyn_ref::<BeforeUnloadEvent>() {
            event.set_return_value(" ");
        }
    };
    Some(EventListener::new_with_options(
        &window,
        "beforeunload",
        options,
        ask,
    ))
}

async fn draw(runtime: Rc<Runtime>, with_keys: bool) {
    let mut nonce = [0; 8];
    let drawn = seal::random(&mut nonce).is_ok();
    let keys = if with_keys && drawn {
        seal::new_key_pair().await.ok()
    } else {
        None
    };
    let message = if drawn && with_keys == keys.is_some() {
        Message::Drew(
            nonce,
            keys.map(|(key, public)| (stored(key), PublicKey(public))),
        )
    } else {
        Message::Failed
    };
    send(&runtime, message);
}

async fn code(runtime: Rc<Runtime>, round: RoundId, hash: RoundHash, key: Option<PublicKey>) {
    let is_point = key.is_none_or(|key| seal::is_on_curve(&key.0));
    let code = if is_point {
        match seal::code(&hash.0).await {
            Ok(code) => Some(code),
            Err(_) => return send(&runtime, Message::Failed),
        }
    } else {
        None
    };
    send(&runtime, Message::Coded(round, code));
}

async fn seal_answers(runtime: Rc<Runtime>, round: RoundId, sending: Sending) {
    let lock = Lock::on(&round, &runtime).await;
    learn(&runtime, &round);
    let needed = runtime.with_rounds(|rounds, view| rounds.to_seal(&round, view));
    // Without it another tab was first, whose message is the one that counts.
    if let Some(ToSeal { key, hash, plain }) = needed {
        match seal::seal(&key.0, &hash.0, &plain).await {
            Ok(payload) => send(&runtime, Message::Sealed(round, payload)),
            Err(_) => return send(&runtime, Message::Failed),
        }
    }
    drop(lock);
    let message = runtime.with_rounds(|rounds, _| rounds.records.round(&round)?.mine.clone());
    if let Some(block) = message {
        // The screen that has a place for what comes of it is drawn first.
        after_drawing().await;
        let text = runtime.words().rater().message(&block);
        hand(&runtime, sending, &text);
    }
}

async fn open_messages(runtime: Rc<Runtime>, round: RoundId) {
    let _lock = Lock::on(&round, &runtime).await;
    learn(&runtime, &round);
    // Without it another tab has closed the round.
    if let Some(needed) = runtime.with_rounds(|rounds, _| rounds.to_open(&round)) {
        send(
            &runtime,
            match open_all(needed).await {
                Ok(plain) => Message::Opened(round, plain),
                Err(_) => Message::Failed,
            },
        );
    }
}

/// Opens every message.
///
/// # Errors
/// [`OpenFault::Refused`] by the browser, which says nothing of the messages.
async fn open_all(needed: ToOpen) -> Result<Vec<Result<[u8; 8], MessageFault>>, OpenFault> {
    let ToOpen {
        key,
        public,
        hash,
        payloads,
    } = needed;
    let private = PrivateKey {
        x: key.x,
        y: key.y,
        d: key.d,
    };
    let mut opened = Vec::new();
    for payload in payloads {
        opened.push(
            match seal::open(&private, &public.0, &hash.0, &payload).await {
                Ok(plain) => Ok(plain),
                Err(OpenFault::Damaged) => Err(MessageFault::Damaged),
                Err(OpenFault::OtherRound) => Err(MessageFault::OtherRound),
                Err(OpenFault::BadPoint) => Err(MessageFault::BadPoint),
                Err(OpenFault::NotSealedForThisRound) => Err(MessageFault::NotSealedForThisRound),
                Err(OpenFault::Refused) => return Err(OpenFault::Refused),
            },
        );
    }
    Ok(opened)
}

/// Reads the records of a round again: another tab may have changed them a moment ago.
fn learn(runtime: &Runtime, round: &RoundId) {
    let changes = runtime.changed_records(|name| match Name::from_text(name) {
        Some(name) => name.round().is_none_or(|of| of == round),
        None => false,
    });
    if !changes.is_empty() {
        send(runtime, Message::Refreshed(changes));
    }
}

fn hand(runtime: &Runtime, sending: Sending, text: &str) {
    match sending {
        Sending::Copy => runtime.loader().copy(text, ""),
        Sending::Share => runtime.loader().share(text),
    }
}

fn stored(key: PrivateKey) -> KeyRecord {
    let PrivateKey { x, y, d } = key;
    KeyRecord { x, y, d }
}
