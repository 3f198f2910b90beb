import { setTimeout as pause } from 'node:timers/promises';
import type { FaultInput } from '../../lib/sandbox/http/faults';
import type { Deployment } from './deployment';
import type { Random } from './random';

/** How often a step brings a fault, and something that happens at a venue. */
const FAULT_SHARE = 0.4;
const VENUE_SHARE = 0.06;

const STRUCK = {
  prebook: 40,
  cancel: 25,
  'order.details': 10,
  'epass.orders': 8,
  'epass.search': 6,
  availability: 8,
  token: 3,
} as const;

const WHEN = { before: 40, after: 60 } as const;

/** `late` takes effect after we have stopped waiting for it. */
const MODES = {
  reset: 22,
  fail: 22,
  garbage: 12,
  slow: 16,
  'rate-limit': 8,
  duplicate: 14,
  stall: 3,
  late: 3,
} as const;

/** Our own patience with the vendor is ten seconds. */
const LATE_MS = { from: 10_500, to: 13_000 };
const LONGEST_SLOW_MS = 2_500;

/** Whom venues turn to: the next who are to come, or those who have just booked. */
const SOONEST = 8;
const LATEST = 60;

type Slot = { resourceId: string; at: string };

/** What goes wrong at the vendor's, and what its venues do meanwhile. */
export class Troubles {
  /** How often each kind was brought about. */
  readonly counts = new Map<string, number>();
  /** Orders that a venue declined, or took the use of back. */
  readonly undoneByVenue = new Set<string>();
  private isOver = false;

  /** `isPatient`: with faults that our server waits out, ten seconds each. */
  constructor(
    private readonly deployment: Pick<Deployment, 'control'>,
    private readonly isPatient: boolean,
  ) {}

  async perhaps(random: Random): Promise<void> {
    if (this.isOver) return;
    if (random.chance(FAULT_SHARE)) await this.addFault(random);
    if (random.chance(VENUE_SHARE)) await this.venue(random);
  }

  async fillSlot(slot: Slot): Promise<void> {
    this.note('slot lost');
    await this.deployment.control.setSlot({ ...slot, capacity: 0 });
  }

  async freeSlot(slot: Slot): Promise<void> {
    await this.deployment.control.setSlot({ ...slot, capacity: null });
  }

  /** From now on the vendor is well. Resolves when the last late effect has come about. */
  async end(): Promise<void> {
    this.isOver = true;
    await this.deployment.control.clearFaults();
    await pause(this.isPatient ? LATE_MS.to : LONGEST_SLOW_MS);
  }

  private async addFault(random: Random): Promise<void> {
    const operation = random.weighted(STRUCK);
    const mode = random.weighted(this.isPatient ? MODES : { ...MODES, stall: 0, late: 0 });
    const when = random.weighted(WHEN);
    const fault = faultOf(random, mode, when);
    this.note(`${mode} ${fault.when ?? 'before'}`);
    await this.deployment.control.addFault({ ...fault, operation });
  }

  /** Staff confirm or decline what waits for them, let people in, and take a use back. A refusal of theirs is as good. */
  private async venue(random: Random): Promise<void> {
    const { control } = this.deployment;
    const orders = await control.orders();
    const soonest = orders
      .filter(({ status }) => status === 1)
      .sort((a, b) => (a.at ?? '').localeCompare(b.at ?? ''))
      .slice(0, SOONEST);
    const order = random.pick([...(random.chance(0.5) ? soonest : orders.slice(-LATEST)), null]);
    if (!order) return;
    const { orderId, status, ePassId, module } = order;
    const [voucher] = order.vouchers;
    if (status === 0 && random.chance(0.7)) await this.atVenue('confirmed', control.confirm(orderId));
    else if (status === 0) await this.atVenue('declined', control.decline(orderId), orderId);
    else if (status === 2) await this.atVenue('use taken back', control.reverse(orderId), orderId);
    else if (status === 1 && voucher) await this.atVenue('voucher used', control.redeem({ voucher: voucher.voucher }));
    else if (ePassId !== null && module === 1) await this.atVenue('walked in', control.redeem({ ePassId }));
  }

  private async atVenue(what: string, deed: Promise<unknown>, undone?: string): Promise<void> {
    const isDone = await deed.then(
      () => true,
      () => false,
    );
    if (!isDone) return;
    this.note(what);
    if (undone !== undefined) this.undoneByVenue.add(undone);
  }

  private note(what: string): void {
    this.counts.set(what, (this.counts.get(what) ?? 0) + 1);
  }
}

function faultOf(random: Random, mode: keyof typeof MODES, when: keyof typeof WHEN): Omit<FaultInput, 'operation'> {
  switch (mode) {
    case 'late':
      return { mode: 'slow', when: 'before', ms: random.between(LATE_MS.from, LATE_MS.to) };
    case 'slow':
      return { mode, when, ms: random.between(100, LONGEST_SLOW_MS) };
    case 'fail':
      return { mode, when, status: random.pick([500, 502, 503, 504]) };
    case 'rate-limit':
      // Only before: an answer that says "not done" about something that was done is a lie, which no client can see through.
      return { mode, when: 'before', ms: 1_000 };
    case 'duplicate':
      return { mode, when, ms: random.between(0, 1_500), forgets: random.chance(0.5) };
    default:
      return { mode, when };
  }
}
