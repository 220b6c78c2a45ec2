// The few figures that a measurement ends in, and how they are printed.

/**
 * The middle of some numbers; of an even count the mean of the two in the middle.
 * @param {number[]} numbers
 */
export function median(numbers) {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return (sorted[Math.ceil(middle) - 1] + sorted[Math.floor(middle)]) / 2;
}

/** Milliseconds in a column of nine. */
export function ms(value) {
  return (Number.isFinite(value) ? value.toFixed(0) : "–").padStart(9);
}
