/** Runs `work` and answers with the longest time, in ms, for which nothing else had a turn meanwhile. */
export async function longestBlock<T>(work: () => Promise<T>): Promise<{ result: T; longestMs: number }> {
  let longestMs = 0;
  let lastMs = performance.now();
  let isOver = false;
  const look = () => {
    const nowMs = performance.now();
    longestMs = Math.max(longestMs, nowMs - lastMs);
    lastMs = nowMs;
    if (!isOver) setImmediate(look);
  };
  setImmediate(look);
  const result = await work();
  look();
  isOver = true;
  return { result, longestMs };
}
