// Every screen in every state for everybody, in both browsers: what axe-core finds, light, dark and in forced colours, 320
// pixels of width, a walk by keyboard, and the size of the text.

import assert from "node:assert/strict";
import { createServer } from "node:net";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";

import { DIST, toShop } from "./lib/chromium.mjs";
import { BROWSERS } from "./lib/eyes.mjs";
import { generatedSite } from "./lib/generated-site.mjs";
import { SHOP, demoShop, freePorts, secureServer, site } from "./lib/servers.mjs";
import { STATES, keep, kept } from "./lib/states.mjs";

const NARROW = 320;
const WIDE = 1280;
const ENDED = "document.querySelector('h2.verdict .sign')";

for (const { name, skip, start } of BROWSERS) {
  describe(name, { skip }, () => {
    /** @type {import("./lib/eyes.mjs").Eyes} */
    let eyes;
    let checker;
    let ports;
    let shop;
    /** The run of a check that has ended. */
    let entry;

    before(async () => {
      ports = await freePorts();
      checker = await site(join(DIST, "site"));
      const own = Number(new URL(checker.url).port);
      eyes = await start({ ...toShop(ports), [`127.0.0.1:${own}`]: own });
      shop = await demoShop("wordfence_ip", ports);
    });

    after(async () => {
      await eyes?.close();
      await shop?.stop();
      checker?.stop();
    });

    /** Everything that is looked at on one screen. `popup`: it has one width. */
    async function look({ popup = false } = {}) {
      for (const scheme of ["light", "dark"]) {
        await eyes.scheme(scheme);
        assert.deepEqual(await eyes.violations(), [], scheme);
      }
      if (eyes.forces) {
        await eyes.forced(true);
        assert.deepEqual(await eyes.violations(), [], "forced colours");
        await eyes.forced(false);
      }
      const { root, body, text } = await eyes.fontSizes();
      const least = popup ? 14 : 16;
      assert.equal(root, 16);
      assert.equal(body, 16, "the browser's own sheet changes the size of the text");
      assert.ok(text.every((size) => size >= least), `paragraphs of ${text} pixels`);
      assert.deepEqual(await eyes.walk(), []);
      if (popup) return;
      await eyes.width(NARROW);
      assert.ok((await eyes.overflow()) <= 0, `it is ${await eyes.overflow()} pixels too wide`);
      await eyes.width(WIDE);
    }

    /** Opens the site and gives it a text. */
    async function ask(text, button) {
      await eyes.go(checker.url);
      await eyes.shows("document.querySelector('#app:not([data-ready]) button.primary:enabled')");
      if (!text) return;
      await eyes.click("textarea");
      await eyes.type(text);
      await eyes.press(button);
    }

    const report = () => eyes.go(`${eyes.own}/report.html?shop=${encodeURIComponent(SHOP)}`);

    // Firefox tells a tab's address only to a popup that its button has opened, or where the shop may be read.
    test(`${name}: the popup before the first check`, { skip: name === "Firefox" && "it does not know the shop here" }, async () => {
      await eyes.popup(`${SHOP}/`);
      await look({ popup: true });
    });

    test(`${name}: the popup where there is no page`, async () => {
      await eyes.go(`${eyes.own}/popup.html`);
      await eyes.shows("document.querySelector('.state p')");
      await look({ popup: true });
    });

    test(`${name}: the report page of a check`, async () => {
      await report();
      await eyes.press("Check this shop");
      await eyes.shows(ENDED);
      await look();
      entry = await kept(eyes.evaluate);
    });

    for (const [page, there] of [["welcome", ".drawn"], ["report", ".shops li"]]) {
      test(`${name}: the extension's own page ${page}.html`, async () => {
        await eyes.go(`${eyes.own}/${page}.html`);
        await eyes.shows(`document.querySelector("${there}")`);
        await look();
      });
    }

    // Another word is no other screen.
    const { likely, ...states } = STATES;
    for (const [state, change] of Object.entries(states)) {
      test(`${name}: the popup and the report page, ${state}`, async () => {
        await eyes.popup(`${SHOP}/`);
        await keep(eyes.evaluate, change, entry);
        await eyes.shows(change(entry.value).run.report ? ENDED : "document.querySelector('.state')");
        await look({ popup: true });
        await report();
        await eyes.shows("document.querySelector('main h2')");
        await look();
      });
    }

    test(`${name}: the popup with large text: everything can be read, nothing covers the rest`, async () => {
      await eyes.popup(`${SHOP}/`);
      await keep(eyes.evaluate, STATES.fail, entry);
      await eyes.shows(ENDED);
      for (const size of [16, 24, 32]) {
        const { wide, broken, covered, overlap } = await eyes.evaluate(`
          document.documentElement.style.fontSize = "${size}px";
          const popup = document.querySelector(".popup");
          const box = (element) => element.getBoundingClientRect();
          const names = [...document.querySelectorAll(".stations span")].map(box);
          const meet = (a, b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
          const foot = box(document.querySelector("footer"));
          return {
            wide: popup.scrollWidth - popup.clientWidth,
            broken: [...popup.querySelectorAll("button:not(.plain)")].filter((button) => button.scrollWidth > button.clientWidth || box(button).height > 3 * ${size}).map((button) => button.textContent),
            covered: Math.max(0, box(popup).bottom - foot.top),
            overlap: names.some((a, i) => names.some((b, j) => i < j && meet(a, b))),
          };
        `);
        assert.ok(wide <= 0, `at ${size} px it is ${wide} pixels too wide`);
        assert.deepEqual(broken, [], `at ${size} px`);
        assert.ok(covered < 116, `at ${size} px the footer covers ${covered} pixels`);
        assert.ok(!overlap, `at ${size} px names of stations overlap`);
      }
    });

    test(`${name}: checking again keeps the focus, or takes it to the verdict`, async () => {
      await report();
      await eyes.shows(ENDED);
      await eyes.evaluate("[...document.querySelectorAll('button')].find((b) => b.textContent === 'Check again').focus();");
      await eyes.press("Check again");
      await eyes.shows(ENDED);
      const focused = await eyes.evaluate("return document.activeElement.textContent;");
      assert.match(focused, /^Check again$|Wordfence/);
    });

    test(`${name}: a report says of which shop it is, when it was made and as whom`, async () => {
      await report();
      await eyes.shows(ENDED);
      const { text, iso, title } = await eyes.evaluate(`
        const time = document.querySelector(".subject time");
        return { text: document.querySelector(".subject").textContent, iso: time.dateTime, title: time.title };
      `);
      assert.match(text, /^shop\.example\.com.*just now, \d+ \w+ 20\d\d, \d\d:\d\d:\d\d \S+/);
      assert.match(text, /from this computer.*as Klarna's server$/);
      assert.equal(title, iso);
      assert.match(iso, /^20\d\d-\d\d-\d\dT.*Z$/);
    });

    test(`${name}: an old report says how old it is, and to check again is the first button`, async () => {
      await report();
      await keep(eyes.evaluate, STATES.old, entry);
      await report();
      await eyes.shows("document.querySelector('.old')");
      const { note, primary, first } = await eyes.evaluate(`
        const buttons = [...document.querySelectorAll("main button")];
        return {
          note: document.querySelector(".old .note").textContent,
          primary: buttons.filter((button) => button.className === "primary").map((button) => button.textContent),
          first: buttons.sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top || a.getBoundingClientRect().left - b.getBoundingClientRect().left)[0].textContent,
        };
      `);
      assert.match(note, /^Checked 3 days ago\./);
      assert.deepEqual(primary, ["Check again"]);
      assert.equal(first, "Check again");
    });

    test(`${name}: on paper a report has two pages`, { skip: name === "Firefox" && "it prints to no file here" }, async () => {
      await report();
      await keep(eyes.evaluate, STATES.fail, entry);
      await report();
      await eyes.shows(ENDED);
      assert.equal((await eyes.paper()).toString("latin1").match(/\/Type \/Page\b/g).length, 2);
    });

    const SITE = {
      "the site's start": () => ask(""),
      "the site with an error at the field": async () => {
        await ask("the callback gets a…", "Check this shop").catch(() => {});
        await eyes.shows("document.querySelector('#seen:not(:empty), [role=alert]')");
      },
      "the site, undecided": async () => {
        await ask(SHOP, "Check this shop");
        await eyes.shows(ENDED);
      },
      "an answer explained": async () => {
        await ask("503", "Explain");
        await eyes.shows("document.querySelector('.explained')");
      },
      "several files, one left out": async () => {
        await ask("");
        await eyes.evaluate(`
          const data = new DataTransfer();
          data.items.add(new File(['<link rel="canonical" href="${SHOP}/"><meta name="generator" content="WordPress 7.0">'], "page.html"));
          data.items.add(new File(['{"log": {'], "visit.har"));
          document.querySelector(".drop").dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
        `);
        await eyes.shows("document.querySelector('#seen')?.textContent.includes('visit.har')");
        await eyes.click("button.primary");
        await eyes.shows(`document.querySelector(".left-out") && ${ENDED}`);
      },
      "the privacy page": () => eyes.go(new URL("privacy.html", checker.url).href),
      "the extension's page for answers": async () => {
        await eyes.go(`${eyes.own}/explain.html`);
        await eyes.shows("document.querySelector('#app:not([data-ready]) button.primary:enabled')");
      },
    };
    for (const [screen, show] of Object.entries(SITE)) {
      test(`${name}: ${screen}`, async () => {
        await show();
        await look();
      });
    }

    test(`${name}: the checker from a file`, { skip: name === "Firefox" && "Firefox goes to no file here" }, async () => {
      await eyes.go(pathToFileURL(join(DIST, "site", "callback-doctor.html")).href);
      await eyes.shows("document.querySelector('#app:not([data-ready]) button.primary:enabled')");
      await look();
    });

    for (const [situation, sign] of [["plain", "fail"], ["baseline", "pass"]]) {
      test(`${name}: the site where a shop is ${situation}`, async () => {
        await shop.stop();
        shop = await demoShop(situation, ports);
        await ask(SHOP, "Check this shop");
        await eyes.shows(`document.querySelector("h2.verdict .sign")`);
        if (sign === "fail") await eyes.shows(`document.querySelector("h2.verdict .sign.fail")`);
        await look();
      });
    }

    test(`${name}: the audit of a whole site, before it begins, at work, at rest and done`, async () => {
      await shop?.stop();
      shop = undefined;
      const pages = generatedSite(60);
      const server = await secureServer(pages.answer, ports.https);
      try {
        await eyes.go(`${eyes.own}/audit.html?shop=${encodeURIComponent(SHOP)}`);
        await eyes.shows("document.querySelector('#pages')");
        await look();
        pages.delay = 200;
        await eyes.press("Start");
        await eyes.shows("document.querySelector('section.others')");
        // A page a minute: what is looked at stays as it is.
        pages.delay = 60_000;
        await look();
        await eyes.press("Stop here");
        await eyes.shows("document.querySelector('.note')");
        pages.delay = 0;
        await eyes.press("Go on");
        await eyes.shows("!document.querySelector('progress') && !document.querySelector('.note')");
        await look();
      } finally {
        await server.stop();
      }
    });

    test(`${name}: the audit by the bookmark, and what it says where the shop's page is gone`, async () => {
      await ask("");
      await eyes.evaluate(`
        const auditor = await import(new URL("auditor.js", location.href).href);
        await auditor.default({ module_or_path: new URL("auditor_bg.wasm", location.href) });
        await auditor.audit(undefined, "${SHOP}/", () => {});
      `);
      await eyes.shows("document.querySelector('#audit #pages')");
      await look();
      await eyes.press("Start");
      await eyes.shows("document.querySelector('#audit [role=alert]')");
      await look();
      await eyes.press("The shop's report");
      await eyes.shows("!document.querySelector('#app').hidden && document.querySelector('#audit').hidden");
    });

    test(`${name}: the site while it waits for a shop`, async () => {
      await shop?.stop();
      shop = undefined;
      // Takes calls and never answers.
      const silent = createServer((socket) => socket.on("error", () => {}).resume()).listen(ports.https, "127.0.0.1");
      await ask(SHOP, "Check this shop");
      await eyes.shows("[...document.querySelectorAll('button')].some((b) => b.textContent === 'Stop')");
      await look();
      await eyes.press("Stop");
      silent.close();
    });
  });
}
