// The in-page hand. As a bookmark it runs in the shop's own page and loads nothing: it hands the page to the checker's
// window and sends what that asks for: empty requests to this page's own origin, without cookies, that fit the rules below.
// Anything else it refuses, and says why. A new shape of its messages or other rules are a new version: the checker has the
// bookmark renewed.

/**
 * @typedef {{ id: number, method: string, url: string }} Question
 * @typedef {{ status: number, headers: [string, string][], body: ArrayBuffer, end: string }} Response
 * @typedef {{ id: number, ms: number, response?: Response, redirect?: true, silent?: "timeout" | "unknown", refused?: string }} Answer
 * @typedef {{ ask?: string, blocked: string, cut_off: string, close: string }} Words
 */

(/** @type {string} */ checker, /** @type {Words} */ words) => {
  "use strict";
  // Both are written in by the build (diagnosis::forms). Of each method what may be asked for, with "~" between: "!" and a
  // handler of wc-api, "*" and a route of REST, or the end of an address.
  const VERSION = 0;
  /** @type {Record<string, string>} */
  const RULES = {};
  // probe::limits: requests in all, at a time, milliseconds each, bytes of a body, of a REST index, of a page.
  const [PROBES, IN_FLIGHT, TIMEOUT_MS] = [8, 2, 12000];
  const [BODY_BYTES, REST_INDEX_BYTES, PAGE_CHARACTERS] = [2 ** 16, 2 ** 21, 2 ** 23];
  // A checker that is silent for so long cannot reach this page. So long a person may choose another payment plugin.
  const [SILENCE_MS, LIFE_MS] = [45000, 300000];

  // The folder of the shop, a language, index.php or REST's own name may stand before a form, but no way in of WordPress
  // and, encoded, no letter.
  const FOLDER = /^\/((?!(wc-api|wp-(json|admin|content|includes)|(?!index\.)[^/]*\.php)\/)([\w.~-]|%[89A-F][\dA-F])+\/){0,4}$/i;

  const end = new AbortController();
  const { signal } = end;
  const nonce = crypto.getRandomValues(new Uint32Array(4)).join("-");
  // A checker in a file has no address here and no origin.
  const origin = checker ? new URL(checker).origin : "null";
  let [sent, underWay, watch] = [0, 0, 0];
  /** @type {MessagePort | undefined} */
  let port;

  addEventListener("message", greet, { signal });
  // No page can open a file, so a checker in one has opened this page. Others may have, so the person is asked.
  const theirs = checker ? open(`${checker}#in-page=${nonce}`) : opener;
  if (!theirs) return say(words.blocked);
  if (!checker && !confirm(words.ask)) return close();
  if (!checker) theirs.postMessage({ callbackDoctor: "hello", version: VERSION, nonce }, "*");
  const begun = Date.now();
  watch = setInterval(() => {
    const age = Date.now() - begun;
    // Closed before it spoke: by a Cross-Origin-Opener-Policy, or a person.
    if (!port && (theirs.closed || age > SILENCE_MS)) say(words.cut_off);
    else if (theirs.closed || age > LIFE_MS) close();
  }, 500);

  /** The checker is ready: it gets the page, and a channel that nobody else can talk into. */
  function greet(/** @type {MessageEvent} */ { source, origin: from, data }) {
    if (port || source !== theirs || from !== origin || data?.callbackDoctor !== "ready" || data.nonce !== nonce) return;
    const channel = new MessageChannel();
    port = channel.port1;
    port.onmessage = ({ data }) => (data === "end" ? close() : void answer(data));
    // No script of this page shall send the checker elsewhere.
    if (!checker) opener = null;
    const page = {
      url: location.origin + location.pathname,
      html: (document.documentElement?.outerHTML ?? "").slice(0, PAGE_CHARACTERS),
      // 0 or nothing where it is not known.
      status: performance.getEntriesByType("navigation")[0]?.responseStatus ?? 0,
    };
    theirs.postMessage({ callbackDoctor: "page", version: VERSION, nonce, page }, checker ? origin : "*", [channel.port2]);
  }

  async function answer(/** @type {Question} */ question) {
    const id = Number(question?.id);
    const refused = refusal(question);
    if (refused) return port?.postMessage({ id, ms: 0, refused });
    sent += 1;
    underWay += 1;
    const start = performance.now();
    const seen = await send(question);
    underWay -= 1;
    port?.postMessage({ id, ms: Math.round(performance.now() - start), ...seen });
  }

  /** Why a question is not sent, in words; nothing where it is one of the checker's. */
  function refusal(/** @type {Question} */ question) {
    const { method, url } = question ?? {};
    if (typeof url !== "string" || !url.startsWith(location.origin + "/")) return "A page may only ask its own shop.";
    const path = url.slice(location.origin.length);
    const bare = path.includes("?") ? path : path.replace(/\/$/, "");
    const known = ends(method).some((end) => bare.endsWith(end) && FOLDER.test(bare.slice(0, -end.length)));
    // What the browser makes of the address must be what was looked at.
    if (!known || new URL(url).href !== url) return "This is no request of a check.";
    if (sent >= PROBES) return `A check sends at most ${PROBES} requests.`;
    if (underWay >= IN_FLIGHT) return `A check sends at most ${IN_FLIGHT} requests at a time.`;
  }

  /** The ends of the addresses that a method may ask for: each name in all of its forms, as it is written. */
  function ends(/** @type {string} */ method) {
    const rules = Object.hasOwn(RULES, method) ? RULES[method].split("~") : [];
    return rules.flatMap((rule) => {
      const name = rule.slice(1);
      if (rule[0] === "!") return [`wc-api/${name}`, `?wc-api=${name}`];
      // REST under another name is one more folder.
      return rule[0] === "*" ? [`wp-json/${name}`, name, `?rest_route=/${name}`] : rule;
    });
  }

  /**
   * Sends it: no cookie, no body, no cache, no redirect followed.
   * @returns {Promise<Partial<Answer>>}
   */
  async function send(/** @type {Question} */ { method, url }) {
    const late = AbortSignal.timeout(TIMEOUT_MS);
    let forbidden = false;
    // The page's own Content-Security-Policy may not let it ask its own shop.
    const policy = () => (forbidden = true);
    document.addEventListener("securitypolicyviolation", policy, { signal });
    try {
      const response = await fetch(url, {
        method,
        headers: { Accept: "*/*" },
        credentials: "omit",
        redirect: "manual",
        cache: "no-store",
        referrerPolicy: "no-referrer",
        signal: AbortSignal.any([signal, late]),
      });
      if (response.type === "opaqueredirect") return { redirect: true };
      const limit = /wp-json|rest_route/.test(url) ? REST_INDEX_BYTES : BODY_BYTES;
      return { response: { status: response.status, headers: [...response.headers], ...(await read(response, limit)) } };
    } catch {
      // The event comes later.
      await new Promise((done) => setTimeout(done, 50));
      if (forbidden) return { refused: "The page's Content-Security-Policy forbids it to ask its own shop." };
      return { silent: late.aborted ? "timeout" : "unknown" };
    } finally {
      document.removeEventListener("securitypolicyviolation", policy);
    }
  }

  /** The first `limit` bytes of a body, and how it ended. */
  async function read(/** @type {globalThis.Response} */ response, /** @type {number} */ limit) {
    const bytes = new Uint8Array(limit);
    const reader = response.body?.getReader();
    let length = 0;
    let end = "";
    while (reader && !end) {
      const { value, done } = await reader.read().catch(() => ({ value: undefined, done: false }));
      if (done) break;
      const part = value?.subarray(0, limit - length) ?? [];
      bytes.set(part, length);
      length += part.length;
      end = !value ? "broken" : part.length < value.length ? "cut" : "";
    }
    if (end) reader?.cancel().catch(() => {});
    return { body: bytes.slice(0, length).buffer, end };
  }

  /** Ends, and tells the person in the page what to do. */
  function say(/** @type {string} */ text) {
    close();
    const place = document.createElement("div");
    const note = document.createElement("dialog");
    const button = document.createElement("button");
    note.textContent = text;
    note.style.cssText = "max-width: 416px; padding: 24px; font: 16px/1.5 system-ui; color: #1b1f23; background: #fff; border: 1px solid #79828a; border-radius: 8px";
    button.textContent = words.close;
    button.style.cssText = "display: block; margin-top: 16px; font: inherit";
    button.onclick = note.onclose = () => place.remove();
    note.append(button);
    place.attachShadow({ mode: "open" }).append(note);
    document.documentElement.append(place);
    note.showModal();
  }

  function close() {
    clearInterval(watch);
    port?.close();
    end.abort();
  }
};
