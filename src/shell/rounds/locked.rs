//! Locks among the tabs of a site.

use js_sys::Function;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use crate::shell::runtime::Runtime;
use records::rounds::RoundId;

/// The lock on a round, until it is dropped.
pub(super) struct Lock(Option<Function>);

impl Lock {
    /// Waits until no other tab of the site works on the round. A browser without Web Locks goes without.
    pub(super) async fn on(round: &RoundId, runtime: &Runtime) -> Self {
        let name = ["leadership-audit:round:", &round.to_text()].concat();
        let held = JsFuture::from(runtime.loader().hold(&name)).await;
        Self(held.ok().and_then(|release| release.dyn_into().ok()))
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        if let Some(release) = &self.0 {
            // It resolves a promise, which does not fail.
            let _ = release.call0(&JsValue::UNDEFINED);
        }
    }
}
