import type { ResourceCard } from '@/lib/contract/resources';
import { MODULES, type Module } from '@/lib/domain/module';
import { terminalKey, terminalName } from '@/lib/format/terminals';

/** What a hub page shows of its places; it stands in the address, so that a view can be shared and works without JavaScript. */
export type HubFilters = {
  module: Module | null;
  /** As `terminalKey` writes it; empty for places without one. */
  terminal: string | null;
  side: 'airside' | 'landside' | null;
  isOpen: boolean;
  isPrebookable: boolean;
  isCovered: boolean;
};

export const NO_FILTERS: HubFilters = {
  module: null,
  terminal: null,
  side: null,
  isOpen: false,
  isPrebookable: false,
  isCovered: false,
};

/** A place on a hub page, and whether a pass of the traveller can be used there now. */
export type HubPlace = ResourceCard & { isCovered: boolean };

type Params = Record<string, string | string[] | undefined>;

/** What can be asked of a hub's places: railway stations and ports have no sides, and not everybody has passes to go by. */
export type FilterUses = { hasSides: boolean; knowsCovered: boolean };

/** Reads the address; what it does not understand, or what cannot be told here, filters nothing. */
export function readFilters(params: Params, uses: FilterUses): HubFilters {
  const one = (name: string) => {
    const value = params[name];
    return Array.isArray(value) ? value[0] : value;
  };
  const side = one('side');
  return {
    module: MODULES.find((module) => String(module) === one('module')) ?? null,
    terminal: one('terminal')?.slice(0, 60).toLowerCase() ?? null,
    side: uses.hasSides && (side === 'airside' || side === 'landside') ? side : null,
    isOpen: one('open') === '1',
    isPrebookable: one('prebook') === '1',
    isCovered: uses.knowsCovered && one('covered') === '1',
  };
}

export function hasFilters(filters: HubFilters): boolean {
  return hrefOf('', filters) !== '';
}

/** The address of a hub with these filters. */
export function hrefOf(path: string, filters: HubFilters): string {
  const params = new URLSearchParams();
  if (filters.module) params.set('module', String(filters.module));
  if (filters.terminal !== null) params.set('terminal', filters.terminal);
  if (filters.side) params.set('side', filters.side);
  if (filters.isOpen) params.set('open', '1');
  if (filters.isPrebookable) params.set('prebook', '1');
  if (filters.isCovered) params.set('covered', '1');
  return params.size === 0 ? path : `${path}?${params}`;
}

export function applyFilters(places: readonly HubPlace[], filters: HubFilters): HubPlace[] {
  return places.filter(
    (place) =>
      (filters.module === null || place.module === filters.module) &&
      (filters.terminal === null || terminalKey(place.terminal) === filters.terminal) &&
      (filters.side === null || place.side === filters.side) &&
      (!filters.isOpen || place.open.state === 'open') &&
      (!filters.isPrebookable || place.prebookable) &&
      (!filters.isCovered || place.isCovered),
  );
}

export type FilterName =
  | { kind: 'all' | 'open' | 'prebook' | 'covered' | 'airside' | 'landside' }
  | { kind: 'module'; module: Module }
  | { kind: 'terminal'; terminal: string | null };

/** `count` is what pressing the pill would show; a pill that would show nothing leads nowhere (`href` null). */
export type FilterPill = { key: string; name: FilterName; href: string | null; isOn: boolean; count: number };

/**
 * The pills worth offering at this hub: one that splits its places, or is on. Pressing one that is on takes it off again;
 * within module, terminal and side one replaces the other.
 */
export function filterPills(
  path: string,
  places: readonly HubPlace[],
  filters: HubFilters,
  uses: FilterUses,
): FilterPill[] {
  const pill = (key: string, name: FilterName, isOn: boolean, on: Partial<HubFilters>, off: Partial<HubFilters>) => {
    const count = applyFilters(places, { ...filters, ...on }).length;
    const href = isOn || count > 0 ? hrefOf(path, { ...filters, ...(isOn ? off : on) }) : null;
    const total = applyFilters(places, { ...NO_FILTERS, ...on }).length;
    return { key, name, href, isOn, count, isUseful: isOn || (total > 0 && total < places.length) };
  };
  const modules = MODULES.map((module) =>
    pill(`module-${module}`, { kind: 'module', module }, filters.module === module, { module }, { module: null }),
  );
  const sides = (uses.hasSides ? (['airside', 'landside'] as const) : []).map((side) =>
    pill(side, { kind: side }, filters.side === side, { side }, { side: null }),
  );
  const terminals = terminalNames(places).map((name) => {
    const terminal = terminalKey(name);
    const isOn = filters.terminal === terminal;
    return pill(`terminal-${terminal}`, { kind: 'terminal', terminal: name }, isOn, { terminal }, { terminal: null });
  });
  const { isOpen, isPrebookable, isCovered } = filters;
  const all = { key: 'all', name: { kind: 'all' } as const, href: path, isOn: !hasFilters(filters) };
  const useful = [
    ...modules,
    pill('open', { kind: 'open' }, isOpen, { isOpen: true }, { isOpen: false }),
    pill('covered', { kind: 'covered' }, isCovered, { isCovered: true }, { isCovered: false }),
    pill('prebook', { kind: 'prebook' }, isPrebookable, { isPrebookable: true }, { isPrebookable: false }),
    ...terminals,
    ...sides,
  ].flatMap(({ isUseful, ...rest }) => (isUseful ? [rest] : []));
  return [{ ...all, count: places.length }, ...useful];
}

function terminalNames(places: readonly HubPlace[]): (string | null)[] {
  const names = new Map(places.map((place) => [terminalKey(place.terminal), terminalName(place.terminal)]));
  const collator = new Intl.Collator('en', { numeric: true });
  return [...names.values()].sort((a, b) => {
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    return collator.compare(a, b);
  });
}
