// What a diagnosis has to wait for.

/**
 * One request, in milliseconds of one clock.
 * @typedef {{ url: string, begun: number, ended: number }} Request
 */

/**
 * The time of the longest chain of requests that waited for each other: no request of it begins before the one before it
 * has ended, and no other such chain takes longer. Only the requests' own time counts, not what lies between them.
 * @param {Request[]} requests
 */
export function longestChain(requests) {
  const sorted = requests.toSorted((a, b) => a.begun - b.begun);
  /** The longest chain that ends with each request. */
  const sums = [];
  for (const [at, { begun, ended }] of sorted.entries()) {
    const before = sums.filter((_, earlier) => earlier < at && sorted[earlier].ended <= begun);
    sums.push(ended - begun + Math.max(0, ...before));
  }
  return Math.max(0, ...sums);
}
