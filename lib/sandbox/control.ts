import { z } from 'zod';
import { resourcePatchSchema } from './catalog/model';
import type { Calls } from './http/calls';
import { type Fault, type FaultInput, type Faults, faultSchema } from './http/faults';
import { Refusal } from './http/refusal';
import {
  confirmPending,
  type Done,
  declinePending,
  redeemMembership,
  redeemPass,
  redeemVoucher,
  reverseUse,
} from './rules/venue';
import type { MembershipRecord, OrderRecord, PassRecord } from './state/records';
import { put, type World } from './world';

const LOCAL_MINUTES = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/;

/** `now`: the sandbox's clock goes on from there. `advanceMs`: moved from where it is. null: the machine's clock again. */
export const clockSchema = z.union([
  z.strictObject({ now: z.iso.datetime({ offset: true }) }),
  z.strictObject({ advanceMs: z.number().int() }),
  z.null(),
]);
export type ClockInput = z.infer<typeof clockSchema>;

/** One of `ePassId`, `membershipId` (or a dynamic code) and `voucher`; place and module have defaults for walk-ins. */
export const redeemSchema = z
  .strictObject({
    ePassId: z.string().optional(),
    membershipId: z.string().optional(),
    voucher: z.string().optional(),
    resourceId: z.string().optional(),
    module: z.number().int().optional(),
    adults: z.number().int().min(0).default(1),
    children: z.number().int().min(0).default(0),
  })
  .refine((input) => [input.ePassId, input.membershipId, input.voucher].filter(Boolean).length === 1, {
    message: 'exactly one of ePassId, membershipId and voucher',
  });
export type RedeemInput = z.input<typeof redeemSchema>;

/** Capacity of one slot for our clients: 0 makes it full, null gives it back its own. `at` is local: `2026-11-26T10:30`. */
export const slotSchema = z.strictObject({
  resourceId: z.string(),
  at: z.string().regex(LOCAL_MINUTES),
  capacity: z.number().int().min(0).nullable(),
});
export type SlotInput = z.infer<typeof slotSchema>;

export const orderIdSchema = z.strictObject({ orderId: z.string() });
export const resourceChangeSchema = z.strictObject({ patch: resourcePatchSchema });

export interface ControlState {
  /** The sandbox's clock, in UTC. */
  readonly now: string;
  readonly clockOffsetMs: number;
  readonly counts: Readonly<Record<'passes' | 'memberships' | 'orders' | 'holds' | 'hubs' | 'resources', number>>;
  readonly faults: readonly Fault[];
}

/** What a venue, a clock and bad luck can do to the sandbox; the same over HTTP and in the process. */
export interface SandboxControl {
  state(): Promise<ControlState>;
  orders(clientUserId?: string): Promise<OrderRecord[]>;
  passes(clientUserId?: string): Promise<PassRecord[]>;
  memberships(clientUserId?: string): Promise<MembershipRecord[]>;
  calls(): Promise<ReturnType<Calls['report']>>;
  resetCalls(): Promise<void>;
  setClock(input: ClockInput): Promise<{ now: string }>;
  redeem(input: RedeemInput): Promise<OrderRecord>;
  reverse(orderId: string): Promise<OrderRecord>;
  confirm(orderId: string): Promise<OrderRecord>;
  decline(orderId: string): Promise<OrderRecord>;
  addFault(fault: FaultInput): Promise<void>;
  clearFaults(): Promise<void>;
  patchResource(resourceId: string, patch: z.input<typeof resourcePatchSchema>): Promise<void>;
  setSlot(input: SlotInput): Promise<void>;
  /** Back to empty: passes, orders, clock, patches, faults and counts. */
  reset(): Promise<void>;
}

interface Parts {
  readonly world: World;
  readonly faults: Faults;
  readonly calls: Calls;
  readonly onCommitted: () => void;
}

function redeemAny(world: World, input: RedeemInput): Done {
  const { ePassId, membershipId, voucher, resourceId, module, adults, children } = redeemSchema.parse(input);
  if (voucher) return redeemVoucher(world, voucher);
  const party = { adults, children };
  if (adults + children < 1) throw new Refusal('malformed', 'adults: at least one person');
  if (ePassId) return redeemPass(world, ePassId, { resourceId, party });
  return redeemMembership(world, membershipId ?? '', module ?? 1, { resourceId, party });
}

function readState({ world, faults }: Parts): ControlState {
  const { passes, memberships, orders, holds } = world.journal.maps;
  return {
    now: new Date(world.nowMs()).toISOString(),
    clockOffsetMs: world.nowMs() - world.realNowMs(),
    counts: {
      passes: passes.size,
      memberships: memberships.size,
      orders: orders.size,
      holds: [...holds.values()].filter((hold) => hold.holderId !== null && hold.validUntilMs > world.nowMs()).length,
      hubs: world.catalog.hubs.length,
      resources: world.catalog.resources.length,
    },
    faults: faults.list(),
  };
}

function moveClock(world: World, input: ClockInput): { now: string } {
  const offset = world.nowMs() - world.realNowMs();
  const next =
    input === null ? 0 : 'now' in input ? Date.parse(input.now) - world.realNowMs() : offset + input.advanceMs;
  world.journal.commit([put('settings', 'clockOffsetMs', { number: next })]);
  return { now: new Date(world.nowMs()).toISOString() };
}

function changeResource(world: World, resourceId: string, patch: unknown): void {
  if (!world.catalog.resourceById.has(resourceId)) throw new Refusal('not-found', 'Resource not found.');
  const before = world.journal.all('patches').get(resourceId)?.patch;
  const merged = resourcePatchSchema.parse({
    ...resourcePatchSchema.parse(before ?? {}),
    ...resourcePatchSchema.parse(patch),
  });
  const updatedAt = new Date(world.nowMs()).toISOString();
  world.journal.commit([put('patches', resourceId, { patch: merged, updatedAt })]);
}

export function createControl(parts: Parts): SandboxControl {
  const { world, faults, calls } = parts;
  const { journal } = world;
  const ofUser = <Item extends { clientUserId: string }>(
    items: Iterable<Item>,
    clientUserId: string | undefined,
  ): Item[] =>
    structuredClone([...items].filter((item) => clientUserId === undefined || item.clientUserId === clientUserId));
  const settle = ({ order, changes }: Done): OrderRecord => {
    journal.commit(changes);
    parts.onCommitted();
    return structuredClone(order);
  };
  return {
    state: async () => readState(parts),
    orders: async (clientUserId) => ofUser(journal.all('orders').values(), clientUserId),
    passes: async (clientUserId) => ofUser(journal.all('passes').values(), clientUserId),
    memberships: async (clientUserId) => ofUser(journal.all('memberships').values(), clientUserId),
    calls: async () => calls.report(),
    resetCalls: async () => calls.reset(),
    setClock: async (input) => moveClock(world, clockSchema.parse(input)),
    redeem: async (input) => settle(redeemAny(world, input)),
    reverse: async (orderId) => settle(reverseUse(world, orderId)),
    confirm: async (orderId) => settle(confirmPending(world, orderId)),
    decline: async (orderId) => settle(declinePending(world, orderId)),
    addFault: async (fault) => faults.add(faultSchema.parse(fault)),
    clearFaults: async () => faults.clear(),
    patchResource: async (resourceId, patch) => changeResource(world, resourceId, patch),
    setSlot: async (input) => {
      const { resourceId, at, capacity } = slotSchema.parse(input);
      journal.commit([put('slots', `${resourceId}|${at}`, capacity === null ? null : { capacity })]);
    },
    reset: async () => {
      // Order numbers go on: a client that has kept its own records must never meet the same number again.
      const lastOrder = journal.all('settings').get('lastOrder');
      journal.reset();
      if (lastOrder) journal.commit([put('settings', 'lastOrder', lastOrder)]);
      faults.clear();
      calls.reset();
    },
  };
}
