/**
 * Everything kept in a tab or on the device stands under this prefix, then what it is and whose: `layover.<what>.<owner>…`.
 * So it can be erased as a whole, and nobody is shown what is another's.
 */
export const TAB_PREFIX = 'layover.';
/** Written and taken away again when all is erased: other tabs hear of it. */
export const ERASED_KEY = `${TAB_PREFIX}erased`;

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

/** Erases what other travellers left behind on this device. */
export function forgetOthers(owner: string): void {
  forgetWhere((key) => key.split('.')[2] !== owner);
}

/** Erases those of our keys in this tab and on the device. */
export function forgetWhere(isUnwanted: (key: string) => boolean): void {
  for (const storage of [tabStorage(), deviceStorage()]) {
    for (const key of keysOf(storage)) if (isUnwanted(key)) storage?.removeItem(key);
  }
}

/** Our keys in a storage. */
export function keysOf(storage: Storage | null): string[] {
  return Object.keys(storage ?? {}).filter((key) => key.startsWith(TAB_PREFIX));
}
