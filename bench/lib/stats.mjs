const isNumber = (x) => x !== null && x !== undefined && !Number.isNaN(x);

/** The quantile `q`, 0 to 1, of the numbers among `values`; null if there is none. */
export function quantile(values, q) {
  const sorted = values.filter(isNumber).sort((a, b) => a - b);
  if (!sorted.length) return null;
  const place = (sorted.length - 1) * q;
  const below = Math.floor(place);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below] + (sorted[above] - sorted[below]) * (place - below);
}

export const median = (values) => quantile(values, 0.5);
