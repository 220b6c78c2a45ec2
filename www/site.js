// Starts the checker site. Every path is relative: the site works from any folder.

import init, { site } from "./faces.js";

/** @typedef {{ default: (options: { module_or_path: URL }) => Promise<unknown>, check: Check, look_up: LookUp, in_page: InPage }} Brain */
/** @typedef {(cancel: AbortSignal, show: (run: unknown) => void) => Promise<void>} InPage */
/** @typedef {(resolver: string, cancel: AbortSignal, show: (run: unknown) => void) => Promise<void>} LookUp */
/** @typedef {(inputs: string[] | null, cancel: AbortSignal, show: (run: unknown) => void) => Promise<void>} Check */

/** @type {Promise<Brain> | undefined} */
let loading;

/** Loads the brain when it is first needed: somebody begins to fill the field, or asks. */
function brain() {
  loading ??= import("./brain.js").then(async (/** @type {Brain} */ brain) => {
    await brain.default({ module_or_path: new URL("brain_bg.wasm", import.meta.url) });
    return brain;
  });
  // A failed load may be tried again.
  loading.catch(() => (loading = undefined));
  return loading;
}

// What the page draws at first looks like the site, but nothing listens yet: no click shall be lost without a sign.
for (const button of document.querySelectorAll("button")) button.disabled = true;

for (const sign of ["input", "drop"]) {
  document.addEventListener(sign, () => void brain().catch(() => {}), { once: true });
}

/** @type {Check} */
const check = async (inputs, cancel, show) => {
  const { check, in_page } = await brain();
  // Without inputs, the page that opened this window answers.
  return inputs === null ? in_page(cancel, show) : check(inputs, cancel, show);
};

/** @type {LookUp} Only when the person has said so. */
const lookUp = async (resolver, cancel, show) => (await brain()).look_up(resolver, cancel, show);

/** The hand for the shop's own page; without it the site has no bookmark to offer. */
const agent = fetch(new URL("agent.js", import.meta.url))
  .then((response) => (response.ok ? response.text() : ""))
  .catch(() => "");

init({ module_or_path: new URL("faces_bg.wasm", import.meta.url) }).then(async () => site(check, lookUp, await agent));

// A link to another shop, put into the address bar of an open page, is that shop's page from its beginning.
addEventListener("hashchange", () => location.hash.startsWith("#shop=") && location.reload());

/** After this visit the site opens without a network. Where the browser has no such workers, it works without. */
async function keep() {
  const types = /** @type {{ trustedTypes?: Types }} */ (/** @type {unknown} */ (globalThis)).trustedTypes;
  const worker = "sw.js";
  const policy = types?.createPolicy("worker", { createScriptURL: () => worker });
  await navigator.serviceWorker?.register(policy?.createScriptURL(worker) ?? worker);
}

/** @typedef {{ createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): string } }} Types */

// When everything that is seen is there.
addEventListener("load", () => void keep().catch(() => {}), { once: true });
