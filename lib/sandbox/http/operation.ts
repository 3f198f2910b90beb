import { z } from 'zod';
import type { ApiProfile } from '../profiles';
import type { Change } from '../state/records';
import type { World } from '../world';
import { Refusal } from './refusal';

/** Names by which faults and call counts speak of operations; `*` is every one of them. */
export const OPERATION_NAMES = [
  'token',
  'hubs.list',
  'hubs.get',
  'resources.list',
  'resources.get',
  'resources.updates',
  'availability',
  'epass.issue',
  'epass.search',
  'epass.orders',
  'order.details',
  'prebook',
  'cancel',
  'membership.register',
  'membership.update',
  'membership.search',
  'membership.qrCodes',
  'membership.orders',
  'entitlements.update',
  'entitlements.search',
  'simulation',
] as const;
export type OperationName = (typeof OPERATION_NAMES)[number];

export interface Call {
  readonly world: World;
  readonly profile: ApiProfile;
  readonly programId: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: unknown;
}

export interface Result {
  readonly data: unknown;
  readonly changes?: readonly Change[];
}

export interface Operation {
  readonly name: OperationName;
  readonly method: 'GET' | 'POST' | 'PATCH';
  /** Under the version prefix; `{name}` stands for one segment. */
  readonly path: string;
  readonly versions: readonly ('v1' | 'v2')[];
  /** Writes want an `X-Request-ID` and are answered again for the same one. */
  readonly isWrite: boolean;
  readonly run: (call: Call) => Result;
}

export const BOTH = ['v1', 'v2'] as const;

/** The input by its schema; what does not fit is told with the path of the field. */
export function parseInput<Schema extends z.ZodType>(schema: Schema, input: unknown): z.infer<Schema> {
  const parsed = schema.safeParse(input ?? {});
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new Refusal('malformed', `${issue?.path.join('.') || 'body'}: ${issue?.message ?? 'invalid'}`);
}

const pageSchema = z.object({
  pageSize: z.coerce.number().int().min(1).max(100).default(10),
  pageNumber: z.coerce.number().int().min(1).default(1),
});

/** One page of `items`, and the envelope's account of it. A page past the end is empty. */
export function paginate<Item>(items: readonly Item[], pageSizeText: unknown, pageNumberText: unknown) {
  const { pageSize, pageNumber } = parseInput(pageSchema, {
    pageSize: pageSizeText ?? undefined,
    pageNumber: pageNumberText ?? undefined,
  });
  const page = items.slice((pageNumber - 1) * pageSize, pageNumber * pageSize);
  return { pagination: { pageSize, pageNumber, totalNumber: items.length }, page };
}
