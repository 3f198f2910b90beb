/** A fast machine does in 8 ms what a slow phone does in 40: no key press waits longer than that. */
const SLICE_MS = 8;

/** Does `work` for every item, and lets everything else on this thread have a turn every few milliseconds. */
export async function inSlices<T>(items: Iterable<T>, work: (item: T) => void): Promise<void> {
  let untilMs = performance.now() + SLICE_MS;
  for (const item of items) {
    work(item);
    if (performance.now() < untilMs) continue;
    await new Promise<void>((resolve) => setTimeout(resolve, 0));
    untilMs = performance.now() + SLICE_MS;
  }
}
