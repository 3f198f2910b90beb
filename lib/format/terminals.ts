export type TerminalGroup<T> = { terminal: string | null; places: T[] };

/**
 * Places by terminal, in reading order (`Terminal 2` before `Terminal 10`), those without one last. Spellings that mean
 * the same (`T1`, `1`, `terminal  1`) share a group under the clearest of them. The order stays the same all day: people
 * look for their own terminal, and one that is open now is no use in another building.
 */
export function groupByTerminal<T extends { terminal: string | null }>(places: readonly T[]): TerminalGroup<T>[] {
  const groups = new Map<string, TerminalGroup<T>>();
  for (const place of places) {
    const terminal = terminalName(place.terminal);
    const key = terminalKey(place.terminal);
    const group = groups.get(key);
    if (!group) groups.set(key, { terminal, places: [place] });
    else {
      group.places.push(place);
      if (isShouted(group.terminal)) group.terminal = terminal;
    }
  }
  const collator = new Intl.Collator('en', { numeric: true });
  return [...groups.values()].sort((a, b) => {
    if (a.terminal === null || b.terminal === null) return Number(a.terminal === null) - Number(b.terminal === null);
    return collator.compare(a.terminal, b.terminal);
  });
}

/** The terminal as a link's parameter: the same for all spellings; empty for places without one. */
export function terminalKey(terminal: string | null): string {
  return terminalName(terminal)?.toLowerCase() ?? '';
}

/** What places write where they have no terminal to name. */
const NO_NAME = /^(?:[-–—./\s]*|n\/?a|none|null|unknown|tbc|tba|terminal)$/i;

/**
 * `Terminal 1` for `T1`, `1` and `terminal 1`, `Main Terminal` for `main`; other names as the place writes them; null when
 * it names none.
 */
export function terminalName(terminal: string | null): string | null {
  const tidy = terminal?.trim().replace(/\s+/g, ' ') ?? '';
  if (NO_NAME.test(tidy)) return null;
  if (/^(?:the )?main(?: terminal)?(?: building)?$/i.test(tidy)) return 'Main Terminal';
  const short = /^(?:t|terminal)?\s?-?([0-9]{1,2}[a-z]?|[a-z])$/i.exec(tidy);
  return short?.[1] ? `Terminal ${short[1].toUpperCase()}` : tidy;
}

/** `NORTH TERMINAL`: right, but not the clearest of two spellings. */
function isShouted(name: string | null): boolean {
  return name !== null && /\p{Lu}{4}/u.test(name) && name === name.toUpperCase();
}
