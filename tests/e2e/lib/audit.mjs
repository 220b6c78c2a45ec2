// What an audit's page shows of the generated site, and the manners that the site saw.

import assert from "node:assert/strict";

import { FORBIDDEN } from "./generated-site.mjs";

/** What the page shows: sentence of progress, verdict, and of each class the places in all. */
export const SHOWN = `({
  progress: document.querySelector(".audit-progress p")?.textContent ?? "",
  verdict: document.querySelector(".audited ~ .verdict")?.textContent.trim() ?? "",
  places: Object.fromEntries([...document.querySelectorAll(".audited ~ section.others")].map((section) => [
    section.querySelector("h3").textContent,
    [...section.querySelectorAll(".proof > summary")].map(({ textContent }) => /^One/.test(textContent) ? 1 : parseInt(textContent)).reduce((a, b) => a + b, 0),
  ])),
})`;

const HEADINGS = {
  "Pages that do not open": "failed",
  "Not loaded by browsers": "blockable",
  "Forms without protection": "form",
  "Pages that lead to http": "redirect",
  "Links to http": "navigation",
  "Mended by browsers so far": "upgradeable",
};

/** Every hit is shown, and none that is not there; the classes of `unseen` are not shown to whoever asks. */
export function assertAllFound(shown, site, unseen = []) {
  const expected = {};
  for (const hit of site.hits) if (!unseen.includes(hit.class)) expected[hit.class] = (expected[hit.class] ?? 0) + 1;
  const found = Object.fromEntries(Object.entries(shown.places).map(([heading, count]) => [HEADINGS[heading], count]));
  assert.deepEqual(found, expected);
  assert.equal(shown.verdict, "Parts of the shop still use http.");
}

/** Nothing was asked for that acts or is a callback, nothing twice, and never more than four at a time. */
export function assertManners(site) {
  assert.deepEqual(site.asked.filter((line) => FORBIDDEN.test(line)), [], "something that acts was asked for");
  assert.deepEqual(site.asked.filter((line) => !line.startsWith("GET ")), [], "another method was used");
  const seen = new Set();
  const twice = site.asked.filter((line) => seen.has(line) || !seen.add(line));
  assert.deepEqual(twice, [], "something was asked for twice");
  assert.ok(site.most() <= 4, `${site.most()} requests at a time`);
}

/** What is asked for once; what an audit begins with is asked for at each beginning. */
export const pagesOf = (asked) => asked.filter((line) => !/robots\.txt|\.xml|theme\.css/.test(line));
