import { availabilitySchema } from '../../lib/contract/resources';
import type { Device, Manner, Scene } from './device';
import type { Intent, Told } from './ledger';
import { DETAILS, type Places, type Wish } from './places';
import type { Random } from './random';
import { LostAnswer } from './request';
import type { HeldPass, Traveller } from './traveller';
import type { Troubles } from './troubles';

type Held = { holdId: string; pass: HeldPass; wish: Wish };

/** Travellers that several workers act for at once, and how often. */
const SHARED_SHARE = 0.2;
const LOOK_SHARE = 0.1;
const ATTEMPTS = 6;

const KINDS = { book: 55, cancel: 30, change: 15 } as const;

/** How a button that books is pressed, and what happens around it. */
const BOOKING_WAYS = {
  once: 38,
  'hang-up': 10,
  'give-up': 5,
  'double-tap': 14,
  'two-keys': 12,
  'held-again': 7,
  'other-pass': 7,
  'slot-lost': 4,
  'cancelled-at-once': 3,
} as const;

const CANCELLING_WAYS = { once: 35, 'hang-up': 15, 'give-up': 5, 'double-tap': 20, 'two-keys': 25 } as const;

/** Wants one thing after the other for its travellers, in every way a person in a hurry on a bad network does. */
export class Actor {
  constructor(
    private readonly scene: Scene,
    private readonly places: Places,
    private readonly own: readonly Traveller[],
    private readonly shared: readonly Traveller[],
    private readonly random: Random,
    private readonly troubles: Troubles,
  ) {}

  async step(): Promise<void> {
    await this.troubles.perhaps(this.random);
    const isShared = this.shared.length > 0 && this.random.chance(SHARED_SHARE);
    const traveller = this.random.pick(isShared ? this.shared : this.own);
    if (this.random.chance(LOOK_SHARE)) await this.look(traveller);
    const kind = this.random.weighted(KINDS);
    const known = [...traveller.open];
    if (kind === 'book' || known.length === 0) return this.book(traveller, null);
    const bookingId = this.random.pick(known);
    if (kind === 'change') return this.book(traveller, bookingId);
    return this.cancel(traveller, bookingId);
  }

  private async look(traveller: Traveller): Promise<void> {
    for (const { bookingId, status } of (await this.deviceOf(traveller).bookings()) ?? []) {
      const isOpen = status === 'confirmed' || status === 'pending' || status === 'checking';
      if (isOpen) traveller.open.add(bookingId);
      else traveller.open.delete(bookingId);
    }
  }

  private async book(traveller: Traveller, replaces: string | null): Promise<void> {
    const held = await this.hold(traveller);
    if (!held) return;
    const way = this.random.weighted(BOOKING_WAYS);
    const { resourceId, at } = held.wish;
    const intent = this.openBooking(traveller, held, replaces);
    const press = this.pressOf(traveller, intent);
    if (way === 'slot-lost') await this.troubles.fillSlot({ resourceId, at });
    if (way === 'held-again' || way === 'other-pass') {
      const other = await this.holdAgain(traveller, held, way);
      const second = other && this.pressOf(traveller, this.openBooking(traveller, other, null));
      await Promise.all([press('once'), second?.('once')]);
    } else if (way === 'two-keys') await Promise.all([press('once'), press('once')]);
    else if (way === 'double-tap') {
      const key = crypto.randomUUID();
      await Promise.all([press('once', key), press('once', key)]);
    } else if (way === 'hang-up' || way === 'give-up') await press(way);
    else await press('once');
    if (way === 'slot-lost') await this.troubles.freeSlot({ resourceId, at });
    const made = intent.told.flatMap((told) => (told && 'booking' in told ? [told.booking.bookingId] : []))[0];
    if (way === 'cancelled-at-once' && made) await this.cancel(traveller, made);
  }

  private async cancel(traveller: Traveller, bookingId: string): Promise<void> {
    const way = this.random.weighted(CANCELLING_WAYS);
    const { clientUserId } = traveller;
    const intent = this.scene.ledger.open({ kind: 'cancel', clientUserId, holdId: null, bookingId, replaces: null });
    const press = this.pressOf(traveller, intent);
    const key = crypto.randomUUID();
    if (way === 'double-tap') await Promise.all([press('once', key), press('once', key)]);
    else if (way === 'two-keys') await Promise.all([press('once'), press('once')]);
    else await press(way);
  }

  private openBooking({ clientUserId }: Traveller, { holdId }: Held, replaces: string | null): Intent {
    const kind = replaces === null ? 'book' : 'change';
    return this.scene.ledger.open({ kind, clientUserId, holdId, bookingId: null, replaces });
  }

  /** Presses the intent's button on any of the traveller's devices, and keeps what was told. */
  private pressOf(traveller: Traveller, intent: Intent) {
    const { holdId, bookingId, replaces } = intent;
    const path = bookingId === null ? '/api/bookings' : `/api/bookings/${bookingId}/cancel`;
    const body = bookingId === null ? { holdId, details: DETAILS, ...(replaces !== null && { replaces }) } : {};
    return async (way: 'once' | 'hang-up' | 'give-up', key: string = crypto.randomUUID()) => {
      const manner: Manner = way === 'once' ? 'patient' : way;
      const told = await this.deviceOf(traveller).press(path, body, key, manner);
      intent.told.push(told);
      remember(traveller, told);
    };
  }

  /** Something free that one of the traveller's passes can be used for, held; null when nothing was found in a few tries. */
  private async hold(traveller: Traveller): Promise<Held | null> {
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const pass = this.random.pick(traveller.passes);
      const wish = this.places.wish(this.random, pass.module);
      const asked = await this.ask(traveller, pass, wish);
      if (asked?.holdId) return { holdId: asked.holdId, pass, wish };
      const [near] = asked?.alternatives ?? [];
      const nearby = near && { ...wish, at: near.at };
      const instead = nearby && (await this.ask(traveller, pass, nearby));
      if (nearby && instead?.holdId) return { holdId: instead.holdId, pass, wish: nearby };
    }
    return null;
  }

  /** The same place and time once more, with the same pass, which gives up the first hold, or with another. */
  private async holdAgain(traveller: Traveller, { pass, wish }: Held, way: 'held-again' | 'other-pass') {
    const others = traveller.passes.filter(({ module, passId }) => module === pass.module && passId !== pass.passId);
    const chosen = way === 'held-again' || others.length === 0 ? pass : this.random.pick(others);
    const asked = await this.ask(traveller, chosen, wish);
    return asked?.holdId ? { holdId: asked.holdId, pass: chosen, wish } : null;
  }

  private async ask(traveller: Traveller, { passId }: HeldPass, { resourceId, ...when }: Wish) {
    const path = `/api/resources/${resourceId}/availability`;
    try {
      const reply = await this.deviceOf(traveller).post(path, { passId, ...when });
      return reply.status === 200 ? availabilitySchema.parse(JSON.parse(reply.text)) : null;
    } catch (error) {
      if (error instanceof LostAnswer) return null;
      throw error;
    }
  }

  private deviceOf(traveller: Traveller): Device {
    return this.random.pick(traveller.devices);
  }
}

function remember(traveller: Traveller, told: Told): void {
  if (!told || !('booking' in told)) return;
  const { bookingId, status } = told.booking;
  const isOver = status === 'cancelled' || status === 'refused' || status === 'used';
  if (isOver) traveller.open.delete(bookingId);
  else traveller.open.add(bookingId);
}
