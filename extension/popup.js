// Starts the popup.

import init, { popup } from "./faces.js";

init({ module_or_path: "faces_bg.wasm" }).then(() => popup());
