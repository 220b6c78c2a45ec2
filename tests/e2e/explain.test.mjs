// An answer that someone already has: put into the one field, or on the extension's page, and explained without any request.

import assert from "node:assert/strict";
import { writeFileSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, afterEach, before, test } from "node:test";

import { DIST, launch } from "./lib/chromium.mjs";
import { site } from "./lib/servers.mjs";

/** @type {import("./lib/chromium.mjs").Browser} */
let browser;
let checker;

before(async () => {
  checker = await site(join(DIST, "site"));
  browser = await launch();
});

after(async () => {
  await browser?.close();
  checker?.stop();
});

afterEach(() => browser.tidy());

const CHALLENGE = "<!doctype html><title>Just a moment...</title>";
const HEADERS = ["server: cloudflare", "cf-mitigated: challenge", "cf-ray: 8f0000000000aaaa-ARN", "content-type: text/html"];
const RAW = ["HTTP/1.1 403 Forbidden", ...HEADERS, "", CHALLENGE];

/** A HAR file in which everything secret says so. */
function har(...answers) {
  const secret = [{ name: "Cookie", value: "wordpress_logged_in=SECRET" }, { name: "Authorization", value: "Basic SECRET" }, { name: "X-WP-Nonce", value: "SECRET" }];
  const entries = answers.map(([path, status, headers, text]) => ({
    request: {
      method: "POST",
      url: `https://shop.example.com${path}`,
      headers: secret,
      cookies: [{ name: "wordpress_logged_in", value: "SECRET" }],
      postData: { text: "SECRET" },
    },
    response: {
      status,
      headers: [...headers, { name: "Set-Cookie", value: "PHPSESSID=SECRET; path=/" }],
      cookies: [{ name: "PHPSESSID", value: "SECRET" }],
      content: { mimeType: "text/html", text },
    },
  }));
  return JSON.stringify({ log: { version: "1.2", creator: { name: "WebInspector", version: "1" }, pages: [], entries } });
}

const CHALLENGED = [
  "/wc-api/KCO_WC_Push/?klarna_order_id=SECRET",
  403,
  HEADERS.map((line) => ({ name: line.split(": ")[0], value: line.split(": ")[1] })),
  CHALLENGE,
];

/** Name, what is put in, what the field must say, what must be said of it. */
const FORMS = [
  ["a raw response with LF", RAW.join("\n"), /An answer/, ["Cloudflare", "yes, the call was refused", "403"]],
  ["a raw response with CRLF", RAW.join("\r\n"), /An answer/, ["Cloudflare", "403"]],
  ["HTTP/2 with pseudo-headers", [":status: 403", ...HEADERS, "", CHALLENGE].join("\n"), /An answer/, ["Cloudflare", "403"]],
  ["a response without a status line", [...HEADERS, "", CHALLENGE].join("\n"), /An answer/, ["Cloudflare", "no status"]],
  [
    "a network panel's copy",
    "Request URL:\nhttps://shop.example.com/wc-api/KCO_WC_Push/\nRequest Method:\nPOST\nStatus Code:\n403 Forbidden\nRemote Address:\n192.0.2.1:443\nserver:\ncloudflare\ncf-mitigated:\nchallenge",
    /An answer/,
    ["Cloudflare", "POST https://shop.example.com/wc-api/KCO_WC_Push/"],
  ],
  [
    "a network panel's copy without colons",
    "General\n\nRequest URL\nhttps://shop.example.com/wc-api/KCO_WC_Push/\nRequest Method\nPOST\nStatus Code\n403 Forbidden\n\nResponse Headers\n\nserver\ncloudflare\ncf-mitigated\nchallenge\n\nRequest Headers\n\ncookie\nSECRET",
    /An answer/,
    ["Cloudflare", "POST https://shop.example.com/wc-api/KCO_WC_Push/", "the provider send the callback again"],
  ],
  [
    "a verbose curl",
    [
      "*   Trying 192.0.2.1:443...", "* Connected to shop.example.com", "> POST /wc-api/KCO_WC_Push/ HTTP/2", "> Host: shop.example.com",
      "> Authorization: Basic SECRET", "> ", "< HTTP/2 403 ", ...HEADERS.map((line) => `< ${line}`), "< ", CHALLENGE,
      "* Connection #0 to host shop.example.com left intact",
    ].join("\n"),
    /An answer/,
    ["Cloudflare", "403"],
  ],
  [
    "curl -i with several hops",
    ["HTTP/1.1 301 Moved Permanently", "Location: https://www.shop.example.com/wc-api/KCO_WC_Push/", "", ...RAW].join("\r\n"),
    /An answer/,
    ["301", "Many providers do not follow", "Other answers in it", "403"],
  ],
  ["a pasted HAR file", har(["/", 200, [], "<p>SECRET"], CHALLENGED), /network export/, ["Cloudflare", "POST https://shop.example.com/wc-api/KCO_WC_Push/"]],
  [
    "a portal's JSON",
    JSON.stringify({ event: { callback_url: "https://shop.example.com/wc-api/KCO_WC_Push/", response: { http_status: 503, headers: { "Retry-After": "600" }, body: "<title>Maintenance</title>" } } }, null, 2),
    /JSON/,
    ["503", "https://shop.example.com/wc-api/KCO_WC_Push/"],
  ],
  ["a number", "503", /A status/, ["503", "this answer does not tell", "Likely causes", "What would settle it"]],
  ["a status and its phrase", "503 Service Unavailable", /A status/, ["503", "Likely causes"]],
  ["a line of a log", "Read timed out", /A status/, ["no status", "Likely causes"]],
  ["WooCommerce's own answer", "HTTP/1.1 200 OK\n\n-1", /An answer/, ["WooCommerce", "200"]],
  [
    "a retired address",
    "Request URL: https://shop.example.com/wc-api/KCO_WC_Notification\nRequest Method: POST\nStatus Code: 400\ncontent-length: 2\n\n-1",
    /An answer/,
    ["This address is retired", "that is normal"],
  ],
  ["the page of a firewall alone", CHALLENGE + '<script src="/cdn-cgi/challenge-platform/h/b/orchestrate/chl_page/v1"></script>', /page's source/, ["Cloudflare"]],
];

/** What cannot be read, and what must be said of it. */
const UNREADABLE = [
  ["a sentence", "The order is still pending.", "neither a shop address nor an error number"],
  ["cut JSON", '{"log": {"entries": [{"request": {"url": "https://', "A part of this is missing"],
  ["a HAR file without a callback", har(["/checkout/", 200, [], ""]), "None of the requests in this file (1)"],
];

/** Opens a page with the field and records every request that it sends from then on. */
async function open(url) {
  const page = await browser.visit(url);
  page.on("pageerror", (error) => assert.fail(`the page broke: ${error}`));
  await page.waitForLoadState("load");
  await page.locator("textarea").waitFor();
  await page.locator("#app:not([data-ready]) button.primary:enabled").waitFor();
  const sent = [];
  page.on("request", (request) => sent.push(`${request.method()} ${request.url()}`));
  /** Everything but its own parts, which come from where the page came from. */
  const strange = () => sent.filter((line) => !["agent.js", "brain.js", "brain_bg.wasm", "reader.js", "reader_bg.wasm"].some((own) => line === `GET ${new URL(own, url)}`));
  return { page, strange };
}

async function explain(page, text) {
  await page.locator("textarea").fill(text);
  await page.getByRole("button", { name: "Explain" }).click();
}

/** The explanation as a person reads it. */
async function explained(page) {
  await page.locator(".explained").waitFor();
  return page.locator(".explained").innerText();
}

function assertSays(said, wanted) {
  for (const text of wanted) assert.ok(said.includes(text), `"${text}" is missing in: ${said}`);
}

async function assertNoSecret(page) {
  const shown = await page.locator("#app article, #app .note").evaluateAll((parts) => parts.map((part) => part.outerHTML).join(""));
  assert.doesNotMatch(shown, /SECRET/, "a secret is on the page");
}

for (const [name, text, seen, wanted] of FORMS) {
  test(`on the site: ${name}`, async () => {
    const { page, strange } = await open(checker.url);
    await page.locator("textarea").fill(text);
    assert.match(await page.locator("#seen").innerText(), seen, "the field does not say what it recognised");
    await page.locator("button.primary").click();
    assertSays(await explained(page), wanted);
    await assertNoSecret(page);
    assert.deepEqual(strange(), [], "requests were sent");
  });
}

for (const [name, text, sentence] of UNREADABLE) {
  test(`on the site, unreadable: ${name}`, async () => {
    const { page, strange } = await open(checker.url);
    await page.locator("textarea").fill(text);
    await page.locator("button.primary").click();
    await page.getByText(sentence).waitFor();
    assert.equal(await page.locator("textarea").inputValue(), text, "what was typed is gone");
    await assertNoSecret(page);
    assert.deepEqual(strange(), [], "requests were sent");
  });
}

/** A file of this content, as a person has it. */
function file(name, content) {
  const path = join(mkdtempSync(join(tmpdir(), "callback-doctor-file-")), name);
  writeFileSync(path, content);
  return path;
}

test("a HAR file dropped on the site, larger than a page may be", async () => {
  const { page, strange } = await open(checker.url);
  const large = har(["/", 200, [], "x".repeat(9 * 1024 * 1024)], CHALLENGED);
  const drop = await page.evaluateHandle((text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], "shop.example.com.har"));
    return data;
  }, large);
  await page.locator(".drop").dispatchEvent("drop", { dataTransfer: drop });
  await page.getByText("shop.example.com.har: A network export").waitFor();
  await page.locator("button.primary").click();
  assertSays(await explained(page), ["Cloudflare", "403"]);
  await assertNoSecret(page);
  assert.deepEqual(strange(), [], "requests were sent");
});

test("a binary file gets a clear sentence, and the next answer is explained", async () => {
  const { page, strange } = await open(checker.url);
  const bytes = Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0xff, 0xfe, 0x3c, 0, 1, 2]);
  await page.locator("input[type=file]").setInputFiles(file("export.har", bytes));
  await page.getByText("export.har:").waitFor();
  await page.locator("button.primary").click();
  await page.getByText("This is not text that can be read").waitFor();
  await page.getByRole("button", { name: "Remove the files" }).click();
  await explain(page, "503");
  assertSays(await explained(page), ["503"]);
  assert.equal(await page.getByText("This is not text that can be read").count(), 0, "the old sentence stays");
  assert.deepEqual(strange(), [], "requests were sent");
});

test("of several callbacks in a HAR file the one that failed is shown whole", async () => {
  const { page } = await open(checker.url);
  await explain(page, har(CHALLENGED, ["/wc-api/KCO_WC_Push/", 200, [], "-1"]));
  const said = await explained(page);
  assert.match(said.split("Other answers in it")[0], /Cloudflare/);
  assert.match(said.split("Other answers in it")[1], /200/);
});

test("an explanation gives way to the next one, and nothing is loaded for it", async () => {
  const { page, strange } = await open(checker.url);
  await explain(page, RAW.join("\n"));
  assertSays(await explained(page), ["Cloudflare"]);
  let late = 0;
  page.on("request", () => late++);
  await explain(page, "HTTP/1.1 200 OK\n\n-1");
  await page.locator(".explained").getByText("200", { exact: true }).waitFor();
  assert.doesNotMatch(await explained(page), /Cloudflare/);
  assert.equal(late, 0);
  assert.deepEqual(strange(), []);
});

test("in the extension: the same screen, reached from the report page", async () => {
  const report = await browser.visit(`chrome-extension://${browser.id}/report.html?shop=https%3A%2F%2Fshop.example.com`);
  await report.locator("#app:not([data-ready]) button.primary:enabled").waitFor();
  await report.getByText("Settings").click();
  const opened = browser.context.waitForEvent("page");
  await report.getByRole("link", { name: "Explain an answer" }).click();
  const url = (await opened).url();
  assert.match(url, /explain\.html$/);
  const { page, strange } = await open(url);
  for (const [name, text, , wanted] of FORMS.filter(([name]) => !/alone/.test(name))) {
    await explain(page, text);
    await page.locator(".explained").getByText(wanted[0]).first().waitFor();
    assertSays(await explained(page), wanted);
    await assertNoSecret(page).catch((error) => assert.fail(`${name}: ${error.message}`));
  }
  await explain(page, "https://shop.example.com/");
  await page.getByText("not an answer that could be read").waitFor();
  assert.deepEqual(strange(), [], "requests were sent");
});
