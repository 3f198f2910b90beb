import { z } from 'zod';
import { REQUIRED_INFO_NAMES, type SandboxResource } from '../catalog/model';
import { BOTH, type Call, type Operation, parseInput, type Result } from '../http/operation';
import { Refusal } from '../http/refusal';
import { checkMembership, withTaken } from '../rules/memberships';
import { freshVouchers, voucherCount } from '../rules/orders';
import { checkPass } from '../rules/passes';
import { instantMs } from '../rules/place-time';
import { placesLeft } from '../rules/slots';
import type { Change, HoldRecord, OrderRecord } from '../state/records';
import { instantText, put, type World } from '../world';
import { PREBOOKING_PATHS } from './modules';
import { orderMessage } from './order-message';

type HolderKey = 'ePassId' | 'membershipId';

const prebookSchema = z.object({
  module: z.number().int(),
  ePassId: z.string().optional(),
  membershipId: z.string().optional(),
  extra: z.object({
    prebookingToken: z.string().min(1),
    prebookingRequiredInfo: z.record(z.string(), z.string().nullish()).nullish(),
  }),
});
type Prebook = z.infer<typeof prebookSchema>;

/** The hold behind the token: of this program, module and pass, and not run out. A used one is gone, so it looks like an unknown one. */
function holdOf(world: World, programId: string, holderId: string, { module, extra }: Prebook): HoldRecord {
  const hold = world.journal.all('holds').get(extra.prebookingToken);
  const isMine = hold?.programId === programId && hold.holderId === holderId && hold.module === module;
  if (!hold || !isMine || hold.validUntilMs <= world.nowMs()) {
    throw new Refusal(
      'prebooking-token-spent',
      'The prebooking token has expired, was used, or is for something else.',
    );
  }
  return hold;
}

/** What the place asks for must be there; what it does not ask for is not kept [doc v1 338669m0]. */
function keptInfo(
  resource: SandboxResource,
  given: Prebook['extra']['prebookingRequiredInfo'],
): OrderRecord['requiredInfo'] {
  const missing = REQUIRED_INFO_NAMES.filter((name) => resource.requiredInfo[name] && !given?.[name]?.trim());
  if (missing.length > 0) {
    throw new Refusal('information-missing', `extra.prebookingRequiredInfo: ${missing.join(', ')} required`);
  }
  return Object.fromEntries(
    REQUIRED_INFO_NAMES.map((name) => [name, resource.requiredInfo[name] ? (given?.[name] ?? null) : null]),
  );
}

interface Holder {
  readonly clientUserId: string;
  readonly taken: OrderRecord['taken'];
  /** The holder with the usages taken. */
  readonly charged: Change;
}

function chargePass(
  world: World,
  programId: string,
  ePassId: string,
  resource: SandboxResource,
  hold: HoldRecord,
): Holder {
  const pass = world.pass(programId, ePassId);
  const passengers = hold.party.adults + hold.party.children;
  const nowMs = world.nowMs();
  const visitMs = instantMs(hold.at, world.hubOf(resource).timezone) ?? nowMs;
  checkPass(pass, { resource, passengers, nowMs, visitMs });
  const charged = put('passes', ePassId, { ...pass, usedUsages: pass.usedUsages + passengers });
  return { clientUserId: pass.clientUserId, taken: null, charged };
}

function chargeMembership(world: World, programId: string, membershipId: string, hold: HoldRecord): Holder {
  const membership = world.membership(programId, membershipId);
  const taken = checkMembership(membership, hold.module, hold.party, world.nowMs());
  const charged = put('memberships', membershipId, withTaken(membership, hold.module, taken, 1));
  return { clientUserId: membership.clientUserId, taken, charged };
}

function prebook(call: Call, module: number, holderKey: HolderKey): Result {
  const { world, profile, programId } = call;
  const asked = parseInput(prebookSchema, call.body);
  if (asked.module !== module) throw new Refusal('malformed', 'module: not the module of the path');
  const holderId = asked[holderKey];
  if (!holderId) throw new Refusal('malformed', `${holderKey}: required`);
  if (holderKey === 'ePassId') world.pass(programId, holderId);
  else world.membership(programId, holderId);
  const hold = holdOf(world, programId, holderId, asked);
  const resource = world.resource(hold.resourceId);
  const passengers = hold.party.adults + hold.party.children;
  if (!resource || placesLeft(world, resource, hold.at, holderId) < passengers) {
    throw new Refusal('slot-unavailable', 'The time is no longer available.');
  }
  const requiredInfo = keptInfo(resource, asked.extra.prebookingRequiredInfo);
  const holder =
    holderKey === 'ePassId'
      ? chargePass(world, programId, holderId, resource, hold)
      : chargeMembership(world, programId, holderId, hold);
  const { orderId, counted } = world.nextOrderId();
  const order: OrderRecord = {
    orderId,
    programId,
    clientUserId: holder.clientUserId,
    ePassId: holderKey === 'ePassId' ? holderId : null,
    membershipId: holderKey === 'membershipId' ? holderId : null,
    module,
    category: 2,
    status: resource.confirmsLater ? 0 : 1,
    resourceId: resource.resourceId,
    createdAt: instantText(world.nowMs()),
    cancelledAt: null,
    at: hold.at,
    usedAtLocal: null,
    party: hold.party,
    usedUsages: passengers,
    taken: holder.taken,
    vouchers: resource.confirmsLater ? [] : freshVouchers(world, voucherCount(module, passengers)),
    requiredInfo,
  };
  return {
    data: orderMessage(world, profile, order),
    changes: [counted, put('orders', orderId, order), holder.charged, put('holds', hold.token, null)],
  };
}

const HOLDER_PATHS = [
  { key: 'ePassId', path: 'ePasses' },
  { key: 'membershipId', path: 'memberships' },
] as const;

export const prebookOperations: readonly Operation[] = PREBOOKING_PATHS.flatMap(({ module, path }) =>
  HOLDER_PATHS.map(
    (holder): Operation => ({
      name: 'prebook',
      method: 'POST',
      path: `/orders/${path}/${holder.path}/prebooking`,
      versions: BOTH,
      isWrite: true,
      run: (call) => prebook(call, module, holder.key),
    }),
  ),
);
