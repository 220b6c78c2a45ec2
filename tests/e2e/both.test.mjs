// What must hold in Chromium and in Firefox alike: what goes over the wire, manners, stopping, sleep, a restart, and the
// permission.

import assert from "node:assert/strict";
import { after, afterEach, before, describe, test } from "node:test";

import { toShop } from "./lib/chromium.mjs";
import { BROWSERS, FIREFOX } from "./lib/either.mjs";
import { assertHarmless, probes } from "./lib/manners.mjs";
import { until } from "./lib/popup.mjs";
import { NO_CORPUS, SHOP, demoShop, expected, freePorts, home, pageServer, rawServer, recordedShop, recordedSituations } from "./lib/servers.mjs";

const HTTP_SHOP = SHOP.replace("https", "http");

/** What HTTP itself asks for; everything else of a request is the caller's. */
const OF_HTTP = ["host", "connection", "content-length"];
/** Firefox sends it whatever a rule says. */
const PRIORITY = "priority";

const sleep = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

for (const { name, skip, start } of BROWSERS) {
  describe(name, { skip }, () => {
    /** @type {import("./lib/either.mjs").Extension} */
    let browser;
    let ports;
    let hosts;
    let shop;

    before(async () => {
      ports = await freePorts();
      hosts = toShop(ports);
      browser = await start(hosts);
    });

    after(() => browser?.close());

    afterEach(async () => {
      await shop?.stop();
      shop = undefined;
      await browser.forget();
    });

    test(`${name}: a probe as the provider carries nothing of a browser, and one as a browser no extension's address`, async () => {
      shop = await demoShop("baseline", ports);
      const { report } = await browser.check(SHOP);
      assert.equal(report.causes[0].id, "healthy");
      const sent = assertHarmless(shop.asked());
      const provider = sent.filter(({ headers }) => headers["user-agent"] === "APIs-Klarna");
      assert.equal(provider.length, report.probes.filter(({ caller }) => caller === "provider").length, "the report says otherwise");
      assert.ok(provider.length >= 2, "the callback and the control were not asked as the provider");
      for (const { method, url, headers } of provider) {
        assert.equal(method, "POST");
        const rest = Object.keys(headers).filter((header) => !OF_HTTP.includes(header) && header !== PRIORITY);
        assert.deepEqual(rest.sort(), ["accept", "user-agent"], `${url} carries ${JSON.stringify(headers)}`);
        assert.equal(headers.accept, "*/*");
        assert.equal(headers["content-length"], "0");
      }
      const browsers = sent.filter(({ headers }) => /^Mozilla/.test(headers["user-agent"]));
      assert.equal(browsers.length + provider.length, sent.length, "a request carried another User-Agent, or none");
      for (const { url, headers } of browsers) assert.doesNotMatch(headers.origin ?? "", /extension/, `${url} tells of the extension`);
      assert.ok(browsers.some(({ method }) => method === "POST"), "the callback was not asked as a browser");
      assert.deepEqual(await browser.rules(), [], "the rules were not taken off");
    });

    test(`${name}: each redirect is seen, with what becomes of the POST`, async () => {
      shop = await demoShop("trailing_slash_redirect", ports);
      const { report } = await browser.check(SHOP);
      const [cause] = report.causes;
      assert.equal(cause.id, "redirected");
      const endpoint = report.probes.find(({ purpose }) => purpose === "endpoint");
      assert.equal(endpoint.status, 301, "the redirect's status stayed hidden");
      assert.ok(endpoint.headers.some((header) => header.startsWith("location: ")), "its target stayed hidden");
      assert.match(cause.summary, /\bGET\b/, `the summary does not say that the POST becomes a GET: ${cause.summary}`);
      const hop = report.probes.find(({ purpose }) => purpose === "hop");
      assert.equal(hop?.method, "GET", "where the redirect leads was not asked as a client would");
      assertHarmless(shop.asked());
    });

    test(`${name}: the address behind the name is told`, async () => {
      shop = await demoShop("baseline", ports);
      const { report } = await browser.check(SHOP);
      assert.ok(report.probes.every(({ remote }) => remote === "127.0.0.1"), JSON.stringify(report.probes.map(({ remote }) => remote)));
    });

    test(`${name}: where nothing answers, the browser's own words are the proof`, async () => {
      const { report } = await browser.check(SHOP);
      assert.equal(report.causes[0].id, "unreachable");
      const words = report.causes[0].evidence.map(({ what }) => what).join(" ");
      assert.match(words, name === "Chromium" ? /net::ERR_CONNECTION_(REFUSED|RESET|CLOSED)/ : /NS_ERROR_|connection/, words);
    });

    test(`${name}: the requests of pages stay as they are while a check runs`, async () => {
      shop = await demoShop("nginx_slow", ports);
      // The first check brings the permission, where it was not there.
      await browser.check(SHOP);
      const kept = await browser.evaluate(`
        const { id } = await chrome.tabs.create({ url: "${SHOP}/", active: false });
        const there = ({ status, url }) => status === "complete" && url?.startsWith("${SHOP}");
        while (!there(await chrome.tabs.get(id))) await new Promise((done) => setTimeout(done, 50));
        const call = () => setInterval(() => fetch("/wc-api/page_of_the_shop/#callback-doctor-0-0-provider", { method: "POST" }), 300);
        await chrome.scripting.executeScript({ target: { tabId: id }, world: "MAIN", func: call });
        const look = () => chrome.storage.local.get(null).then(() => "read", () => "refused");
        return (await chrome.scripting.executeScript({ target: { tabId: id }, func: look }))[0].result;
      `);
      if (name === "Chromium") assert.equal(kept, "refused", "a script beside a page reads the kept reports");
      const before = shop.asked().length;
      await browser.press("Check again");
      await until(10_000, "the check did not begin", async () => (await browser.rules()).length === 2);
      const own = () => shop.asked().slice(before).filter(({ url }) => url.includes("page_of_the_shop"));
      await until(10_000, "the page sent nothing", async () => own().length > 1);
      await browser.finished(SHOP);
      for (const { headers } of own()) {
        assert.match(headers["user-agent"], /^Mozilla/, "a page's request was disguised");
        assert.equal(headers.origin, SHOP, "a page's request lost its origin");
        assert.equal(headers["sec-fetch-site"], "same-origin");
        assert.ok(headers["accept-language"], "a page's request lost its language");
      }
      await browser.evaluate(`for (const { id } of await chrome.tabs.query({ url: "${SHOP}/*" })) await chrome.tabs.remove(id);`);
    });

    test(`${name}: never more than two requests at a time, and eight in all`, async () => {
      shop = await demoShop("nginx_slow", ports);
      const { report } = await browser.check(SHOP);
      const sent = assertHarmless(shop.asked());
      assert.ok(sent.length <= 8 && sent.length >= 3, `${sent.length} requests`);
      // This shop answers after more than five seconds: whoever comes third within five was sent beside two others.
      for (let third = 2; third < sent.length; third++) {
        const apart = sent[third].at_ms - sent[third - 2].at_ms;
        assert.ok(apart > 4_500, `three requests within ${apart} ms`);
      }
      assert.equal(report.causes[0].id, "slow-answer");
    });

    for (const situation of ["nginx_limit_req_429", "maintenance", "cloudflare_challenge"]) {
      test(`${name}: an answer that asks for rest gets it: ${situation}`, async () => {
        shop = await demoShop(situation, ports);
        const { report } = await browser.check(SHOP);
        const sent = assertHarmless(shop.asked());
        // Two may have been under way when the answer came.
        assert.ok(sent.length <= 2, `went on after ${sent.map(({ method, url }) => `${method} ${url}`).join(", ")}`);
        assert.notEqual(report.verdict, "pass");
      });
    }

    test(`${name}: stopping ends it at once, keeps what was found, and takes the rules off`, async () => {
      shop = await demoShop("nginx_slow", ports);
      await browser.open(SHOP);
      await browser.press("Check this shop");
      await until(10_000, "no probe was sent", async () => probes(shop.asked()).length > 0);
      await browser.press("Stop");
      const run = await until(3_000, "it did not stop within three seconds", async () => {
        const run = await browser.run(SHOP);
        return run?.phase === "done" && run;
      });
      assert.ok(run.report.unsure.some(({ id }) => id === "cancelled"), "the report does not say that it was stopped");
      const sent = probes(shop.asked()).length;
      await sleep(1_000);
      assert.equal(probes(shop.asked()).length, sent, "requests were sent after the stop");
      assert.deepEqual(await browser.rules(), []);
    });

    test(`${name}: a page that is busy for ever does not hold the check, nor its end`, async () => {
      shop = await pageServer("<!doctype html><title>A shop</title><script>setTimeout(() => { for (;;); }, 500)</script>", ports.http);
      // Brings the permission, where it was not there.
      await browser.check(HTTP_SHOP);
      const tab = await browser.evaluate(`
        const { id } = await chrome.tabs.create({ url: "${HTTP_SHOP}/", active: false });
        while ((await chrome.tabs.get(id)).status !== "complete") await new Promise((done) => setTimeout(done, 50));
        await new Promise((done) => setTimeout(done, 1500));
        return id;
      `);
      const begin = () => browser.evaluate(`await chrome.runtime.sendMessage({ start: { url: "${HTTP_SHOP}/", tab: ${tab} } }).catch(() => {});`);
      const reading = () => until(3_000, "the check did not begin", async () => (await browser.run(HTTP_SHOP))?.phase === "reading-page");
      await begin();
      await reading();
      await browser.evaluate(`await chrome.runtime.sendMessage({ cancel: { shop: "${HTTP_SHOP}" } }).catch(() => {});`);
      await until(3_000, "it did not stop while the page was read", async () => (await browser.run(HTTP_SHOP))?.phase === "done");
      await begin();
      await reading();
      const { report } = await browser.finished(HTTP_SHOP);
      assert.ok(report.complete, "the page was waited for until the time was over");
      assert.ok(report.probes.length > 0);
      await browser.evaluate(`await chrome.tabs.remove(${tab});`);
    });

    test(`${name}: the page is read without leaving the shop's site`, async () => {
      const elsewhere = await rawServer(() => "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nno");
      for (const [location, followed] of [[`http://127.0.0.1:${elsewhere.port}/latest/meta-data/`, false], ["/shop/", true], ["/wc-api/KCO_WC_Push/?order=77", false]]) {
        const moved = `HTTP/1.1 302 Found\r\nLocation: ${location}\r\nContent-Length: 0\r\n\r\n`;
        const page = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 20\r\n\r\n<title>A shop</title>";
        shop = await rawServer((_method, path) => (path === "/" ? moved : page), ports.http);
        await browser.check(HTTP_SHOP);
        assert.equal(shop.asked().some(({ url }) => url === "/shop/"), followed, location);
        assert.ok(!shop.asked().some(({ url }) => url.includes("77")), "the redirect made it call");
        await shop.stop();
        await browser.forget();
      }
      assert.deepEqual(elsewhere.asked(), []);
      await elsewhere.stop();
      shop = undefined;
    });

    test(`${name}: half an answer, one that cannot be unpacked, one that leads nowhere and one that is no HTTP`, async () => {
      const answers = {
        "a length that is too long": "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 10\r\n\r\n-1",
        "a label that is wrong": "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\nContent-Length: 2\r\n\r\n-1",
        "a redirect that no browser follows": "HTTP/1.1 302 Found\r\nLocation: javascript:alert(1)\r\nContent-Length: 0\r\n\r\n",
        "no status": "HTTP/1.1 000 X\r\nContent-Length: 2\r\n\r\n-1",
      };
      for (const [kind, answer] of Object.entries(answers)) {
        const page = "HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\nContent-Length: 3\r\n\r\n<p>";
        shop = await rawServer((_method, path) => (path.includes("wc-api") ? answer : page), ports.http);
        const { report } = await browser.check(HTTP_SHOP);
        const endpoint = report.probes.find(({ purpose }) => purpose === "endpoint");
        assert.equal(endpoint.status ?? null, kind === "no status" ? null : Number(answer.slice(9, 12)), `${kind}: ${JSON.stringify(endpoint)}`);
        assert.doesNotMatch(endpoint.answer, /empty body/, kind);
        // That the shop's home is http is seen all the same.
        const certain = report.causes.filter(({ id, confidence }) => confidence === "certain" && id !== "http-home-url");
        if (endpoint.status === 200) assert.deepEqual(certain.map(({ id }) => id), [], kind);
        await shop.stop();
        await browser.forget();
      }
      shop = undefined;
    });

    test(`${name}: two checks of one shop do not overlap, and the newer one is made`, async () => {
      shop = await demoShop("nginx_slow", ports);
      await browser.open(SHOP);
      await browser.press("Check this shop");
      await until(10_000, "no probe was sent", async () => probes(shop.asked()).length > 0);
      const begin = (url) => browser.evaluate(`await chrome.runtime.sendMessage({ start: { url: "${url}", tab: null } }).catch(() => {});`);
      await begin(`${SHOP}/`);
      await sleep(500);
      assert.ok(probes(shop.asked()).length <= 2, "another check was begun beside the first");
      // As http it is the same shop, and another check.
      await begin(`${HTTP_SHOP}/`);
      const second = await browser.finished(HTTP_SHOP);
      assert.ok(second.report.complete, "the newer check was not made");
      const first = await browser.finished(SHOP);
      assert.ok(first.report.unsure.some(({ id }) => id === "cancelled"), "the older check does not say that it was stopped");
    });

    test(`${name}: a check survives the end of the background, and its rules do not`, async () => {
      shop = await demoShop("nginx_slow", ports);
      await browser.open(SHOP);
      await browser.press("Check this shop");
      await until(10_000, "no probe was sent", async () => probes(shop.asked()).length > 0);
      await browser.endBackground();
      const { report } = await browser.finished(SHOP);
      assert.equal(report.causes[0].id, "slow-answer");
      assert.deepEqual(await browser.rules(), [], "rules were left behind");
    });

    test(`${name}: a check that the browser's end interrupted is there after the next start`, async () => {
      shop = await demoShop("nginx_slow", ports);
      await browser.open(SHOP);
      await browser.press("Check this shop");
      await until(10_000, "no probe was sent", async () => probes(shop.asked()).length > 0);
      // Storage reaches the disk a moment later.
      await sleep(1_000);
      await browser.close(true);
      browser = await start(hosts, browser.profile);
      await browser.open(SHOP);
      const { report } = await browser.finished(SHOP);
      assert.equal(report.causes[0].id, "slow-answer");
    });

    test(`${name}: the permission is for this shop, is kept, and is taken back on request`, async (t) => {
      shop = await demoShop("plain", ports);
      const { report } = await browser.check(SHOP);
      assert.equal(report.causes[0].id, "plain-permalinks");
      const origins = async () => (await browser.evaluate("return chrome.permissions.getAll();")).origins.sort();
      if (name === "Chromium") return t.diagnostic("the test build has its hosts in the manifest; the browser's question is not asked");
      assert.deepEqual(await origins(), ["http://shop.example.com/*", "https://shop.example.com/*"]);
      await browser.evaluate(`document.querySelector(".settings").open = true;`);
      await browser.press("Remove access");
      await until(5_000, "the permission was not given back", async () => (await origins()).length === 0);
      await until(5_000, "the page still says that it holds", async () => !(await browser.evaluate("return document.body.innerText;")).includes("may read"));
      const before = shop.asked().length;
      await sleep(300);
      assert.equal(shop.asked().length, before);
    });

    test(`${name}: nothing is asked for at installation but what the shop does not notice`, async () => {
      const manifest = await browser.evaluate("return chrome.runtime.getManifest();");
      const allowed = ["activeTab", "scripting", "storage", "webRequest", "declarativeNetRequestWithHostAccess"];
      assert.deepEqual([...manifest.permissions].sort(), allowed.sort());
      assert.ok(!manifest.content_scripts, "scripts are put into pages that nobody asked about");
    });

    test(`${name}: another User-Agent is used where the person sets one, and a bad one is refused`, async () => {
      shop = await demoShop("baseline", ports);
      await browser.open(SHOP);
      await until(3_000, "the report page has no field for it", () => browser.evaluate(`return Boolean(document.querySelector(".agent button:enabled"));`));
      await browser.evaluate(`document.querySelector(".settings").open = true;`);
      const type = (agent) => browser.evaluate(`const field = document.querySelector("#agent"); field.value = ${JSON.stringify(agent)}; field.dispatchEvent(new InputEvent("input", { bubbles: true }));`);
      const typed = () => browser.evaluate(`return document.querySelector("#agent").value;`);
      await type("K\u00e4se");
      await browser.press("Save");
      await until(3_000, "a bad User-Agent was taken", async () => (await browser.evaluate("return document.body.innerText;")).includes("cannot be sent"));
      assert.equal(await typed(), "K\u00e4se", "the field forgot what was typed");
      await type("Kustom-Callback/7");
      await browser.press("Save");
      const key = `user-agent:${SHOP}`;
      await until(3_000, "the User-Agent was not kept", async () => (await browser.evaluate(`return (await chrome.storage.local.get("${key}"))["${key}"];`)) === "Kustom-Callback/7");
      assert.equal(await typed(), "Kustom-Callback/7", "the field forgot what was typed");
      await browser.press("Check this shop");
      await browser.finished(SHOP);
      assert.ok(shop.asked().some(({ headers }) => headers["user-agent"] === "Kustom-Callback/7"), "the User-Agent was not sent");
      assert.ok(!shop.asked().some(({ headers }) => headers["user-agent"] === "APIs-Klarna"));
      await until(3_000, "the report does not say as whom", async () => (await browser.evaluate("return document.body.innerText;")).includes("as Kustom-Callback/7"));
      await browser.open("https://www.shop.example.com");
      await until(3_000, "another shop has no field", () => browser.evaluate(`return Boolean(document.querySelector(".agent button:enabled"));`));
      assert.equal(await typed(), "", "another shop got this one's User-Agent");
    });
  });
}

// Chromium goes through all of them in recorded.test.mjs; here is every third.
describe("Firefox: recorded shops", { skip: FIREFOX.skip || NO_CORPUS }, () => {
  let browser;
  let ports;

  before(async () => {
    ports = await freePorts();
    browser = await FIREFOX.start({ ...toShop(ports), "127.0.0.1:80": ports.http });
  });

  after(() => browser?.close());

  for (const situation of recordedSituations().filter((_, index) => index % 3 === 0)) {
    test(`Firefox: a recorded shop: ${situation}`, async (t) => {
      const shop = await recordedShop(situation, ports);
      t.after(async () => {
        await shop.stop();
        await browser.forget();
      });
      const { report } = await browser.check(new URL(home(situation)).origin);
      const [cause] = report.causes;
      const right = expected(situation);
      assert.ok(right.cause.includes(cause.id), `the first cause is ${cause.id}, expected ${right.cause.join(" or ")}`);
      if (right.blocker) assert.ok(right.blocker.includes(cause.blocker ?? null), `the blocker is ${cause.blocker}, expected ${right.blocker.join(" or ")}`);
      assertHarmless(shop.asked());
    });
  }
});
