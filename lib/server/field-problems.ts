import 'server-only';
import type { z } from 'zod';
import { AppError } from './errors';

/**
 * Parses a part of a request with its contract.
 * @throws AppError `invalid_request` with a message key for each dotted path
 */
export function parsed<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const fields: Record<string, string> = {};
  for (const issue of result.error.issues) fields[issue.path.map(String).join('.') || 'body'] ??= keyOf(issue);
  throw new AppError('invalid_request', { cause: result.error, fields });
}

/** Keys under `errors.fields` in messages. */
function keyOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.message.endsWith('received undefined') ? 'missing' : 'wrong_type';
    case 'too_small':
      return issue.origin === 'string' ? 'too_short' : 'too_small';
    case 'too_big':
      return issue.origin === 'string' ? 'too_long' : 'too_large';
    case 'invalid_value':
    case 'invalid_union':
      return 'unknown_value';
    default:
      return 'bad_format';
  }
}
