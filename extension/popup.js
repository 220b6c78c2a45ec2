// Starts the popup.

import init, { popup } from "./faces.js";

// What the page draws at first looks like the popup, but nothing listens yet: no click shall be lost without a sign.
for (const button of document.querySelectorAll("button")) button.disabled = true;

init({ module_or_path: "faces_bg.wasm" }).then(() => popup());
