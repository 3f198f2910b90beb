import 'server-only';
import type { Db } from './db';
import { catalogueSyncs } from './schema-catalogue';

/** A query that failed, told without any value it was made with: those are people's names, codes and tokens. */
export class StoreError extends Error {
  override name = 'StoreError';
  constructor(
    /** The statement with `$1` for each value. */
    readonly statement: string,
    /** SQLSTATE, or the system's code of a lost connection. */
    readonly code: string | null,
    readonly constraint: string | null,
    why: string,
  ) {
    super(`The database refused: ${why}`);
  }
}

const QUIET = Symbol.for('layover.quiet-store-errors');
const METHOD = 'queryWithCache';

/**
 * Makes every failed query of this database throw `StoreError`. Drizzle's own error spells out all values in its message,
 * and the drivers' repeat them (`params`, `Key (order_id)=(…) already exists`); an error of a page is printed by the
 * framework as it is, so they must not leave this folder. The library offers no hook, hence the change of the class that
 * runs the queries; a test watches over it. The class is asked of a query, as a bundler may have made copies of it.
 */
export function quietErrors(db: Db): void {
  const prototype = ownerOf(METHOD, db.select().from(catalogueSyncs).prepare(METHOD));
  const original: unknown = prototype && Reflect.get(prototype, METHOD);
  if (!prototype || typeof original !== 'function') throw new Error('drizzle-orm runs its queries in another way now.');
  if (Reflect.has(original, QUIET)) return;
  const quiet = async function (this: unknown, statement: string, ...rest: unknown[]): Promise<unknown> {
    try {
      return await Reflect.apply(original, this, [statement, ...rest]);
    } catch (error) {
      throw withoutValues(statement, error);
    }
  };
  Reflect.set(quiet, QUIET, true);
  Reflect.set(prototype, METHOD, quiet);
}

/** The object in the chain of prototypes that has the method itself. */
function ownerOf(method: string, start: object): object | null {
  let current: object | null = start;
  while (current && !Object.hasOwn(current, method)) current = Reflect.getPrototypeOf(current);
  return current;
}

function withoutValues(statement: string, error: unknown): StoreError {
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
  const code = textOf(cause, 'code');
  // Only the database's own messages quote values; a driver's say what became of the connection.
  const isOfDatabase = textOf(cause, 'severity') !== null;
  const why = isOfDatabase || !(cause instanceof Error) ? `code ${code ?? 'unknown'}` : cause.message;
  return new StoreError(statement, code, textOf(cause, 'constraint'), why);
}

function textOf(value: unknown, key: string): string | null {
  const text: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, key) : null;
  return typeof text === 'string' ? text : null;
}
