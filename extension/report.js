// Starts the report page.

import init, { report_page } from "./doctor.js";

init({ module_or_path: "doctor_bg.wasm" }).then(() => report_page());
