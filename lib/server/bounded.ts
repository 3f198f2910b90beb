import 'server-only';

/** What a page waits for fresh news of something it could also show as last known. */
export const NEWS_WAIT_MS = 1_500;

/**
 * The result if it comes in time, else null. The work goes on either way and may still store what it learns. A failure
 * counts as no result and is told to `onError`.
 */
export async function within<T>(work: Promise<T>, ms: number, onError: (error: unknown) => void): Promise<T | null> {
  const quiet = work.catch((error: unknown) => {
    onError(error);
    return null;
  });
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), ms);
  });
  try {
    return await Promise.race([quiet, limit]);
  } finally {
    clearTimeout(timer);
  }
}

/** Runs `work` over the items, at most `width` at a time; results come in the items' order. */
export async function inParallel<Item, Result>(
  items: readonly Item[],
  width: number,
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  let next = 0;
  const worker = async () => {
    for (let index = next++; index < items.length; index = next++) {
      const item = items[index];
      if (item !== undefined) results[index] = await work(item);
    }
  };
  await Promise.all(Array.from({ length: Math.min(width, items.length) }, worker));
  return results;
}
