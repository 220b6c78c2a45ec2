// From an address alone to the answer, as a person goes: where the site cannot tell, one click opens the shop's page, and
// the bookmark there tells. Every third recorded shop, in one browser; with ALL=1 each of them.

import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { click, outcome, shopPage } from "./lib/bookmark.mjs";
import { DIST, launch } from "./lib/chromium.mjs";
import { assertHarmless } from "./lib/manners.mjs";
import { NO_CORPUS, expected, files, freePorts, home, homePage, recordedShop, recordedSituations, secureServer } from "./lib/servers.mjs";
import { way } from "./lib/way.mjs";

const CHECKER = "https://checker.example.org/checker/";

/** Shops of all that end otherwise than right: with the cause, or where no page can tell it, open with the command that does. */
const MOST_WRONG = 2;

/** One situation can be picked by name. */
const ONLY = process.env.SITUATION?.split(",");

/** What each shop ended with: `alone`, `bookmark`, `open`, or why it is wrong. */
const ends = new Map();

let browser;
let checker;
let ports;
let shopWay;
let site;

before(async () => {
  if (NO_CORPUS) return;
  ports = await freePorts();
  shopWay = await way(ports);
  site = await secureServer(files(join(DIST, "site")));
  const names = ["shop.example.com", "www.shop.example.com", "127.0.0.1"];
  const hosts = Object.fromEntries(names.flatMap((name) => [[`${name}:443`, shopWay.https], [`${name}:80`, shopWay.http]]));
  browser = await launch({ hosts: { ...hosts, "checker.example.org:443": site.port }, extension: false });
  [checker] = browser.context.pages();
});

after(async () => {
  await browser?.close();
  await site?.stop();
  await shopWay?.stop();
});

/** Opens the site and checks an address; gives the bookmark of its first screen. */
async function check(address) {
  await checker.goto("about:blank");
  await checker.goto(CHECKER);
  await checker.locator("#app:not([data-ready]) button.primary:enabled").waitFor();
  const bookmark = await checker.locator("a.mark[href]").getAttribute("href");
  await checker.locator("textarea").fill(address);
  await checker.getByRole("button", { name: "Check this shop" }).click();
  return bookmark;
}

/** Whether a shop is walked in this run. */
const isPicked = (name, index) => ONLY?.includes(name) ?? (Boolean(process.env.ALL) || index % 3 === 0);

for (const situation of recordedSituations().filter(isPicked)) {
  test(`a recorded shop: ${situation}`, async (t) => {
    const shop = await recordedShop(situation, ports);
    t.after(async () => {
      await shop.stop();
      for (const page of browser.context.pages()) if (page !== checker) await page.close();
    });
    shopWay.begin(situation);
    const right = expected(situation).cause;
    const bookmark = await check(home(situation));
    const alone = await outcome(checker);
    assert.equal(alone.failed, undefined);
    if (!alone.unsure) {
      ends.set(situation, right.includes(alone.cause) ? "alone" : `the site says ${alone.cause}`);
      return;
    }
    assert.match(alone.text, /One more step will tell/);
    assert.match(alone.text, /of \d answers could be read/);
    assert.equal(await checker.locator("details[open]").count(), 0, "something is unfolded beside the one step");
    const opened = browser.context.waitForEvent("page");
    await checker.getByRole("link", { name: "Open my shop's page" }).click();
    const page = await shopPage(await opened, home(situation), homePage("baseline"));
    const told = await outcome(await click(page, bookmark));
    assert.equal(told.failed, undefined);
    // A page cannot send the provider's User-Agent: a rule about that stays an open question, with the command that settles it.
    const open = right.includes("caller-blocked") && told.unsure && /curl .*-A 'APIs-Klarna'.*wc-api/.test(told.text);
    ends.set(situation, right.includes(told.cause) ? "bookmark" : open ? "open" : `the bookmark says ${told.cause}`);
    if (told.unsure) assert.match(told.text, /a call cannot look like the provider's/, "what a page cannot tell is told as if it were seen");
    // What it cannot tell is left open.
    assert.ok(right.includes(told.cause) || told.unsure, `the first cause is ${told.cause}, expected ${right.join(" or ")}\n${told.report}`);
    assertHarmless(shopWay.asked());
  });
}

test("all but two end right", { skip: NO_CORPUS || Boolean(ONLY) }, (t) => {
  const count = (end) => [...ends.values()].filter((found) => found === end).length;
  const [alone, bookmark, open] = ["alone", "bookmark", "open"].map(count);
  const wrong = [...ends].filter(([, end]) => !["alone", "bookmark", "open"].includes(end)).map(([name, end]) => `${name}: ${end}`);
  const right = alone + bookmark + open;
  t.diagnostic(`${right} of ${ends.size} end right: ${alone} by the address alone, ${bookmark} by the bookmark, ${open} open with the command; not: ${wrong.join(", ")}`);
  assert.ok(right >= ends.size - MOST_WRONG, `only ${right} of ${ends.size}: ${wrong.join(", ")}`);
});
