// Starts the checker site. Every path is relative: the site works from any folder.

import init, { site } from "./doctor.js";

init({ module_or_path: new URL("doctor_bg.wasm", import.meta.url) }).then(() => site());
