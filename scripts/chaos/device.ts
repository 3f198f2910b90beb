import { setTimeout as pause } from 'node:timers/promises';
import type { z } from 'zod';
import { type BookingDto, bookingListSchema, bookingSchema } from '../../lib/contract/bookings';
import { errorBodySchema } from '../../lib/contract/errors';
import type { Deployment } from './deployment';
import type { Ledger, Told } from './ledger';
import type { Random } from './random';
import { LostAnswer, type Reply, send } from './request';
import type { Watch } from './watch';

/** How a press is made: `give-up` never asks again, `hang-up` leaves before the first answer and then asks again. */
export type Manner = 'patient' | 'hang-up' | 'give-up';

/** Presses of one intent before a person would stop; those that reached nobody count apart. */
const MOST_PRESSES = 8;
const MOST_UNREACHED = 60;

/** What the devices of a run have in common. */
export type Scene = { deployment: Deployment; watch: Watch; ledger: Ledger };

/** A signed-in browser. Every answer it gets about a booking is looked at. */
export class Device {
  constructor(
    private readonly scene: Scene,
    readonly clientUserId: string,
    private readonly cookie: string,
    private readonly random: Random,
  ) {}

  /** Null when no answer came, or an error. */
  async get<Schema extends z.ZodType>(path: string, schema: Schema): Promise<z.output<Schema> | null> {
    const reply = await this.ask('GET', path).catch(quiet);
    return reply?.status === 200 ? schema.parse(JSON.parse(reply.text)) : null;
  }

  async bookings(): Promise<BookingDto[] | null> {
    const askedAt = this.scene.watch.now();
    const list = await this.get('/api/bookings', bookingListSchema);
    for (const { bookingId, status } of list?.bookings ?? []) this.scene.watch.see(bookingId, status, askedAt);
    return list?.bookings ?? null;
  }

  /** One POST under a key, without repeats. @throws LostAnswer */
  post(path: string, body: unknown, key: string = crypto.randomUUID(), hangUpAfterMs?: number): Promise<Reply> {
    return this.ask('POST', path, {
      body: JSON.stringify(body),
      key,
      ...(hangUpAfterMs !== undefined && { hangUpAfterMs }),
    });
  }

  /** Presses a button that books or cancels, and presses again under the same key until there is an answer, as told. */
  async press(path: string, body: unknown, key: string, manner: Manner): Promise<Told> {
    let hangUpAfterMs = manner === 'hang-up' ? this.random.between(1, 400) : undefined;
    let unreached = 0;
    // A repeat is given the first answer again, which may be older than what other devices have been shown since.
    const askedAt = this.scene.watch.now();
    for (let presses = 0; presses < MOST_PRESSES; ) {
      const reply = await this.post(path, body, key, hangUpAfterMs).catch(lostAnswer);
      const told = reply instanceof LostAnswer ? null : this.read(reply, askedAt);
      if (told) return told;
      this.scene.ledger.lostAnswers += 1;
      if (manner === 'give-up') return null;
      hangUpAfterMs = undefined;
      const isDown = reply instanceof LostAnswer && reply.isRefused;
      if (isDown && unreached < MOST_UNREACHED) unreached += 1;
      else presses += 1;
      await pause(this.random.between(50, isDown ? 200 : 900));
    }
    return null;
  }

  private read(reply: Reply, askedAt: number): Told {
    if (reply.status < 300) {
      const booking = bookingSchema.parse(JSON.parse(reply.text));
      this.scene.watch.see(booking.bookingId, booking.status, askedAt);
      return { booking };
    }
    const { code } = errorBodySchema.parse(JSON.parse(reply.text)).error;
    // These say that nothing is known or decided yet, and to try again.
    const isOpen = reply.status >= 500 || code === 'rate_limited' || code === 'idempotency_conflict';
    return isOpen ? null : { refused: code };
  }

  /** At any of the servers, also at one that has just been killed; while none is up it waits. */
  private async ask(
    method: 'GET' | 'POST',
    path: string,
    more: { body?: string; key?: string; hangUpAfterMs?: number } = {},
  ): Promise<Reply> {
    await this.scene.deployment.someIsUp();
    const url = this.random.pick(this.scene.deployment.urls);
    const { body, key, hangUpAfterMs } = more;
    const headers: Record<string, string> = { cookie: this.cookie };
    if (method === 'POST') Object.assign(headers, { origin: url, 'content-type': 'application/json' });
    if (key !== undefined) headers['idempotency-key'] = key;
    return send(url + path, {
      method,
      headers,
      ...(body !== undefined && { body }),
      ...(hangUpAfterMs !== undefined && { hangUpAfterMs }),
    });
  }
}

/** Lets a mistake of the fault run itself through. */
function lostAnswer(error: unknown): LostAnswer {
  if (error instanceof LostAnswer) return error;
  throw error;
}

function quiet(error: unknown): null {
  lostAnswer(error);
  return null;
}
