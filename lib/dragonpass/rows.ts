import 'server-only';
import type { z } from 'zod';
import { DragonPassError } from './errors';
import type { LogEvent } from './events';
import type { Operation } from './versions';

/**
 * Reads the rows of the catalogue. One place that cannot be read does not take its neighbours off the map: it is left
 * out and logged. When none can be read, the message has changed, and that is an error.
 */
export function readableRows<Schema extends z.ZodType>(
  rows: readonly unknown[],
  schema: Schema,
  context: { operation: Operation; log: LogEvent },
): z.output<Schema>[] {
  const fields = new Set<string>();
  const read = rows.flatMap((row): z.output<Schema>[] => {
    const result = schema.safeParse(row);
    if (result.success) return [result.data];
    for (const issue of result.error.issues) fields.add(issue.path.join('.'));
    return [];
  });
  const { operation, log } = context;
  const count = rows.length - read.length;
  if (count > 0) log({ event: 'unreadable-rows', operation, count, fields: [...fields] });
  if (rows.length > 0 && read.length === 0) throw changed(operation, fields);
  return read;
}

/** Reads the rows of a traveller's own list, where a missing one would be taken for something that did not happen. */
export function everyRow<Schema extends z.ZodType>(
  rows: readonly unknown[],
  schema: Schema,
  operation: Operation,
): z.output<Schema>[] {
  return rows.map((row) => {
    const result = schema.safeParse(row);
    if (result.success) return result.data;
    throw changed(operation, new Set(result.error.issues.map((issue) => issue.path.join('.'))));
  });
}

function changed(operation: Operation, fields: ReadonlySet<string>): DragonPassError {
  return new DragonPassError({
    kind: 'unexpected-reply',
    operation,
    outcomeUnknown: false,
    status: 200,
    cause: new Error(`The rows do not fit in: ${[...fields].join(', ')}`),
  });
}
