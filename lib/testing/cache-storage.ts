/** Cache Storage in memory, as far as the worker uses it: keys are addresses, and a body can be read again and again. */
export function memoryCaches(origin: string): CacheStorage {
  const stores = new Map<string, Map<string, Response>>();
  const addressOf = (key: RequestInfo | URL) => new URL(key instanceof Request ? key.url : key, origin).href;
  const cacheOf = (entries: Map<string, Response>) => ({
    match: async (key: RequestInfo | URL) => entries.get(addressOf(key))?.clone(),
    matchAll: async () => [...entries.values()].map((response) => response.clone()),
    put: async (key: RequestInfo | URL, response: Response) => void entries.set(addressOf(key), response),
    delete: async (key: RequestInfo | URL) => entries.delete(addressOf(key)),
    keys: async () => [...entries.keys()].map((url) => new Request(url)),
    add: unused,
    addAll: unused,
  });
  return {
    has: async (name) => stores.has(name),
    delete: async (name) => stores.delete(name),
    keys: async () => [...stores.keys()],
    match: unused,
    open: async (name) => {
      const entries = stores.get(name) ?? new Map<string, Response>();
      stores.set(name, entries);
      return cacheOf(entries);
    },
  };
}

function unused(): never {
  throw new Error('The worker does not use this.');
}
