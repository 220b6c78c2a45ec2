// The site's service worker: after the first visit the site opens without a network. `cargo xtask build` fills in the two
// lines below. It answers for the site's own files alone; requests to shops pass it by.

/** What the files' contents come to: another build is another cache. */
const VERSION = "";

/** @type {string[]} Every file of the site, relative to its folder. */
const FILES = [];

const PREFIX = "callback-doctor-";
const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const folder = new URL("./", worker.location.href);
/** Other folders of the same host may hold another copy; a cache belongs to its folder. */
const OURS = `${PREFIX}${folder.pathname}-`;
const CACHE = OURS + VERSION;

worker.addEventListener("install", (event) => {
  // Past the browser's own cache, which may still hold the version before. The new version waits until no page of the
  // old one is open, so that the parts of a page are always of one build.
  const requests = FILES.map((file) => new Request(new URL(file, folder), { cache: "no-cache" }));
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(requests)));
});

worker.addEventListener("activate", (event) => {
  event.waitUntil(tidy());
});

worker.addEventListener("fetch", (event) => {
  const name = nameOf(event.request);
  if (name !== undefined) event.respondWith(answer(event.request, name));
});

/** Removes the caches of this folder's older versions. */
async function tidy() {
  const old = (await caches.keys()).filter((name) => name.startsWith(OURS) && name !== CACHE);
  await Promise.all(old.map((name) => caches.delete(name)));
}

/**
 * Which of the site's files is asked for; none where it is anything else.
 * @param {Request} request
 */
function nameOf({ method, url }) {
  const { origin, pathname } = new URL(url);
  if (method !== "GET" || origin !== folder.origin || !pathname.startsWith(folder.pathname)) return undefined;
  const name = pathname.slice(folder.pathname.length) || "index.html";
  return FILES.includes(name) ? name : undefined;
}

/**
 * The file as it was kept; from the network where the browser has thrown it away.
 * @param {Request} request
 * @param {string} name
 */
async function answer(request, name) {
  const cache = await caches.open(CACHE);
  return (await cache.match(new URL(name, folder))) ?? fetch(request);
}
