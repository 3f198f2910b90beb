import { z } from 'zod';
import { partyLimit } from '../catalog/model';
import { BOTH, type Call, type Operation, parseInput, type Result } from '../http/operation';
import { Refusal } from '../http/refusal';
import { checkMembership } from '../rules/memberships';
import { checkPass } from '../rules/passes';
import { instantMs } from '../rules/place-time';
import { isAvailable } from '../rules/slots';
import type { Change, HoldRecord } from '../state/records';
import { freshHex, put, type World } from '../world';

/** Life of a prebooking token and of the hold behind it; the vendor's is not known, clients go by `validUntil` [inferred]. */
const HOLD_MS = 10 * 60_000;

const askSchema = z
  .object({
    ePassId: z.string().min(1).optional(),
    membershipId: z.string().min(1).optional(),
    module: z.number().int(),
    resourceId: z.string(),
    prebookingDate: z
      .string()
      .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/, 'local date and time in minutes, without an offset'),
    adultCount: z.number().int().min(0),
    childCount: z.number().int().min(0),
  })
  .refine((ask) => !(ask.ePassId && ask.membershipId), { message: 'ePassId or membershipId, not both' });
type Ask = z.infer<typeof askSchema>;

function placeAsked(world: World, ask: Ask) {
  const resource = world.resource(ask.resourceId);
  if (!resource) throw new Refusal('not-found', 'Resource not found.');
  if (resource.module !== ask.module) throw new Refusal('malformed', 'module: not the module of the resource');
  if (!resource.prebookingSupported) throw new Refusal('malformed', 'resourceId: the resource takes no prebookings');
  const passengers = ask.adultCount + ask.childCount;
  if (passengers < 1) throw new Refusal('malformed', 'adultCount: at least one passenger');
  if (passengers > partyLimit(resource))
    throw new Refusal('malformed', 'adultCount: more passengers than an order takes');
  const visitMs = instantMs(ask.prebookingDate, world.hubOf(resource).timezone);
  return { resource, passengers, visitMs };
}

/** Earlier holds of the same pass, which a new question frees [doc v2 338963m0], and whatever has run out. */
function freedHolds(world: World, holderId: string | null): Change[] {
  const changes: Change[] = [];
  for (const hold of world.journal.all('holds').values()) {
    const isEarlier = holderId !== null && hold.holderId === holderId;
    if (isEarlier || hold.validUntilMs <= world.nowMs()) changes.push(put('holds', hold.token, null));
  }
  return changes;
}

function ask({ world, programId, body }: Call): Result {
  const asked = parseInput(askSchema, body);
  const { resource, passengers, visitMs } = placeAsked(world, asked);
  const party = { adults: asked.adultCount, children: asked.childCount };
  const nowMs = world.nowMs();
  const holderId = asked.ePassId ?? asked.membershipId ?? null;
  if (asked.ePassId) {
    const pass = world.pass(programId, asked.ePassId);
    checkPass(pass, { resource, passengers, nowMs, visitMs: Math.max(visitMs ?? nowMs, nowMs) });
  }
  if (asked.membershipId) {
    checkMembership(world.membership(programId, asked.membershipId), resource.module, party, nowMs);
  }
  const changes = freedHolds(world, holderId);
  if (!isAvailable(world, resource, asked.prebookingDate, passengers, holderId)) {
    return { data: { available: false }, changes };
  }
  const hold: HoldRecord = {
    token: freshHex(),
    programId,
    holderId,
    module: asked.module,
    resourceId: asked.resourceId,
    at: asked.prebookingDate,
    party,
    validUntilMs: nowMs + HOLD_MS,
  };
  return {
    data: {
      available: true,
      prebookingToken: hold.token,
      validUntil: Math.floor(hold.validUntilMs / 1000),
      ...(resource.price && { price: { dynamicPrice: true, ...resource.price } }),
    },
    changes: [...changes, put('holds', hold.token, hold)],
  };
}

export const availabilityOperations: readonly Operation[] = [
  {
    name: 'availability',
    method: 'POST',
    path: '/resources/prebookings/availability',
    versions: BOTH,
    // Asking again is meant to give a new hold, so no answer is given twice.
    isWrite: false,
    run: ask,
  },
];
