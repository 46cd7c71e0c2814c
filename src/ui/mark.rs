//! The mark: one person, and the three directions that work comes from and goes to.

use yew::{Html, html};

pub(super) fn view() -> Html {
    html! {
        <svg class="mark" viewBox="0 0 32 32" fill="none" aria-hidden="true">
            <path d="M11 12V6M11 20v6M15 16h9" stroke="currentColor" stroke-width="2"
                stroke-linecap="round" />
            <circle cx="11" cy="16" r="3.4" fill="currentColor" />
            <circle cx="11" cy="3.2" r="1.9" fill="currentColor" />
            <circle cx="11" cy="28.8" r="1.9" fill="currentColor" />
            <circle cx="27.4" cy="16" r="1.9" fill="currentColor" />
        </svg>
    }
}
