import { beforeEach, expect, it } from 'vitest';
import type { DragonPassEvent } from './events';
import { type Page, pageSchema, walkPages } from './pages';
import { PAGES } from './versions';

const rowsOf = (from: number, count: number) =>
  Array.from({ length: count }, (_, index) => ({ id: `r${from + index}` }));

const asked: number[] = [];
const events: DragonPassEvent[] = [];

beforeEach(() => {
  asked.length = 0;
  events.length = 0;
});

async function walk(pageOf: (pageNumber: number) => Partial<Page>, whenCut: 'fail' | 'log' = 'log', isProof = false) {
  const rows = await walkPages({
    operation: 'hubs.list',
    log: (event) => events.push(event),
    idKeys: ['id'],
    whenCut,
    isProof,
    fetchPage: async ({ pageNumber, pageSize }) => {
      expect(pageSize).toBe(100);
      asked.push(pageNumber);
      return { rows: [], pageSize: 100, totalNumber: null, ...pageOf(pageNumber) };
    },
  });
  return { rows, asked, events };
}

it('walks to the end of what the vendor counts', async () => {
  const { rows, asked } = await walk((n) => ({ rows: rowsOf(n * 100, n === 3 ? 30 : 100), totalNumber: 230 }));
  expect(rows).toHaveLength(230);
  expect(asked).toEqual([1, 2, 3]);
});

it('goes on after a full page when the vendor counts too few', async () => {
  const { rows } = await walk((n) => ({ rows: n <= 2 ? rowsOf(n * 100, 100) : [], totalNumber: 10 }));
  expect(rows).toHaveLength(200);
});

it('ends at an empty page when the vendor counts too many', async () => {
  const { rows, asked } = await walk((n) => ({ rows: n === 1 ? rowsOf(0, 40) : [], totalNumber: 5_000 }));
  expect(rows).toHaveLength(40);
  expect(asked).toEqual([1, 2]);
});

it('ends when the vendor says the same page again', async () => {
  const { rows, asked } = await walk(() => ({ rows: rowsOf(0, 100), totalNumber: 5_000 }));
  expect(rows).toHaveLength(100);
  expect(asked).toEqual([1, 2]);
});

it('walks smaller pages than it asked for to their end', async () => {
  const { rows } = await walk((n) => ({ rows: n <= 5 ? rowsOf(n * 10, 10) : [], pageSize: 10, totalNumber: 50 }));
  expect(rows).toHaveLength(50);
});

it('walks on where nothing is counted, until a page brings nothing new', async () => {
  const { rows, asked } = await walk((n) => ({ rows: n <= 2 ? rowsOf(n * 10, 10) : [], pageSize: null }));
  expect(rows).toHaveLength(20);
  expect(asked).toEqual([1, 2, 3]);
});

it('keeps one of a row that moved to the next page while the list was walked', async () => {
  const { rows } = await walk((n) => ({ rows: n === 1 ? rowsOf(0, 100) : rowsOf(99, 51), totalNumber: 150 }));
  expect(rows).toHaveLength(150);
});

it('is cut at a bound, and says so, when the list has no end', async () => {
  const { asked, events } = await walk((n) => ({ rows: rowsOf(n * 100, 100), totalNumber: 1_000_000_000 }));
  expect(asked).toHaveLength(PAGES.most);
  expect(events).toEqual([{ event: 'list-cut', operation: 'hubs.list', pages: PAGES.most }]);
});

it('is an error at the bound where half a list would be taken for the whole', async () => {
  const endless = walk((n) => ({ rows: rowsOf(n * 100, 100) }), 'fail');
  await expect(endless).rejects.toMatchObject({ kind: 'unexpected-reply', operation: 'hubs.list' });
  expect(asked).toHaveLength(PAGES.most);
});

it.each<[string, (pageNumber: number) => Partial<Page>]>([
  ['ends before what the vendor counts', (n) => ({ rows: n === 1 ? rowsOf(0, 40) : [], totalNumber: 41 })],
  ['says the same page again', () => ({ rows: rowsOf(0, 100), totalNumber: 150 })],
  ['has no end', (n) => ({ rows: rowsOf(n * 100, 100) })],
  ['is empty and not counted', () => ({ rows: [] })],
])('proves nothing when it %s', async (_, pageOf) => {
  await expect(walk(pageOf, 'log', true)).rejects.toMatchObject({ kind: 'unexpected-reply', outcomeUnknown: false });
});

it.each<[string, (pageNumber: number) => Partial<Page>, number]>([
  [
    'every row that is counted is there',
    (n) => ({ rows: n === 1 ? rowsOf(0, 100) : rowsOf(100, 20), totalNumber: 120 }),
    120,
  ],
  ['there is nothing, and nothing is counted', () => ({ rows: [], totalNumber: 0 }), 0],
  ['nothing is counted, and a page brought nothing more', (n) => ({ rows: n === 1 ? rowsOf(0, 5) : [] }), 5],
])('proves what is not in it when %s', async (_, pageOf, count) => {
  expect((await walk(pageOf, 'log', true)).rows).toHaveLength(count);
});

it('reads an absent list as empty only when the vendor says that there is nothing in it', () => {
  const schema = pageSchema('rows');
  expect(schema.safeParse({ rows: null }).data?.rows).toEqual([]);
  expect(schema.safeParse({ pagination: { totalNumber: '0' } }).data?.rows).toEqual([]);
  expect(schema.safeParse({ pagination: { totalNumber: 3 } }).success).toBe(false);
  expect(schema.safeParse({ rows: 'none' }).success).toBe(false);
  expect(schema.safeParse([]).success).toBe(false);
});
