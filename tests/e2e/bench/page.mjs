// Reads pages with the readers of the wasm module, with htmlparser2 and parse5, and with Chromium's DOMParser, and says how
// long that took: `page.mjs PAGES GLUE`, the pages as JSON strings, a line each. Prints a line of JSON for each reader.

import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

import { Parser } from "htmlparser2";
import { parse } from "parse5";

import { launch } from "../lib/chromium.mjs";

/** Rounds, of which each reader's best counts: on a busy machine the others are slower for reasons that are not theirs. */
const ROUNDS = 15;

const [file, glue] = process.argv.slice(2);
const pages = readFileSync(file, "utf8").split("\n").filter(Boolean).map((line) => JSON.parse(line));
const bytes = pages.map((page) => new TextEncoder().encode(page));

/** What a browser loads or sends to, as in `tests/bench/page/readers.rs`. */
const LOADED = {
  script: ["src"], iframe: ["src"], frame: ["src"], embed: ["src"], track: ["src"], img: ["src", "srcset"], source: ["src", "srcset"],
  video: ["src", "poster"], audio: ["src"], object: ["data"], body: ["background"], table: ["background"], td: ["background"],
  th: ["background"], form: ["action"], button: ["formaction"], input: ["formaction"],
};
const RELATIONS = /(?:^|\s)(?:stylesheet|manifest|modulepreload|icon|apple-touch-icon|mask-icon|preload|prefetch|prerender)(?:$|\s)/;

/**
 * How many addresses over http an element has that a browser loads or sends to.
 * @param {string} name
 * @param {(attribute: string) => string | null | undefined} get
 */
function hits(name, get) {
  if (name === "link") return Number(isHttp(get("href")) && RELATIONS.test(get("rel") ?? ""));
  let found = 0;
  for (const attribute of LOADED[name] ?? []) {
    if (attribute === "srcset") found += (get(attribute) ?? "").split(",").filter(isHttp).length;
    else found += Number(isHttp(get(attribute)));
  }
  return found;
}

function isHttp(value) {
  return /^\s*http:\/\//i.test(value ?? "");
}

function htmlparser2(page) {
  let found = 0;
  // With scripts, what is in these is no part of the page.
  let hidden = 0;
  const hides = (name) => name === "noscript" || name === "template";
  const parser = new Parser({
    onopentag(name, attributes) {
      if (hides(name)) hidden++;
      if (!hidden) found += hits(name, (attribute) => attributes[attribute]);
    },
    onclosetag(name) {
      if (hides(name)) hidden--;
    },
  });
  parser.end(page);
  return found;
}

function parse5(page) {
  const walk = (node) => {
    const get = (name) => node.attrs?.find((attribute) => attribute.name === name)?.value;
    let found = hits(node.nodeName, get);
    for (const child of node.childNodes ?? []) found += walk(child);
    return found;
  };
  return walk(parse(page));
}

/**
 * What one pass over the pages finds, and the seconds it takes by a clock.
 * @param {(page: any) => number} read
 * @param {any[]} given
 * @param {() => number} clock
 */
function pass(read, given, clock) {
  const start = clock();
  let found = 0;
  for (const page of given) found += read(page);
  return { hits: found, seconds: clock() - start };
}

/** Seconds of the processor that node has used: on a busy machine those on the wall say little. */
function used() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

const { default: init, names, read } = await import(pathToFileURL(glue).href);
await init({ module_or_path: readFileSync(glue.replace(/\.js$/, "_bg.wasm")) });
const readers = [
  ...names().map((name, number) => ({ reader: name, where: "wasm", read: (page) => read(number, page), given: bytes })),
  { reader: "htmlparser2", where: "node", read: htmlparser2, given: pages },
  { reader: "parse5", where: "node", read: parse5, given: pages },
];
const results = readers.map(({ reader, where }) => ({ reader, where, hits: 0, seconds: Infinity }));
// In turns, so that a busy moment hits them all.
for (let round = 0; round < ROUNDS; round++) {
  readers.forEach(({ read, given }, number) => {
    const { hits, seconds } = pass(read, given, used);
    results[number] = { ...results[number], hits, seconds: Math.min(seconds, results[number].seconds) };
  });
}
const chromium = await launch({ extension: false });
try {
  const page = await chromium.context.newPage();
  await page.goto("about:blank");
  const helpers = [hits, isHttp, pass].map(String).join("\n");
  const constants = `const LOADED = ${JSON.stringify(LOADED)}, RELATIONS = ${RELATIONS};`;
  const result = await page.evaluate(([code, pages, rounds]) => new Function("pages", "rounds", code)(pages, rounds), [
    `${constants}\n${helpers}
    // The parser is one without scripts, which sees what is in noscript.
    const read = (page) => [...new DOMParser().parseFromString(page, "text/html").querySelectorAll("*")]
      .reduce((found, element) => found + (element.closest("noscript") ? 0 : hits(element.localName, (name) => element.getAttribute(name))), 0);
    return Array.from({ length: rounds }, () => pass(read, pages, () => performance.now() / 1000)).reduce((best, one) => (one.seconds < best.seconds ? one : best));`,
    pages, ROUNDS,
  ]);
  results.push({ reader: "DOMParser", where: "Chromium", ...result });
} finally {
  await chromium.close();
}
for (const result of results) console.log(JSON.stringify(result));
