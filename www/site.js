// Starts the checker site. Every path is relative: the site works from any folder.

import init, { rehearse, site } from "./checker.js";
import { failed, handOver } from "./press.js";

/** @typedef {{ default: (options: { module_or_path: URL }) => Promise<unknown> }} Loads */
/** @typedef {{ check: Check, look_up: LookUp, in_page: InPage, rehearse: Function }} Brain */
/** @typedef {(opened: Window | undefined, cancel: AbortSignal, show: (run: unknown) => void, gateway?: string) => Promise<void>} InPage */
/** @typedef {(resolver: string, cancel: AbortSignal, show: (run: unknown) => void) => Promise<void>} LookUp */
/** @typedef {(opened: Window | undefined, shop: string, found: (markdown?: string) => void) => Promise<void>} Audit */
/** @typedef {(what: string[] | Window | null, cancel: AbortSignal, show: (run: unknown) => void, gateway?: string) => Promise<void>} Check */

/**
 * What the site in one page carries in itself, by name.
 * @type {Record<string, string>}
 */
const carried = JSON.parse(document.getElementById("files")?.textContent ?? "{}");

/**
 * Where one of the site's files is.
 * @param {string} name
 */
const at = (name) => new URL(carried[name] ?? name, import.meta.url);

/**
 * Loads a module when it is first needed: somebody begins to fill the field, or asks.
 * @template Module
 * @param {() => Promise<Module & Loads>} load
 * @param {string} wasm
 */
function loader(load, wasm) {
  /** @type {Promise<Module> | undefined} */
  let loading;
  return () => {
    loading ??= load().then(async (module) => {
      await module.default({ module_or_path: at(wasm) });
      return module;
    });
    // A failed load may be tried again.
    loading.catch(() => (loading = undefined));
    return loading;
  };
}

/** @type {() => Promise<Brain>} Reads what is more than an address. */
const reader = loader(() => import("./reader.js"), "reader_bg.wasm");

/** The site in one page carries the reader alone, which does all that the brain does. */
const inOnePage = "reader_bg.wasm" in carried;

/** @type {() => Promise<Brain>} Diagnoses. */
const brain = inOnePage ? reader : loader(() => import("./brain.js"), "brain_bg.wasm");

/** @type {() => Promise<{ audit: Audit }>} Audits the whole site, for who wants that. */
const auditor = loader(() => import("./auditor.js"), "auditor_bg.wasm");

/** Ends the rehearsal where somebody presses. */
const rehearsal = new AbortController();

const idle = globalThis.requestIdleCallback ?? setTimeout;

/** What does not come is tried again by the press. */
const load = () => brain().catch(() => {});

/** A press is near: what it needs is loaded, and compiled. */
async function prepare() {
  const brain = await load();
  if (brain && (await drawn)) idle(() => rehearsal.signal.aborted || rehearse(brain.rehearse, rehearsal));
}

document.addEventListener("input", prepare, { once: true });

/** Files and pasted pages and answers are for the reader: it is fetched while they are looked at. */
const fetchReader = () => void reader().catch(() => {});
document.addEventListener("drop", fetchReader, { once: true });
document.addEventListener("paste", ({ clipboardData }) => {
  if (/[\s<{]/.test(clipboardData?.getData("text").trim() ?? "")) fetchReader();
});

/** What the last check was made with, and goes on with. */
let last = brain;

/** @type {Check} */
const check = async (what, cancel, show, gateway) => {
  rehearsal.abort();
  last = brain;
  const { check, in_page } = await brain();
  // A window that this one opened has the shop's page, or without inputs the one that opened this.
  return Array.isArray(what) ? check(what, cancel, show, gateway) : in_page(what ?? undefined, cancel, show, gateway);
};

/** @type {Check} */
const read = async (inputs, cancel, show, gateway) => {
  rehearsal.abort();
  last = reader;
  return (await reader()).check(inputs, cancel, show, gateway);
};

/** @type {LookUp} Only when the person has said so. */
const lookUp = async (resolver, cancel, show) => (await last()).look_up(resolver, cancel, show);

/** @type {Audit} */
const audit = async (opened, shop, found) => {
  const module = await auditor().catch(() => found());
  await module?.audit(opened ?? undefined, shop, found);
};

/** The hand for the shop's own page; without it the site has no bookmark to offer. Nobody drags one before they have looked. */
const agent = async () => {
  await new Promise((done) => idle(done));
  const response = await fetch(at("agent.js"));
  return response.ok ? response.text() : "";
};

const drawn = init({ module_or_path: at("checker_bg.wasm") }).then(() => {
  site(check, read, lookUp, audit, agent());
  handOver();
  // Once the page is there, so that the first press need not wait. Who has come by a link to a shop has come to press.
  return idle(location.hash.startsWith("#shop=") ? prepare : load);
}, failed);

// A link to another shop, put into the address bar of an open page, is that shop's page from its beginning.
addEventListener("hashchange", () => location.hash.startsWith("#shop=") && location.reload());

/** After this visit the site opens without a network. Where the browser has no such workers, it works without. */
async function keep() {
  /** @type {{ trustedTypes?: Types }} */
  const { trustedTypes } = globalThis;
  const worker = "sw.js";
  const policy = trustedTypes?.createPolicy("worker", { createScriptURL: () => worker });
  await navigator.serviceWorker?.register(policy?.createScriptURL(worker) ?? worker);
}

/** @typedef {{ createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): string } }} Types */

// When everything that is seen is there; the site in one page is kept already.
if (!inOnePage) addEventListener("load", () => void keep().catch(() => {}), { once: true });
