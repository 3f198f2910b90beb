/** Everything kept in a tab stands under this prefix, so that signing out can clear all of it. */
export const TAB_PREFIX = 'layover.';

/** This tab's storage; null where the browser forbids it, as in some private windows. */
export function tabStorage(): Storage | null {
  try {
    return window.sessionStorage;
  } catch {
    return null;
  }
}

/** Leaves nothing behind for the next person at this screen. */
export function forgetTab(): void {
  const storage = tabStorage();
  for (const key of Object.keys(storage ?? {})) if (key.startsWith(TAB_PREFIX)) storage?.removeItem(key);
}
