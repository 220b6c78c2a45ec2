// Starts the page for an answer that someone already has. Nothing is sent: it is read here.

import init, { explain_page } from "./checker.js";
import { failed, handOver } from "./press.js";

/** @type {Promise<{ default: (options: { module_or_path: URL }) => Promise<unknown>, explain: (inputs: string[]) => unknown }> | undefined} */
let loading;

/** Loads the reader when it is first needed. */
function reader() {
  loading ??= import("./reader.js").then(async (reader) => {
    await reader.default({ module_or_path: new URL("reader_bg.wasm", import.meta.url) });
    return reader;
  });
  // A failed load may be tried again.
  loading.catch(() => (loading = undefined));
  return loading;
}

/**
 * @param {string[]} inputs
 * @param {AbortSignal} _cancel
 * @param {(run: unknown) => void} show
 */
const explain = async (inputs, _cancel, show) => show((await reader()).explain(inputs));

init({ module_or_path: "checker_bg.wasm" }).then(() => {
  explain_page(explain);
  handOver();
}, failed);
