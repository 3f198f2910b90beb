/** When, on this device's clock, each answer of the server came. */
const arrivals = new Map<number, number>();

/**
 * How long ago an answer came that the server made at `nowMs`, in milliseconds, by this device's clock, which goes on while
 * the device sleeps and need not be right. It counts from the first question about it: the framework keeps pages left a
 * moment ago, and shows them again as if they were new.
 */
export function pageAgeMs(nowMs: number): number {
  const arrivedAt = arrivals.get(nowMs) ?? Date.now();
  arrivals.set(nowMs, arrivedAt);
  return Math.max(0, Date.now() - arrivedAt);
}

/** Whether this device shows the page from its copy, which may have been made long before it came. */
export function isKeptCopy(): boolean {
  return document.documentElement.dataset.kept !== undefined;
}

/** The time now, in milliseconds: the server's on a page that it made at `nowMs`, the device's on a copy. */
export function currentMs(nowMs: number): number {
  return isKeptCopy() ? Date.now() : nowMs + pageAgeMs(nowMs);
}
