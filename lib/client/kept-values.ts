/** As much of a storage as values are kept with. */
export type Memory = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

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

/** As `writeKept`, of plain text. */
export function writeText(storage: Memory, key: string, text: string): void {
  try {
    storage.setItem(key, text);
  } catch {
    storage.removeItem(key);
  }
}
