// Starts the popup.

import init, { popup, rehearse_popup } from "./faces.js";

init({ module_or_path: "faces_bg.wasm" })
  .then(() => popup())
  .then(() => {
    // While the person reads: what a press needs is compiled by then.
    requestIdleCallback(async () => rehearse_popup(await chrome.runtime.sendMessage("rehearse").catch(() => [])));
  });
