/**
 * Loaded before a server of the fault run: its clocks go ahead by the milliseconds that the file `CHAOS_CLOCK` holds, as
 * though nothing had happened for so long. Nothing in the product knows of it; timers wait as long as ever.
 */
import { readFileSync } from 'node:fs';

const LOOK_EVERY_MS = 25;
const file = process.env.CHAOS_CLOCK ?? '';
const RealDate = globalThis.Date;
const realNow = RealDate.now;
const realTicks = performance.now.bind(performance);

function read() {
  const aheadMs = Number(readFileSync(file, 'utf8'));
  return Number.isFinite(aheadMs) ? aheadMs : 0;
}

let aheadMs = read();
setInterval(() => {
  aheadMs = read();
}, LOOK_EVERY_MS).unref();

RealDate.now = () => realNow() + aheadMs;
globalThis.Date = new Proxy(RealDate, {
  construct: (target, args, newTarget) =>
    Reflect.construct(target, args.length === 0 ? [target.now()] : args, newTarget),
});
performance.now = () => realTicks() + aheadMs;
