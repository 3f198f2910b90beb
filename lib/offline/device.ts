/** What the worker works with; a test brings its own. */
export type Device = {
  caches: CacheStorage;
  fetch(request: Request | string, init?: RequestInit): Promise<Response>;
  /** By this device's clock, in milliseconds. */
  nowMs(): number;
  /** False while the device knows that it has no network; true says nothing. */
  isOnline(): boolean;
  /** The build that this worker came with. */
  build: string;
  /** Runs work that reads and writes the record one after another. */
  inTurn<T>(work: () => Promise<T>): Promise<T>;
  /** Rises with every erasing: what began before one must not write after it. */
  erasings: number;
  /** The page that it led to without an answer from the network, and when; null when it led nowhere since. */
  led: { path: string; atMs: number } | null;
  /** When something was last done here that copies made before do not know of; 0 for never, as far as this worker knows. */
  doubtedAtMs: number;
  /** Whether somebody left whom the server may still take to be there; null until this was looked up. */
  hasLeft: boolean | null;
};

/** One piece of work at a time, in the order in which they came; one that fails holds up none after it. */
export function createTurns(): Device['inTurn'] {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  };
}
