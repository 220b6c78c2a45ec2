// Every state of the extension's pages: a run that a real check left in the store, changed there. Faces follow the store.

import { SHOP } from "./servers.mjs";

/** A report with everything that one can hold. */
const WHOLE = {
  headline: "Wordfence stops the payment callback.",
  proof: { request: "POST /wc-api/KCO_WC_Push/", answer: "503", said: "Your access to this site has been limited. Block Reason: Manual block by administrator" },
  took_ms: 214,
  orders: [
    "The provider tries again by itself: every 4 hours, for 48 hours.",
    "For an older order, ask the provider's support to send the callback again, or set it to Processing after you saw the payment in the portal.",
  ],
};

const CAUSE = {
  who: "you",
  effort: "You can fix this yourself in WordPress, about 5 minutes.",
  confidence: "certain",
};

const REMEDY = {
  steps: [
    "Open Wordfence → Tools → Live Traffic and look for /wc-api/.",
    "On that row choose Unblock, or add its address to the allowlist.",
    "In All Options, add /wc-api/* to the allowlisted URLs.",
    "Then press Check again.",
  ],
  link: { label: "Wordfence → Tools", url: `${SHOP}/wp-admin/admin.php?page=WordfenceTools` },
  pastes: [{ label: "Allowlisted URLs", text: "/wc-api/*" }],
};

/** Changes the report of a run, its first cause, and that one's remedy. */
function reported(entry, { report = {}, cause = {}, remedy = {}, run = {} } = {}) {
  const [first, ...others] = entry.run.report.causes;
  const changed = { ...first, ...cause, remedy: { ...first.remedy, ...remedy } };
  return { ...entry, run: { ...entry.run, ...run, report: { ...entry.run.report, ...report, causes: [changed, ...others] } } };
}

const PASS = { verdict: "pass", headline: "The callback works when called from here.", proof: { request: "POST /wc-api/KCO_WC_Push/", answer: "200" }, took_ms: 214 };

/** Every station but the first lets the call through. */
const through = (entry) => entry.run.report.way.map((stop, number) => ({ ...stop, ...(number > 0 && { state: "passed", word: "passed" }) }));

const without = (entry, phase) => ({ ...entry, run: { ...entry.run, phase, report: null } });

/** What each state makes of a run that has ended. */
export const STATES = {
  fail: (entry) => reported(entry, { report: WHOLE, cause: CAUSE, remedy: REMEDY }),
  likely: (entry) => reported(entry, { report: WHOLE, cause: { ...CAUSE, confidence: "likely" }, remedy: REMEDY }),
  old: (entry) => reported(entry, { report: { ...WHOLE, started: new Date(Date.now() - 3 * 86_400_000).toISOString() }, cause: CAUSE, remedy: REMEDY }),
  pass: (entry) => reported(entry, { report: { ...PASS, way: through(entry) }, cause: { ...CAUSE, effort: "", summary: "Every call came through to the payment plugin." }, remedy: { steps: [], pastes: [] } }),
  unsure: (entry) => reported(entry, { report: { verdict: "unsure", headline: "This page cannot see the callback itself. One more step will tell." }, cause: { confidence: "none", effort: "" } }),
  partial: (entry) => reported(entry, { report: { complete: false } }),
  refused: (entry) => {
    const refused = without(entry, "refused");
    refused.run.in_tab = "The page in your tab is not the shop's: Wordfence answered in its place, with status 503.";
    return refused;
  },
  offline: (entry) => without(entry, "offline"),
  ready: (entry) => without(entry, "ready"),
  asks: (entry) => without(entry, "asking-permission"),
  failed: (entry) => without(entry, { failed: "The connection to the background broke." }),
};

/**
 * Keeps the run of a check that has ended as it would be in another state.
 * @param {(body: string) => Promise<any>} evaluate runs an async function's body in a page of the extension
 * @param {(entry: any) => any} change
 * @param {any} entry the run as the check left it
 */
export async function keep(evaluate, change, entry) {
  const changed = change(entry.value);
  await evaluate(`await chrome.storage.session.set(${JSON.stringify({ [entry.key]: changed })});`);
}

/** The run that the last check left: under which name, and what. */
export const kept = (evaluate) => evaluate(`
  const all = await chrome.storage.session.get(null);
  const key = Object.keys(all).find((key) => key.startsWith("run:"));
  return { key, value: all[key] };
`);
