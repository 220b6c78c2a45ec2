// The bookmark as a person keeps and clicks it.

import { until } from "./popup.mjs";

const OPEN_MS = 10_000;

/**
 * The address behind the link that the site offers for the bookmarks bar.
 * @param {import("./chromium.mjs").Browser} browser
 * @param {string} checker
 */
export async function bookmarkOf(browser, checker) {
  const page = await browser.visit(checker);
  await page.locator("a.mark[href]").waitFor();
  const href = await page.locator("a.mark").getAttribute("href");
  await page.close();
  return href ?? "";
}

/** The script in a bookmark, as a person pastes it into the console. */
export const scriptOf = (bookmark) => decodeURIComponent(bookmark.replace(/^javascript:/, ""));

/**
 * Clicks the bookmark on a page; gives the checker's window, or nothing where none opens.
 * @param {import("playwright-core").Page} page
 * @param {string} bookmark
 */
export async function click(page, bookmark, patience = OPEN_MS) {
  const opened = page.context().waitForEvent("page", { timeout: patience }).catch(() => undefined);
  await page.evaluate((address) => void (location.href = address), bookmark);
  return opened;
}

/** Pastes the bookmark's script into the page's console, which no Content-Security-Policy forbids. */
export async function paste(page, bookmark, patience = OPEN_MS) {
  const opened = page.context().waitForEvent("page", { timeout: patience }).catch(() => undefined);
  const session = await page.context().newCDPSession(page);
  await session.send("Runtime.evaluate", { expression: scriptOf(bookmark), userGesture: true });
  return opened;
}

/**
 * What the checker says in the end: a report as it is copied for support, or why there is none.
 * @param {import("playwright-core").Page} checker
 */
export async function outcome(checker) {
  const copy = checker.getByRole("button", { name: "Copy for support" });
  const failed = checker.locator(".note[role=alert]");
  await copy.or(failed).first().waitFor({ timeout: 40_000 });
  if ((await failed.count()) > 0) return { failed: await failed.innerText() };
  const { origin } = new URL(checker.url());
  // A file has none.
  await checker.context().grantPermissions(["clipboard-read", "clipboard-write"], origin === "null" ? {} : { origin });
  await checker.evaluate(() => navigator.clipboard.writeText(""));
  await copy.click();
  const report = await until(OPEN_MS, "nothing was copied", () => checker.evaluate(() => navigator.clipboard.readText()));
  return {
    report,
    cause: /^## .* \(`([a-z-]+)`\)$/m.exec(report)?.[1],
    /** Whether the verdict's sign says that the question is open. */
    unsure: (await checker.locator("h2.verdict .sign.unsure").count()) > 0,
    /** Everything that it says, what is folded too. */
    text: (await checker.locator("#app main").textContent()) ?? "",
  };
}

/**
 * The page of a shop that the person has open. Where the shop shows nobody a page any more, they have it open from before.
 * @param {import("playwright-core").Page} page
 * @param {string} url
 * @param {string} html
 */
export async function shopPage(page, url, html) {
  // The browser's own error page takes the place of what it cannot show, a moment later.
  const shown = () => page.evaluate(() => document.readyState === "complete" && location.protocol).catch(() => undefined);
  const protocol = await until(OPEN_MS, `${url} does not load`, shown);
  if (protocol.startsWith("http") && (await shown())?.startsWith("http")) return page;
  await page.route("**/*", (route) => {
    if (route.request().isNavigationRequest()) return route.fulfill({ contentType: "text/html", body: html });
    // Without its pictures and scripts: a shop with a password would ask for it once more.
    return route.request().resourceType() === "fetch" ? route.continue() : route.abort();
  });
  await page.goto(url);
  return page;
}
