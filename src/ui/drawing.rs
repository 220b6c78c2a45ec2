//! The three steps of the bookmark as small pictures. Decoration only: the words stand below.

use yew::prelude::*;

/// The bookmark is dragged up into the bar.
pub(super) fn keep() -> Html {
    window(html! {
        <>
            <rect class="bar" x="8" y="20" width="104" height="12" rx="2" />
            <path class="star" d={STAR} transform="translate(22 26) scale(.8)" />
            <path class="arrow" d="M60 66c-16 0-30-8-34-24m-6 7 6-8 7 6" />
            <path class="star" d={STAR} transform="translate(72 65)" />
        </>
    })
}

/// A page of the shop is open.
pub(super) fn shop() -> Html {
    window(html! {
        <>
            <path class="thing" d="M20 34h24v26H20z" />
            <path class="thing" d="M54 38h44M54 48h34" />
            <path class="cart" d="M54 58h6l4 12h16l4-9H62" />
        </>
    })
}

/// The bookmark is clicked there.
pub(super) fn click() -> Html {
    window(html! {
        <>
            <rect class="bar" x="8" y="20" width="104" height="12" rx="2" />
            <path class="star" d={STAR} transform="translate(22 26) scale(.8)" />
            <path class="pointer" d="m25 29 1 20 5-5 4 9 4-2-4-9 7-1z" />
            <path class="thing" d="M54 44h44M54 54h34M54 64h40" />
        </>
    })
}

/// A browser's window with something in it.
fn window(inside: Html) -> Html {
    html! {
        <svg class="drawing" viewBox="0 0 120 80" aria-hidden="true">
            <rect class="frame" x="1" y="1" width="118" height="78" rx="5" />
            <path class="frame" d="M1 16h118M8 8.5h.1M15 8.5h.1M22 8.5h.1" />
            { inside }
        </svg>
    }
}

const STAR: &str = "M0-7 2-2.2 7-1.8 3.2 1.6 4.4 6.6 0 3.9-4.4 6.6-3.2 1.6-7-1.8-2-2.2z";
