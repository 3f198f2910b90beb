import { z } from 'zod';
import { BOTH, type Call, type Operation, parseInput, type Result } from '../http/operation';
import { Refusal } from '../http/refusal';
import type { PassRecord } from '../state/records';
import { instantText, put, type World } from '../world';
import { MODULE_PATHS } from './modules';
import { passMessage } from './order-message';

/** An activation date may lie this far back: two clocks never agree to the second. */
const CLOCK_LEEWAY_MS = 5 * 60_000;

const nameSchema = z.string().trim().min(1).max(100);
const instantSchema = z.iso.datetime({ offset: true });

const issueSchema = z.object({
  module: z.number().int(),
  clientUserId: z.string().trim().min(1).max(128),
  extra: z.object({
    firstName: nameSchema,
    lastName: nameSchema,
    expirationDate: instantSchema,
    activationDate: instantSchema.nullish(),
    availableUsages: z.number().int().min(1).max(999),
    allowedResources: z.record(z.string(), z.array(z.string())).nullish(),
  }),
});
type Issue = z.infer<typeof issueSchema>;

const sameName = (a: string, b: string): boolean =>
  a.normalize('NFC').toLocaleLowerCase('en') === b.normalize('NFC').toLocaleLowerCase('en');

/** One client user has one name; several passes under it are fine [doc v1 338667m0]. */
export function nameKey(
  world: World,
  programId: string,
  clientUserId: string,
  name: { firstName: string; lastName: string },
) {
  const key = `${programId}|${clientUserId}`;
  const bound = world.journal.all('names').get(key);
  if (bound && !(sameName(bound.firstName, name.firstName) && sameName(bound.lastName, name.lastName))) {
    throw new Refusal('name-bound', 'clientUserId: already used with another name');
  }
  return key;
}

/** The scope under the key of this version. The other version's key is a mistake that would widen the pass, so it is refused. */
function scopeOf({ world, profile }: Call, { module, extra }: Issue): string[] {
  const { [profile.scopeKey]: scope, ...others } = extra.allowedResources ?? {};
  const [unknown] = Object.keys(others);
  if (unknown) throw new Refusal('malformed', `extra.allowedResources.${unknown}: unknown key`);
  for (const resourceId of scope ?? []) {
    if (world.resource(resourceId)?.module !== module) {
      throw new Refusal('malformed', `extra.allowedResources: ${resourceId} is no resource of the module`);
    }
  }
  return scope ?? [];
}

function activationMs({ world, profile }: Call, { extra }: Issue): number {
  const nowMs = world.nowMs();
  if (!profile.hasActivation || !extra.activationDate) return nowMs;
  const asked = Date.parse(extra.activationDate);
  if (asked < nowMs - CLOCK_LEEWAY_MS) throw new Refusal('malformed', 'extra.activationDate: in the past');
  return asked;
}

function issue(call: Call, module: number): Result {
  const { world, profile, programId } = call;
  const asked = parseInput(issueSchema, call.body);
  const { clientUserId, extra } = asked;
  const nowMs = world.nowMs();
  if (asked.module !== module) throw new Refusal('malformed', 'module: not the module of the path');
  if (Date.parse(extra.expirationDate) <= nowMs) throw new Refusal('malformed', 'extra.expirationDate: in the past');
  const allowedResources = scopeOf(call, asked);
  const activatesMs = activationMs(call, asked);
  const name = { firstName: extra.firstName, lastName: extra.lastName };
  const boundTo = nameKey(world, programId, clientUserId, name);
  const { orderId, counted } = world.nextOrderId();
  const pass: PassRecord = {
    ePassId: world.freshDigits('1788', 16, (id) => world.journal.all('passes').has(id)),
    orderId,
    programId,
    clientUserId,
    module,
    ...name,
    createdAt: instantText(nowMs),
    activatesAt: instantText(activatesMs),
    expiresAt: instantText(Date.parse(extra.expirationDate)),
    availableUsages: extra.availableUsages,
    usedUsages: 0,
    allowedResources,
    cancelledAt: null,
  };
  return {
    data: passMessage(world, profile, pass),
    changes: [counted, put('passes', pass.ePassId, pass), put('names', boundTo, name)],
  };
}

const searchSchema = z
  .object({ ePassId: z.string().optional(), orderId: z.string().optional() })
  .refine((asked) => asked.ePassId || asked.orderId, { message: 'ePassId or orderId: required' });

function search({ world, profile, programId, body }: Call): Result {
  const asked = parseInput(searchSchema, body);
  const pass = asked.ePassId ? world.pass(programId, asked.ePassId) : world.passOfOrder(programId, asked.orderId ?? '');
  if (!pass) throw new Refusal('not-found', 'E-pass not found.');
  return { data: passMessage(world, profile, pass) };
}

export const passOperations: readonly Operation[] = [
  ...MODULE_PATHS.map(
    ({ module, path }): Operation => ({
      name: 'epass.issue',
      method: 'POST',
      path: `/orders/${path}/ePasses`,
      versions: BOTH,
      isWrite: true,
      run: (call) => issue(call, module),
    }),
  ),
  { name: 'epass.search', method: 'POST', path: '/orders/ePasses/search', versions: BOTH, isWrite: false, run: search },
];
