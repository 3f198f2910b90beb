import type { Device } from './device';

/** A network that has not answered by then is as good as none, for somebody at a desk with a copy in the pocket. */
const PATIENCE_MS = 3_000;
/** The browser goes where it is led at once. Later it is another visit, which a network is given its time for again. */
const LED_MS = 2_000;

/** One wait for all that a page is asked of the network; whatever comes after it is null. */
export type Patience = {
  wait<T>(answer: Promise<T | null>): Promise<T | null>;
  /** Nothing is waited for any more. */
  end(): void;
};

export function startPatience(ms = PATIENCE_MS): Patience {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const over = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), ms);
  });
  return { wait: (answer) => Promise.race([answer, over]), end: () => clearTimeout(timer) };
}

/** None for a page that the device has just led to, having waited already. */
export function patienceFor(device: Device, path: string): Patience {
  const isSpent = device.led?.path === path && device.nowMs() - device.led.atMs < LED_MS;
  if (isSpent) device.led = null;
  return startPatience(isSpent ? 0 : PATIENCE_MS);
}

/** The network was waited for in vain before the browser is led to this page. */
export function spendPatience(device: Device, path: string): void {
  device.led = { path, atMs: device.nowMs() };
}
