import { type KeptCopy, readRecord } from '@/lib/offline/record';
import { lookAfterDevice, tell } from './device';

/** What this device keeps of the traveller. `canKeep` is false where the browser has no means to, or refuses. */
export type Stored = { canKeep: boolean; isOff: boolean; pages: Omit<KeptCopy, 'assets'>[] };

/** Erases what is kept, and keeps nothing more until it is switched on again or the traveller has signed out. */
export async function switchKeeping(owner: string, isOn: boolean): Promise<void> {
  await tell({ type: 'switch', owner, isOn });
  if (isOn) await lookAfterDevice(owner);
}

/** What of the traveller's lies on this device now, what is over included. Never throws. */
export async function whatIsStored(): Promise<Stored> {
  const nothing = { canKeep: false, isOff: false, pages: [] };
  if (!('serviceWorker' in navigator && 'caches' in window)) return nothing;
  try {
    const record = await readRecord(window.caches);
    return { canKeep: true, isOff: record?.isOff ?? false, pages: record?.pages ?? [] };
  } catch {
    // Some browsers have the means and refuse them, as in a private window.
    return nothing;
  }
}
