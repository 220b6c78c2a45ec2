// Starts the popup.

import init, { popup } from "./doctor.js";

init({ module_or_path: "doctor_bg.wasm" }).then(() => popup());
