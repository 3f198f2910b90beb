/**
 * Loaded before a server: whoever wants to wait 20 s or longer waits `BENCH_TIME_SPEED` times less. Shorter waits,
 * those for an answer or before another attempt, stay as they are.
 */
const LONG_MS = 20_000;
const speed = Number(process.env.BENCH_TIME_SPEED);
const realTimeout = globalThis.setTimeout;

function fastTimeout(work, delayMs, ...rest) {
  return realTimeout(work, delayMs >= LONG_MS ? delayMs / speed : delayMs, ...rest);
}

Object.defineProperties(fastTimeout, Object.getOwnPropertyDescriptors(realTimeout));
globalThis.setTimeout = fastTimeout;
