// Starts the report page.

import init, { report_page } from "./faces.js";

init({ module_or_path: "faces_bg.wasm" }).then(() => report_page());
