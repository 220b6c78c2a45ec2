// The checker site as a person uses it: one field, from a folder of some web server, without any permission; in both browsers.

import assert from "node:assert/strict";
import { get } from "node:http";
import { text } from "node:stream/consumers";
import { after, afterEach, before, describe, test } from "node:test";

import { toShop } from "./lib/chromium.mjs";
import { BROWSERS } from "./lib/checker.mjs";
import { assertHarmless } from "./lib/manners.mjs";
import { until } from "./lib/popup.mjs";
import { SHOP, demoShop, freePorts } from "./lib/servers.mjs";

for (const { name, skip, start } of BROWSERS) {
  describe(name, { skip }, () => {
    /** @type {import("./lib/checker.mjs").Checker} */
    let checker;
    let ports;
    let shop;

    before(async () => {
      ports = await freePorts();
      checker = await start(toShop(ports));
    });

    after(() => checker?.close());

    afterEach(async () => {
      await shop?.stop();
      shop = undefined;
      assert.deepEqual(await checker.broken(), [], "the site broke");
    });

    /** Puts `text` into the open site's field and presses its button, which says that it will be read, or its shop checked. */
    async function paste(text, button) {
      await checker.open();
      await checker.paste(text);
      await checker.press(button);
    }

    const read = (source) => paste(source, "Read it here");

    test(`${name}: an address: the site asks only what it may read, and says what it cannot see`, async () => {
      shop = await demoShop("plain", ports);
      await checker.visit(SHOP);
      await checker.evaluate(`document.cookie = "wordpress_logged_in_x=secret; Secure; SameSite=None";`);
      const before = shop.asked().length;
      const { text } = await checker.check("shop.example.com");
      assert.match(text, /plain/i, `the permalink setting shows in the REST index, but the report says: ${text}`);
      const sent = assertHarmless(shop.asked().slice(before));
      assert.ok(sent.length > 0, "nothing was asked");
      for (const { method, url } of sent) {
        assert.equal(method, "GET", `${method} ${url}: a page cannot read the answer, so it must not ask`);
      }
    });

    test(`${name}: an address of a shop that answers nobody ends in a report`, async () => {
      const { text } = await checker.check(`${SHOP}/checkout/`);
      assert.match(text, /extension/i, "the report does not say that the extension sees more");
    });

    test(`${name}: a page's source without an address sends nothing and says what is missing`, async () => {
      shop = await demoShop("plain", ports);
      await read("<!doctype html><title>A shop</title><p>Nothing to see.");
      await checker.says(/does not say which shop/);
      assert.deepEqual(shop.asked(), [], "requests were sent without an address");
    });

    test(`${name}: a page's source names the cause`, async () => {
      shop = await demoShop("plain", ports);
      const page = await new Promise((done) => get({ host: "127.0.0.1", port: ports.http, headers: { host: "shop.example.com" } }, done));
      await read(await text(page));
      assert.equal((await checker.outcome()).cause, "plain-permalinks");
      assert.equal(shop.asked().length, 1, "requests were sent, where none are said to be");
    });

    test(`${name}: a second check takes the place of the first`, async () => {
      shop = await demoShop("plain", ports);
      assert.match((await checker.check(SHOP)).text, /plain/i);
      await shop.stop();
      shop = await demoShop("baseline", ports);
      await checker.press("Check again");
      await checker.says(/plain/i, false);
      // To its end: what it asks later would reach the next test's shop.
      await checker.outcome();
    });

    test(`${name}: a report is there again after a reload, and is asked for anew by its button`, async () => {
      shop = await demoShop("plain", ports);
      const { cause } = await checker.check("shop.example.com");
      const before = shop.asked().length;
      await checker.evaluate("setTimeout(() => location.reload());");
      await until(10_000, "the page is not loaded again", () => checker.evaluate("return performance.getEntriesByType('navigation')[0]?.type === 'reload';").catch(() => false));
      await checker.listens();
      await checker.says(/just now|minute/);
      assert.equal((await checker.outcome()).cause, cause);
      assert.equal(shop.asked().length, before, "a reload sent requests");
      await checker.press("Check again");
      await until(10_000, "the button asked nobody", () => shop.asked().length > before);
      await checker.outcome();
    });

    test(`${name}: the address bar fills the field and sends nothing`, async () => {
      shop = await demoShop("plain", ports);
      await checker.open("?shop=shop.example.com");
      assert.match(await checker.field(), /shop\.example\.com/);
      assert.deepEqual(shop.asked(), [], "requests were sent before the person asked for them");
    });

    test(`${name}: what is typed while the site loads stays`, async () => {
      const load = await checker.openSlowly();
      await checker.type("shop.exam");
      load();
      await checker.listens();
      await checker.typeOn("ple.com");
      assert.equal(await checker.field(), "shop.example.com");
    });

    for (const [how, press] of [["a press", () => checker.press("Check this shop")], ["Enter", () => checker.enter()]]) {
      test(`${name}: ${how} before the module came is heard at once and carried out then`, async () => {
        shop = await demoShop("plain", ports);
        const load = await checker.openSlowly();
        await checker.type("shop.example.com");
        await press();
        assert.equal(await checker.evaluate(`return document.querySelector("form [role=status]").textContent;`), "Getting ready …");
        assert.deepEqual(shop.asked(), [], "something was asked without the brain");
        load();
        const { text } = await checker.outcome();
        assert.match(text, /plain/i);
        assert.equal(await checker.field(), "shop.example.com");
      });
    }

    test(`${name}: the sign stands in the frame of the press`, async () => {
      const load = await checker.openSlowly();
      const sign = await checker.evaluate(`
        document.querySelector("button.primary").click();
        return document.querySelector("form [role=status]").textContent;
      `);
      load();
      assert.equal(sign, "Getting ready …");
      // Nothing was typed, which is said as soon as somebody can.
      await checker.says(/Your shop's address looks like/);
    });

    test(`${name}: a module that does not come is said, with one button that loads the page again`, async () => {
      const load = await checker.openSlowly();
      await checker.type("shop.example.com");
      load(false);
      await checker.says(/did not load completely/);
      await checker.press("Reload");
      await checker.listens();
    });

    test(`${name}: a press shows a sign at once, then the verdict takes the headline's place and the focus`, async () => {
      shop = await demoShop("plain", ports);
      await checker.open();
      await checker.type("shop.example.com");
      const sign = await checker.evaluate(`
        document.querySelector("button.primary").click();
        await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
        return document.querySelector("main").textContent;
      `);
      assert.match(sign, /Getting ready|Calling the shop|plain/i, "nothing showed that it was pressed");
      await checker.says(/Copy for support/);
      const seen = await checker.evaluate(`return {
        lead: document.querySelector(".lead"),
        top: document.querySelector("h2.verdict").getBoundingClientRect().top / innerHeight,
      };`);
      assert.equal(seen.lead, null, "the headline's sentence stays");
      assert.ok(seen.top > 0 && seen.top < 0.5, `the verdict stands at ${seen.top} of the window`);
    });

    test(`${name}: after the verdict the focus is on it`, async () => {
      shop = await demoShop("plain", ports);
      await checker.open();
      await checker.type("shop.example.com");
      await checker.press("Check this shop");
      await checker.says(/Copy for support/);
      const focused = () => checker.evaluate(`return document.activeElement.className;`);
      await until(5_000, "the focus is elsewhere", async () => (await focused()) === "verdict", focused);
      assert.equal(await checker.commands() ?? null, null, "commands stand under what is proven");
    });

    for (const [what, typed, said] of [
      ["a provider's portal", "https://portal.kustom.co/orders/123", /This is the provider's portal/],
      ["a sentence", "The order is still pending.", /neither a shop address nor an error number/],
      ["nothing", " ", /Your shop's address looks like/],
    ]) {
      test(`${name}: ${what} gets one message at the field, and nothing is sent`, async () => {
        await checker.open();
        await checker.type(typed);
        await checker.press("Check this shop");
        await checker.says(said);
        const field = await checker.evaluate(`
          const field = document.querySelector("textarea");
          const said = document.getElementById(field.getAttribute("aria-describedby"));
          return { invalid: field.getAttribute("aria-invalid"), said: said.textContent, sign: Boolean(said.querySelector(".sign.fail")), seen: document.querySelector("#seen").textContent };
        `);
        assert.match(field.said, said);
        assert.deepEqual([field.invalid, field.sign, field.seen], ["true", true, ""]);
        assert.deepEqual(checker.asked(), []);
        await checker.type("5");
        await checker.says(said, false);
      });
    }

    test(`${name}: a dropped picture is told from an answer`, async () => {
      await checker.open();
      await checker.evaluate(`
        const data = new DataTransfer();
        data.items.add(new File([new Uint8Array([137, 80, 78, 71])], "screen.png", { type: "image/png" }));
        document.querySelector(".drop").dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
      `);
      await checker.says(/A picture cannot be read here\. Type the number in it, such as 503/);
    });

    test(`${name}: without a network there is no verdict`, async () => {
      await checker.open();
      await checker.type("shop.example.com");
      await checker.evaluate(`while (!performance.getEntriesByType("resource").some(({ name }) => name.endsWith("brain_bg.wasm"))) await new Promise((done) => setTimeout(done, 50));`);
      checker.unplug();
      try {
        await checker.press("Check this shop");
        await checker.says(/You seem to be offline/);
        assert.equal(await checker.evaluate(`return document.querySelectorAll(".way, .card").length;`), 0, "something is said of the shop");
      } finally {
        checker.unplug(false);
      }
      shop = await demoShop("plain", ports);
      await checker.press("Check again");
      assert.equal((await checker.outcome()).cause, "plain-permalinks");
    });

    test(`${name}: a link asks for a check, and every result offers one`, async () => {
      shop = await demoShop("plain", ports);
      await checker.visit("about:blank");
      await checker.open("#shop=shop.example.com/se");
      await checker.says(/You were asked to check shop\.example\.com\/se/);
      await checker.type("shop.example.com");
      await checker.press("Check this shop");
      await checker.outcome();
      await checker.press("Copy link for the merchant");
      await checker.says(/Copied/);
      assert.match(await checker.copied(), /^https:\/\/checker\.example\.org\/checker\/#shop=shop\.example\.com$/);
      // Who checks their own shop was asked by nobody.
      assert.equal(await checker.evaluate(`return history.state;`), true);
    });

    test(`${name}: an explanation goes on to the shop that it names`, async () => {
      shop = await demoShop("plain", ports);
      await checker.open();
      await checker.type("POST https://shop.example.com/wc-api/KCO_WC_Push/ 503");
      await checker.press("Explain");
      await checker.press("Copy this answer");
      await checker.says(/Copied/);
      assert.match(await checker.copied(), /POST https:\/\/shop\.example\.com\/wc-api\/KCO_WC_Push\/ → 503/);
      await checker.press("Check shop.example.com");
      assert.equal((await checker.outcome()).cause, "plain-permalinks");
      assert.match(await checker.field(), /shop\.example\.com/);
    });

    test(`${name}: a number alone asks for the shop's address and goes on`, async () => {
      shop = await demoShop("plain", ports);
      await checker.open();
      await checker.type("503");
      await checker.press("Explain");
      await checker.says(/things can say that; your shop's address shows which/);
      await checker.click("#which");
      await checker.typeOn("shop.example.com");
      await checker.click(".which button");
      assert.equal((await checker.outcome()).cause, "plain-permalinks");
      assert.equal(await checker.field(), "shop.example.com");
    });

    test(`${name}: what may not be copied is shown, selected`, async () => {
      await checker.open();
      await checker.type("503");
      await checker.press("Explain");
      await checker.says(/Copy this answer/);
      await checker.evaluate(`navigator.clipboard.writeText = () => Promise.reject(new Error("no"));`);
      await checker.press("Copy this answer");
      await checker.says(/did not allow copying/);
      assert.match(await checker.evaluate(`const shown = document.querySelector(".by-hand"); return shown.value.slice(shown.selectionStart, shown.selectionEnd);`), /503/);
    });

    test(`${name}: text that is no address gets a plain answer`, async () => {
      await paste("http://[::1", "Check this shop");
      await checker.says(/not an address/);
    });
  });
}
