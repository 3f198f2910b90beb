import 'server-only';
import { SignJWT } from 'jose';
import { eventKey } from '@/lib/auth/event-key';
import { env } from '@/lib/env';
import type { NewBrandEvent } from '@/lib/store/brand-events';
import { newId } from '@/lib/store/ids';
import type { Owner } from '@/lib/store/owner';

/** What has happened, by name, and all that a brand is told about it: never a code or a voucher. */
export type BrandEvent = {
  type: 'door.refused' | 'booking.unsettled' | 'booking.pending_long';
  data: Record<string, unknown>;
};

/**
 * An event for the outbox, signed: a JWT for the brand (`aud`) about its own customer (`sub`), whose `jti` tells a repeat.
 * `nowMs` is when it happened to be told.
 */
export async function brandEvent(owner: Owner, { type, data }: BrandEvent, nowMs: number): Promise<NewBrandEvent> {
  const id = newId('ev');
  const { privateKey, publicJwk } = await eventKey();
  const token = await new SignJWT({ type, data })
    .setProtectedHeader({ alg: 'EdDSA', kid: publicJwk.kid, typ: 'brand-event+jwt' })
    .setIssuer(env().appUrl)
    .setAudience(owner.brandId)
    .setSubject(owner.clientUserId)
    .setJti(id)
    .setIssuedAt(Math.floor(nowMs / 1000))
    .sign(privateKey);
  return { id, type, token, createdAt: new Date(nowMs).toISOString() };
}
