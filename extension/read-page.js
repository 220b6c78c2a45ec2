// Runs once in the tab that the person has open, and returns what they see: the value of the last expression is what the
// extension gets.

(async () => {
  // A page that is still arriving gets a moment; one that never ends is read as far as it came.
  const PATIENCE_MS = 3000;
  // probe::limits::PAGE_BYTES; the brain counts bytes, and characters are at most as many.
  const PAGE_CHARACTERS = 8 * 1024 * 1024;
  if (document.readyState === "loading") {
    await new Promise((done) => {
      document.addEventListener("DOMContentLoaded", done, { once: true });
      setTimeout(done, PATIENCE_MS);
    });
  }
  return {
    url: document.URL,
    html: (document.documentElement?.outerHTML ?? "").slice(0, PAGE_CHARACTERS),
    // Chromium says 0 where it does not know, Firefox may not say anything.
    status: performance.getEntriesByType("navigation")[0]?.responseStatus ?? 0,
  };
})();
