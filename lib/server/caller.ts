import 'server-only';
import type { Session } from '@/lib/auth/session';
import type { Brand } from '@/lib/brand/schema';
import { AppError } from './errors';

/** On whose behalf a use case runs: the brand of the host, and the traveller if one is signed in to that brand. */
export type Caller = { brand: Brand; session: Session | null; requestId: string };

/** Key of everything a traveller owns. The same `clientUserId` under another brand is somebody else. */
export type Owner = { brandId: string; clientUserId: string };

/** The signed-in traveller, or `not_signed_in`. */
export function requireSession(caller: Caller): Session {
  if (!caller.session) throw new AppError('not_signed_in');
  return caller.session;
}

export function ownerOf(session: Session): Owner {
  return { brandId: session.brandId, clientUserId: session.clientUserId };
}
