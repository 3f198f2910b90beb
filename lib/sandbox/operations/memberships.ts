import { z } from 'zod';
import { BOTH, type Call, type Operation, type OperationName, parseInput, type Result } from '../http/operation';
import { Refusal } from '../http/refusal';
import type { ApiProfile } from '../profiles';
import { isStatusChangeAllowed, maxGuestsNextUse, membershipStatus } from '../rules/memberships';
import type { Entitlement, MembershipRecord } from '../state/records';
import { freshHex, instantText, put, type World } from '../world';
import { nameKey } from './passes';

/** A dynamic code lives a minute [inferred]; the vendor's own life was not visible. */
const QR_CODE_MS = 60_000;
/** The program sets how long a membership is valid when the client does not say. */
const DEFAULT_VALIDITY_MS = 365 * 24 * 3_600_000;

/** What the sandbox's program grants to a new membership. */
const PROGRAM_ENTITLEMENTS: readonly Entitlement[] = [
  { module: 1, cardholder: 4, guests: 2, shared: 2, allowedGuestsPerUsage: 2 },
  { module: 2, cardholder: 2, guests: 0, shared: 2, allowedGuestsPerUsage: 1 },
  { module: 3, cardholder: 1, guests: 0, shared: 0, allowedGuestsPerUsage: 0 },
];

const instantSchema = z.iso.datetime({ offset: true });
const nameSchema = z.string().trim().min(1).max(100);
const digitsSchema = z.string().regex(/^\d{1,20}$/, 'digits only');
const countSchema = z.number().int().min(0).max(999);

function entitlementsMessage(entitlements: readonly Entitlement[]) {
  const moduleExclusiveEntitlements = entitlements.map((entitlement) => ({
    module: entitlement.module,
    details: {
      cardholderExclusiveEntitlements: entitlement.cardholder,
      guestsExclusiveEntitlements: entitlement.guests,
      sharedEntitlements: entitlement.shared,
      allowedGuestsPerUsage: entitlement.allowedGuestsPerUsage,
      maxGuestsNextUse: maxGuestsNextUse(entitlement),
    },
  }));
  return { moduleExclusiveEntitlements };
}

/** [doc v1 338664m0]; `activationDate` is v2's. */
function membershipMessage(world: World, profile: ApiProfile, membership: MembershipRecord) {
  return {
    programId: membership.programId,
    clientUserId: membership.clientUserId,
    membershipId: membership.membershipId,
    status: membershipStatus(membership, world.nowMs()),
    registrationDate: membership.registeredAt,
    ...(profile.hasActivation && { activationDate: membership.activatesAt }),
    expirationDate: membership.expiresAt,
    entitlements: entitlementsMessage(membership.entitlements),
  };
}

const saved = (membership: MembershipRecord) => put('memberships', membership.membershipId, membership);

const registerSchema = z.object({
  clientUserId: z.string().trim().min(1).max(128),
  firstName: nameSchema,
  lastName: nameSchema,
  phoneNumber: digitsSchema.nullish(),
  callingCode: digitsSchema.nullish(),
  email: z.email().nullish(),
  activationDate: instantSchema.nullish(),
  expirationDate: instantSchema.nullish(),
});

function register({ world, profile, programId, body }: Call): Result {
  const asked = parseInput(registerSchema, body);
  const nowMs = world.nowMs();
  const expiresMs = asked.expirationDate ? Date.parse(asked.expirationDate) : nowMs + DEFAULT_VALIDITY_MS;
  const activatesMs = profile.hasActivation && asked.activationDate ? Date.parse(asked.activationDate) : nowMs;
  if (expiresMs <= nowMs) throw new Refusal('malformed', 'expirationDate: in the past');
  const name = { firstName: asked.firstName, lastName: asked.lastName };
  const boundTo = nameKey(world, programId, asked.clientUserId, name);
  const membership: MembershipRecord = {
    membershipId: world.freshDigits('8888', 16, (id) => world.journal.all('memberships').has(id)),
    programId,
    clientUserId: asked.clientUserId,
    ...name,
    status: activatesMs > nowMs ? 0 : 1,
    registeredAt: instantText(nowMs),
    activatesAt: instantText(activatesMs),
    expiresAt: instantText(expiresMs),
    entitlements: PROGRAM_ENTITLEMENTS.map((entitlement) => ({ ...entitlement })),
  };
  return {
    data: membershipMessage(world, profile, membership),
    changes: [saved(membership), put('names', boundTo, name)],
  };
}

const updateSchema = z.object({
  membershipId: z.string(),
  status: z.number().int().optional(),
  expirationDate: instantSchema.nullish(),
});

/** Status by the vendor's matrix, and expiry; suspension and reactivation take effect at once [doc v1 338656m0]. */
function update({ world, profile, programId, body }: Call): Result {
  const asked = parseInput(updateSchema, body);
  const before = world.membership(programId, asked.membershipId);
  const from = membershipStatus(before, world.nowMs());
  const expiresMs = asked.expirationDate ? Date.parse(asked.expirationDate) : null;
  const isLonger = expiresMs !== null && expiresMs > world.nowMs();
  const to = asked.status ?? from;
  if (to !== from && !isStatusChangeAllowed(from, to, isLonger)) {
    throw new Refusal('membership-status-forbidden', `status: ${from} cannot become ${to}`);
  }
  const membership: MembershipRecord = {
    ...before,
    ...(asked.status !== undefined && { status: asked.status }),
    ...(expiresMs !== null && { expiresAt: instantText(expiresMs) }),
  };
  return { data: membershipMessage(world, profile, membership), changes: [saved(membership)] };
}

const searchSchema = z
  .object({ membershipId: z.string().optional(), clientUserId: z.string().optional() })
  .refine((asked) => asked.membershipId || asked.clientUserId, { message: 'membershipId or clientUserId: required' });

function search({ world, profile, programId, body }: Call): Result {
  const asked = parseInput(searchSchema, body);
  const found = asked.membershipId
    ? world.membership(programId, asked.membershipId)
    : [...world.journal.all('memberships').values()].find(
        (one) => one.programId === programId && one.clientUserId === asked.clientUserId,
      );
  if (!found) throw new Refusal('not-found', 'Membership not found.');
  return { data: membershipMessage(world, profile, found) };
}

const idSchema = z.object({ membershipId: z.string() });

/** A short-lived code in place of the membership's fixed one [doc v1 338656m0]; fields [inferred]. */
function qrCode({ world, programId, body }: Call): Result {
  const membership = world.membership(programId, parseInput(idSchema, body).membershipId);
  if (membershipStatus(membership, world.nowMs()) !== 1) {
    throw new Refusal('pass-cancelled', 'The membership is not active.');
  }
  const old = [...world.journal.all('qrCodes').values()].filter((one) => one.validUntilMs <= world.nowMs());
  const code = `MD${freshHex().toUpperCase()}`;
  const validUntilMs = world.nowMs() + QR_CODE_MS;
  return {
    data: { qrCode: code, validUntil: Math.floor(validUntilMs / 1000) },
    changes: [
      ...old.map((one) => put('qrCodes', one.code, null)),
      put('qrCodes', code, { code, membershipId: membership.membershipId, validUntilMs }),
    ],
  };
}

const entitlementSchema = z.object({
  membershipId: z.string(),
  module: z.number().int().min(1).max(4),
  details: z.object({
    cardholderExclusiveEntitlements: countSchema.optional(),
    guestsExclusiveEntitlements: countSchema.optional(),
    sharedEntitlements: countSchema.optional(),
    allowedGuestsPerUsage: countSchema.optional(),
  }),
});

/** One module a call [3p]; what is not named stays. */
function updateEntitlements({ world, programId, body }: Call): Result {
  const { membershipId, module, details } = parseInput(entitlementSchema, body);
  const before = world.membership(programId, membershipId);
  const known = before.entitlements.find((one) => one.module === module);
  const changed: Entitlement = {
    module,
    cardholder: details.cardholderExclusiveEntitlements ?? known?.cardholder ?? 0,
    guests: details.guestsExclusiveEntitlements ?? known?.guests ?? 0,
    shared: details.sharedEntitlements ?? known?.shared ?? 0,
    allowedGuestsPerUsage: details.allowedGuestsPerUsage ?? known?.allowedGuestsPerUsage ?? 0,
  };
  const others = before.entitlements.filter((one) => one.module !== module);
  const entitlements = [...others, changed].sort((a, b) => a.module - b.module);
  return {
    data: { membershipId, entitlements: entitlementsMessage(entitlements) },
    changes: [saved({ ...before, entitlements })],
  };
}

function searchEntitlements({ world, programId, body }: Call): Result {
  const { membershipId, entitlements } = world.membership(programId, parseInput(idSchema, body).membershipId);
  return { data: { membershipId, entitlements: entitlementsMessage(entitlements) } };
}

const post = (name: OperationName, path: string, isWrite: boolean, run: Operation['run']): Operation => ({
  name,
  method: 'POST',
  path,
  versions: BOTH,
  isWrite,
  run,
});

export const membershipOperations: readonly Operation[] = [
  post('membership.register', '/memberships', true, register),
  post('membership.update', '/memberships/update', true, update),
  post('membership.search', '/memberships/search', false, search),
  post('membership.qrCodes', '/memberships/qrCodes', false, qrCode),
  post('entitlements.update', '/entitlements/update', true, updateEntitlements),
  post('entitlements.search', '/entitlements/search', false, searchEntitlements),
];
