import 'server-only';
import { z } from 'zod';
import { DragonPassError } from './errors';
import type { LogEvent } from './events';
import { type Operation, PAGES } from './versions';
import { paginationSchema } from './wire/envelope';
import { lenient, numberSchema } from './wire/primitives';

export type Page = { rows: unknown[]; pageSize: number | null; totalNumber: number | null };

const rowsSchema = z.union([
  z.null().transform((): unknown[] => []),
  z.literal('').transform((): unknown[] => []),
  z.array(z.unknown()),
]);

/**
 * Schema of one page whose rows stand under `key`. A list that is not there at all is a changed message, not an empty
 * list, unless the vendor says that it counts nothing.
 */
export function pageSchema(key: string, unwrap: (rows: unknown) => unknown = (rows) => rows) {
  return z.record(z.string(), z.unknown()).transform((data, context): Page => {
    const pagination = paginationSchema.parse(data.pagination);
    const totalNumber = lenient(numberSchema).parse(pagination?.totalNumber);
    const rows = rowsSchema.safeParse(unwrap(data[key])).data ?? (totalNumber === 0 ? [] : null);
    if (rows) return { rows, pageSize: pagination?.pageSize ?? null, totalNumber };
    context.addIssue({ code: 'custom', path: [key], message: 'is not a list' });
    return z.NEVER;
  });
}

export type Walk = {
  operation: Operation;
  log: LogEvent;
  fetchPage: (page: { pageSize: number; pageNumber: number }) => Promise<Page>;
  /** Fields that tell one row from another. */
  idKeys: readonly string[];
  /** What becomes of a list longer than the bound: half a catalogue is worse than none, half a history is not. */
  whenCut: 'fail' | 'log';
  /** A list that is to prove what is not in it: one shorter than the vendor counts is refused, and an empty one not counted. */
  isProof?: boolean;
};

/**
 * Every row of a list, each once. The vendor's total is a hint: a full page is followed by another whatever the total
 * says, and a page that is empty, or brings nothing new, is the last. Bounded; a list cut at the bound is logged, and refused where it has to be whole.
 */
export async function walkPages(walk: Walk): Promise<unknown[]> {
  const rows = new Map<string, unknown>();
  for (let pageNumber = 1; pageNumber <= PAGES.most; pageNumber += 1) {
    const page = await walk.fetchPage({ pageSize: PAGES.size, pageNumber });
    const before = rows.size;
    for (const row of page.rows) {
      const key = keyOf(row, walk.idKeys);
      if (!rows.has(key)) rows.set(key, row);
    }
    if (rows.size !== before && !isLast(page, rows.size)) continue;
    if (walk.isProof && !isCounted(page, rows.size)) throw notWhole(walk.operation);
    return [...rows.values()];
  }
  const { operation } = walk;
  walk.log({ event: 'list-cut', operation, pages: PAGES.most });
  if (walk.whenCut === 'log' && !walk.isProof) return [...rows.values()];
  throw notWhole(operation);
}

/** Nothing at all, without a count, may as well be a message that has changed. */
function isCounted({ totalNumber }: Page, seen: number): boolean {
  return totalNumber === null ? seen > 0 : seen >= totalNumber;
}

function notWhole(operation: Operation): DragonPassError {
  return new DragonPassError({ kind: 'unexpected-reply', operation, outcomeUnknown: false, status: 200 });
}

function isLast(page: Page, seen: number): boolean {
  if (page.totalNumber === null) return false;
  return seen >= page.totalNumber && page.rows.length < (page.pageSize || PAGES.size);
}

/** Rows without an id are told apart by what they say, and refused later by the schema of a row. */
function keyOf(row: unknown, idKeys: readonly string[]): string {
  const ids = idKeys.map((key) =>
    typeof row === 'object' && row !== null && key in row ? Reflect.get(row, key) : null,
  );
  const isWhole = ids.every((id) => typeof id === 'string' || typeof id === 'number');
  return isWhole ? ids.join(' ') : JSON.stringify(row);
}
