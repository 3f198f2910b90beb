import { describe, expect, it } from 'vitest';
import { hubPlace } from '@/lib/testing/hub-place';
import { applyFilters, filterPills, type HubPlace, hrefOf, NO_FILTERS, readFilters } from './hub-filters';

const PLACES = [
  hubPlace({ resourceId: 'N1', isCovered: true }),
  hubPlace({ resourceId: 'N2', terminal: 'T2', open: { state: 'closed', until: null }, prebookable: false }),
  hubPlace({ resourceId: 'C1', module: 2, side: 'landside', terminal: null, open: { state: 'unknown', until: null } }),
];
const USES = { hasSides: true, knowsCovered: true };
const ids = (places: HubPlace[]) => places.map((one) => one.resourceId);
const pillOf = (key: string, filters = NO_FILTERS) =>
  filterPills('/hubs/MAN', PLACES, filters, USES).find((pill) => pill.key === key);

describe('the filters of a hub', () => {
  it('are read from the address and written back to the same address', () => {
    const filters = readFilters(
      { module: '2', terminal: 'Terminal 1', side: 'airside', open: '1', covered: '1' },
      USES,
    );
    expect(hrefOf('/hubs/MAN', filters)).toBe('/hubs/MAN?module=2&terminal=terminal+1&side=airside&open=1&covered=1');
  });

  it('ignore what they do not understand', () => {
    expect(readFilters({ module: '9', side: 'roof', open: 'yes', x: ['1', '2'] }, USES)).toEqual(NO_FILTERS);
    expect(readFilters({ module: ['2', '1'] }, USES).module).toBe(2);
  });

  it('ask nothing that cannot be told: no side without a security lane, no pass of somebody unknown', () => {
    const params = { side: 'airside', covered: '1' };
    expect(readFilters(params, { hasSides: false, knowsCovered: false })).toEqual(NO_FILTERS);
    const keys = filterPills('/hubs/X', PLACES, NO_FILTERS, { ...USES, hasSides: false }).map((pill) => pill.key);
    expect(keys).not.toContain('airside');
    expect(keys).toContain('module-2');
  });

  it('keep only what matches all of them', () => {
    expect(ids(applyFilters(PLACES, { ...NO_FILTERS, module: 1 }))).toEqual(['N1', 'N2']);
    expect(ids(applyFilters(PLACES, { ...NO_FILTERS, module: 1, isPrebookable: true }))).toEqual(['N1']);
    expect(ids(applyFilters(PLACES, { ...NO_FILTERS, terminal: '' }))).toEqual(['C1']);
    expect(ids(applyFilters(PLACES, { ...NO_FILTERS, isCovered: true }))).toEqual(['N1']);
  });

  it('do not take unknown hours for open', () => {
    expect(ids(applyFilters(PLACES, { ...NO_FILTERS, isOpen: true }))).toEqual(['N1']);
  });
});

describe('the pills of a hub', () => {
  it('count what pressing them would show, beside the other filters', () => {
    expect(pillOf('module-1')?.count).toBe(2);
    expect(pillOf('module-1', { ...NO_FILTERS, isOpen: true })?.count).toBe(1);
  });

  it('take their filter off when they are on', () => {
    expect(pillOf('open')?.href).toBe('/hubs/MAN?open=1');
    expect(pillOf('open', { ...NO_FILTERS, isOpen: true })).toMatchObject({ href: '/hubs/MAN', isOn: true });
  });

  it('replace the other choice of their group', () => {
    expect(pillOf('module-2', { ...NO_FILTERS, module: 1 })?.href).toBe('/hubs/MAN?module=2');
  });

  it('lead nowhere when they would show nothing', () => {
    expect(pillOf('module-2', { ...NO_FILTERS, isOpen: true })).toMatchObject({ href: null, count: 0 });
  });

  it('are offered only where they split the places, and stay while they are on', () => {
    const lounges = [hubPlace({ resourceId: 'N1' }), hubPlace({ resourceId: 'N2' })];
    const keys = (filters = NO_FILTERS) => filterPills('/hubs/X', lounges, filters, USES).map((pill) => pill.key);
    expect(keys()).toEqual(['all']);
    expect(keys({ ...NO_FILTERS, module: 3 })).toEqual(['all', 'module-3']);
  });

  it('name one terminal once, whatever its spellings', () => {
    const spelled = [
      hubPlace({ terminal: 'T1' }),
      hubPlace({ terminal: 'Terminal 1' }),
      hubPlace({ terminal: 'Terminal 2' }),
    ];
    const keys = filterPills('/hubs/X', spelled, NO_FILTERS, USES).map((pill) => pill.key);
    expect(keys).toContain('terminal-terminal 1');
    expect(keys.filter((key) => key.startsWith('terminal-'))).toHaveLength(2);
  });
});
