/**
 * Everything kept in a tab or on the device stands under this prefix, then what it is and whose: `layover.<what>.<owner>…`.
 * So it can be erased as a whole, and nobody is shown what is another's.
 */
export const TAB_PREFIX = 'layover.';
/** Written and taken away again when all is erased: other tabs hear of it. */
export const ERASED_KEY = `${TAB_PREFIX}erased`;

export type Memory = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** This tab's storage; null where the browser forbids it, as in some private windows. */
export function tabStorage(): Storage | null {
  try {
    return window.sessionStorage;
  } catch {
    return null;
  }
}

/** The storage that all tabs of this browser share; null where the browser forbids it. */
export function deviceStorage(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

/** Leaves nothing behind for the next person at this screen, in this tab and on the device. */
export function forgetTab(): void {
  forgetWhere(() => true);
  const device = deviceStorage();
  if (device) writeText(device, ERASED_KEY, '1');
  device?.removeItem(ERASED_KEY);
}

/** Erases what other travellers left behind on this device. */
export function forgetOthers(owner: string): void {
  forgetWhere((key) => key.split('.')[2] !== owner);
}

function forgetWhere(isUnwanted: (key: string) => boolean): void {
  for (const storage of [tabStorage(), deviceStorage()]) {
    for (const key of keysOf(storage)) if (isUnwanted(key)) storage?.removeItem(key);
  }
}

/** Our keys in a storage. */
export function keysOf(storage: Storage | null): string[] {
  return Object.keys(storage ?? {}).filter((key) => key.startsWith(TAB_PREFIX));
}

/** What is kept under a key; null when there is nothing, or nothing that can be read. */
export function readKept(storage: Memory | null, key: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(storage?.getItem(key) ?? 'null');
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

/** Null takes it away. A full or forbidden storage costs what was to be kept, and nothing else. */
export function writeKept(storage: Memory | null, key: string, value: Record<string, unknown> | null): void {
  if (!storage) return;
  if (value) writeText(storage, key, JSON.stringify(value));
  else storage.removeItem(key);
}

function writeText(storage: Memory, key: string, text: string): void {
  try {
    storage.setItem(key, text);
  } catch {
    storage.removeItem(key);
  }
}
