//! What rounds ask of the browser: random bytes and keys, sealing and opening, and handing a text on. What
//! reads and then writes records does so under a lock, so that two tabs never seal or close the same round.

mod locked;

use std::rc::Rc;

use locked::Lock;

use gloo_events::{EventListener, EventListenerOptions};
use js_sys::Reflect;
use wasm_bindgen_futures::spawn_local;

use super::runtime::Runtime;
use app::opaque::Opaque;
use app::parts::{Linked, Rounds};
use app::rounds::{Message, Page, Sending, Task, ToOpen, ToSeal};
use records::rounds::{KeyRecord, Name, RoundId};
use round::invitation::{PublicKey, RoundHash};
use round::sealed::MessageFault;
use seal::{OpenFault, PrivateKey, SealFault};

/// Carries out a task, and dispatches what comes of it.
#[split::split]
pub(super) fn run(_: Linked<Rounds>, runtime: Rc<Runtime>, task: Opaque<Task>) {
    match task.get() {
        Some(Task::Probe) => send(&runtime, Message::Probed(page(&runtime))),
        // Within the visitor's press, as the browser demands.
        Some(Task::Hand(sending, text)) => hand(&runtime, *sending, text),
        Some(Task::Guard(guards)) => runtime.set_guard(if *guards { guard() } else { None }),
        _ => spawn_local(carry_out(runtime, task)),
    }
}

/// Carries out what takes time.
async fn carry_out(runtime: Rc<Runtime>, task: Opaque<Task>) {
    let done = match task.get() {
        Some(Task::Draw { with_keys }) => draw(&runtime, *with_keys).await,
        Some(Task::Code(round, hash, key)) => code(&runtime, *round, hash, *key).await,
        Some(Task::Seal(round, sending)) => seal_answers(&runtime, round, *sending).await,
        Some(Task::Open(round)) => open_messages(&runtime, round).await,
        _ => Ok(()),
    };
    if done.is_err() {
        send(&runtime, Message::Failed);
    }
}

fn send(runtime: &Runtime, message: Message) {
    runtime.dispatch(message.into());
}

/// What the page can do.
fn page(runtime: &Runtime) -> Page {
    let navigator = Reflect::get(&js_sys::global(), &"navigator".into());
    let share = Reflect::get(&navigator.unwrap_or_default(), &"share".into());
    Page {
        is_secure: seal::available(),
        shares: share.is_ok_and(|share| share.is_function()),
        address: runtime.loader().address(),
    }
}

/// Asks before the page is left, while answers are in memory alone.
fn guard() -> Option<EventListener> {
    let window = web_sys::window()?;
    let options = EventListenerOptions::enable_prevent_default();
    let ask = |event: &web_sys::Event| {
        event.prevent_default();
        // What older browsers want instead. Setting a property of an event does not fail.
        let _ = Reflect::set(event, &"returnValue".into(), &" ".into());
    };
    Some(EventListener::new_with_options(
        &window,
        "beforeunload",
        options,
        ask,
    ))
}

async fn draw(runtime: &Runtime, with_keys: bool) -> Result<(), SealFault> {
    let mut nonce = [0; 8];
    seal::random(&mut nonce)?;
    let keys = if with_keys {
        let (PrivateKey { x, y, d }, public) = seal::new_key_pair().await?;
        Some((KeyRecord { x, y, d }, PublicKey(public)))
    } else {
        None
    };
    send(runtime, Message::Drew(nonce, keys));
    Ok(())
}

async fn code(
    runtime: &Runtime,
    round: RoundId,
    hash: &RoundHash,
    key: Option<PublicKey>,
) -> Result<(), SealFault> {
    let is_point = key.is_none_or(|key| seal::is_on_curve(&key.0));
    let code = if is_point {
        Some(seal::code(&hash.0).await?)
    } else {
        None
    };
    send(runtime, Message::Coded(round, code));
    Ok(())
}

async fn seal_answers(
    runtime: &Runtime,
    round: &RoundId,
    sending: Sending,
) -> Result<(), SealFault> {
    let lock = Lock::on(round, runtime).await;
    learn(runtime, round);
    let needed = runtime.with_rounds(|rounds, view| rounds.to_seal(round, view));
    // Without it another tab was first, whose message is the one that counts.
    if let Some(ToSeal { key, hash, plain }) = needed {
        let payload = seal::seal(&key.0, &hash.0, &plain).await?;
        send(runtime, Message::Sealed(*round, payload));
    }
    drop(lock);
    let message = runtime.with_rounds(|rounds, _| rounds.records.round(round)?.mine.clone());
    if let Some(block) = message {
        let text = runtime.words().rater().message(&block);
        hand(runtime, sending, &text);
    }
    Ok(())
}

async fn open_messages(runtime: &Runtime, round: &RoundId) -> Result<(), SealFault> {
    let _lock = Lock::on(round, runtime).await;
    learn(runtime, round);
    // Without it another tab has closed the round.
    if let Some(needed) = runtime.with_rounds(|rounds, _| rounds.to_open(round)) {
        let plain = open_all(needed).await?;
        send(runtime, Message::Opened(*round, plain));
    }
    Ok(())
}

/// Opens every message.
///
/// # Errors
/// [`SealFault::Refused`] by the browser, which says nothing of the messages.
async fn open_all(needed: ToOpen) -> Result<Vec<Result<[u8; 8], MessageFault>>, SealFault> {
    let KeyRecord { x, y, d } = needed.key;
    let private = PrivateKey { x, y, d };
    let mut opened = Vec::new();
    for payload in &needed.payloads {
        let plain = seal::open(&private, &needed.public.0, &needed.hash.0, payload).await;
        opened.push(match plain {
            Ok(plain) => Ok(plain),
            Err(OpenFault::Damaged) => Err(MessageFault::Damaged),
            Err(OpenFault::OtherRound) => Err(MessageFault::OtherRound),
            Err(OpenFault::BadPoint) => Err(MessageFault::BadPoint),
            Err(OpenFault::NotSealedForThisRound) => Err(MessageFault::NotSealedForThisRound),
            Err(OpenFault::Refused) => return Err(SealFault::Refused),
        });
    }
    Ok(opened)
}

/// Reads the records of a round again: another tab may have changed them a moment ago.
fn learn(runtime: &Runtime, round: &RoundId) {
    let changes = runtime.changed_records(&|name| match Name::from_text(name) {
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
