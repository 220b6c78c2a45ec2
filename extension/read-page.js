// Runs once in the tab that the person has open, and returns what they see. The value of the last expression is what the
// extension gets; characters beyond 8 Mi are not read (probe::limits::PAGE_BYTES).

({
  url: document.URL,
  html: (document.documentElement?.outerHTML ?? "").slice(0, 8 * 1024 * 1024),
  status: performance.getEntriesByType("navigation")[0]?.responseStatus ?? 0,
});
