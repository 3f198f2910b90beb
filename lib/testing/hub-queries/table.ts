/** What people type, by the hub that must come first: its IATA code, or what else our URLs call it. */
export type QueryTable = Readonly<Record<string, readonly string[]>>;

/** In place of a hub: nothing may be found. */
export const NOTHING = 'nothing';

export type HubQuery = { q: string; first: string };

export function rowsOf(table: QueryTable): HubQuery[] {
  return Object.entries(table).flatMap(([first, queries]) => queries.map((q) => ({ q, first })));
}
