import type { KeepList } from '@/lib/contract/device';
import type { DeviceMessage } from '@/lib/offline/messages';
import { KEPT_CACHE } from '@/lib/offline/record';
import { forgetOthers } from './tab-memory';

/** A worker that does not start is given up until the next page; one that does not answer goes on without us. */
const START_MS = 30_000;
const ANSWER_MS = 5_000;

/** Starts the worker, and has it keep what the traveller signed in as `owner` may need without a network. Never throws. */
export async function lookAfterDevice(owner: string | null): Promise<void> {
  if (owner !== null) forgetOthers(owner);
  try {
    await navigator.serviceWorker.register('/sw.js', { updateViaCache: 'none' });
    if (owner === null || !(await activeWorker())) return;
    // Every first visit loads this file, and the client of our API weighs more than all of it.
    const answer = await fetch('/api/device');
    if (answer.ok) await keepOffline((await answer.json()) as KeepList);
    if (answer.status === 401) await forgetDevice();
  } catch {
    // A browser that refuses workers, or no network: everything works as without.
    return;
  }
}

/** Has these pages of the traveller's kept on this device, and no others. */
export async function keepOffline({ owner, pages }: KeepList): Promise<void> {
  await tell({ type: 'keep', owner, pages });
}

/** Erases everything of a traveller's from this device. */
export async function forgetDevice(): Promise<void> {
  if (!('caches' in window)) return;
  await window.caches.delete(KEPT_CACHE);
  await tell({ type: 'forget' });
}

/** Tells the worker, and waits until it has done it. Without a worker there is nothing to do. */
export async function tell(message: DeviceMessage): Promise<void> {
  const worker = await activeWorker();
  if (!worker) return;
  const { port1, port2 } = new MessageChannel();
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, ANSWER_MS);
    port1.onmessage = () => {
      clearTimeout(timer);
      resolve();
    };
    worker.postMessage(message, [port2]);
  });
  port1.close();
}

async function activeWorker(): Promise<ServiceWorker | null> {
  const registration = await navigator.serviceWorker?.getRegistration();
  if (!registration) return null;
  if (registration.active) return registration.active;
  const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), START_MS));
  const ready = navigator.serviceWorker.ready.then(({ active }) => active);
  return Promise.race([ready, late]);
}
