// The extension's background. A browser that wakes it for an event only waits for listeners that were registered at
// once, so they stand here and the rest is Rust.

import init, { background_message, background_rehearse, background_resume } from "./background_brain.js";

// Only this extension's own pages read the kept reports, not a script in a page. Firefox has no such setting.
chrome.storage.local.setAccessLevel?.({ accessLevel: "TRUSTED_CONTEXTS" });

/** @type {Promise<unknown> | undefined} */
let loading;

/** Loads the brain when it is first needed. */
function brain() {
  loading ??= init({ module_or_path: chrome.runtime.getURL("background_brain_bg.wasm") });
  // A failed load may be tried again.
  loading.catch(() => (loading = undefined));
  return loading;
}

chrome.runtime.onMessage.addListener(
  /**
   * @param {unknown} message
   * @param {chrome.runtime.MessageSender} sender
   * @param {(runs: unknown) => void} respond
   */
  (message, sender, respond) => {
    const own = sender.id === chrome.runtime.id && sender.url?.startsWith(chrome.runtime.getURL(""));
    if (own && message === "rehearse") {
      brain().then(background_rehearse).then(respond, () => respond([]));
      // The answer comes later.
      return true;
    }
    if (own) brain().then(() => background_message(message));
    return false;
  },
);

chrome.permissions.onAdded.addListener(() => {
  brain().then(() => background_resume());
});

chrome.runtime.onInstalled.addListener(({ reason }) => {
  if (reason === "install") chrome.tabs.create({ url: "welcome.html" });
});

// A check that the browser's end interrupted is begun anew. Without one the brain is not loaded.
chrome.runtime.onStartup.addListener(async () => {
  const keys = Object.keys(await chrome.storage.local.get(null));
  if (keys.some((key) => key.startsWith("under-way:"))) brain().then(() => background_resume());
});
