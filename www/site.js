// Starts the checker site. Every path is relative: the site works from any folder.

import init, { site } from "./doctor.js";

// What the page draws at first looks like the site, but nothing listens yet: no click shall be lost without a sign.
for (const button of document.querySelectorAll("button")) button.disabled = true;

init({ module_or_path: new URL("doctor_bg.wasm", import.meta.url) }).then(() => site());
