// Starts the page for the audit of a whole site.

import init, { audit } from "./audit_page.js";

init({ module_or_path: "audit_page_bg.wasm" }).then(() => audit());
