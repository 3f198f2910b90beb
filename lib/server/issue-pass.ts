import 'server-only';
import { Temporal } from 'temporal-polyfill';
import type { Session } from '@/lib/auth/session';
import type { PassDetail } from '@/lib/contract/passes';
import type { Offer } from '@/lib/domain/offer';
import { newId } from '@/lib/store/ids';
import { withOwnerLock } from '@/lib/store/owner';
import { countPassesOfOffer, findPass, insertPass, type PassRow, setPassState } from '@/lib/store/passes';
import { Answer } from './answer';
import { type Caller, erasedOwner, ownerOf, requireSession } from './caller';
import { passDetail } from './dto/pass';
import { AppError } from './errors';
import { isDragonPassError } from './errors-vendor';
import { runtime } from './runtime';
import { askForPass } from './settle-pass';

/** The id of a pass that is about to be asked for. */
export function newPassId(): string {
  return newId('ps');
}

/**
 * Gets a pass of an offer under the given id. 201 when issued; 202, `pending`, while nobody knows whether it was.
 * @throws AppError `not_found` (no such offer), `not_entitled` (all of them taken), `invalid_request` (another name)
 */
export async function issuePass(
  caller: Caller,
  body: { offerId: string },
  passId: string,
): Promise<Answer<PassDetail>> {
  const session = requireSession(caller);
  const offer = caller.brand.offers.find(({ id }) => id === body.offerId);
  if (!offer) throw new AppError('not_found');
  if (!caller.brand.modules.includes(offer.module)) throw new AppError('not_entitled');
  const row = await journal(session, offer, passId);
  return answerFor(await issue(caller, row));
}

/** What became of an issue whose first request never answered. */
export async function issuedPass(caller: Caller, passId: string): Promise<Answer<PassDetail> | null> {
  const { store } = await runtime();
  const row = await findPass(store.db, ownerOf(requireSession(caller)), passId);
  return row && row.state !== 'refused' ? answerFor(row) : null;
}

/** Written before the vendor is asked, so that no issued pass can be lost. Two requests cannot both take the last one. */
async function journal(session: Session, offer: Offer, passId: string): Promise<PassRow> {
  const { store, clock } = await runtime();
  const owner = ownerOf(session);
  const nowMs = clock();
  const { module, visits, resourceIds } = offer;
  const { firstName, lastName } = session;
  const request = { module, firstName, lastName, expiresAt: lastMoment(nowMs, offer.validDays), visits, resourceIds };
  return withOwnerLock(store.db, owner, async (tx) => {
    const taken = await countPassesOfOffer(tx, owner, erasedOwner(owner), offer.id);
    if (taken >= offer.maxPerTraveller) throw new AppError('not_entitled', { fields: { offerId: 'offer_used_up' } });
    return insertPass(tx, owner, {
      id: passId,
      offerId: offer.id,
      title: offer.title,
      module,
      state: 'requested',
      request,
      createdAt: new Date(nowMs).toISOString(),
    });
  });
}

/**
 * An unknown outcome is asked again once, under the same request id (see docs/decisions): at worst a pass that nobody
 * refers to exists at the vendor, which costs nothing until it is used.
 */
async function issue(caller: Caller, row: PassRow): Promise<PassRow> {
  try {
    return await askForPass(caller.brand, row);
  } catch (error) {
    if (!isDragonPassError(error)) throw error;
    if (!error.outcomeUnknown) {
      const { store } = await runtime();
      await setPassState(store.db, row.id, 'refused');
      throw error;
    }
  }
  try {
    return await askForPass(caller.brand, row);
  } catch (error) {
    if (!isDragonPassError(error) || error.kind === 'rejected') throw error;
    return row;
  }
}

async function answerFor(row: PassRow): Promise<Answer<PassDetail>> {
  const { clock } = await runtime();
  return new Answer(passDetail(row, [], clock()), { status: row.state === 'issued' ? 201 : 202 });
}

/** The end of the last valid day, in UTC: the vendor takes an instant, and a place's own midnight is not known. */
function lastMoment(nowMs: number, validDays: number): string {
  const today = Temporal.Instant.fromEpochMilliseconds(nowMs).toZonedDateTimeISO('UTC').toPlainDate();
  return `${today.add({ days: validDays })}T23:59:59+00:00`;
}
