import 'server-only';
import { erasedId } from '@/lib/auth/erased-id';
import type { Session } from '@/lib/auth/session';
import type { Brand } from '@/lib/brand/schema';
import type { Owner } from '@/lib/store/owner';
import { AppError } from './errors';

/** On whose behalf a use case runs: the brand of the host, and the traveller if one is signed in to that brand. */
export type Caller = { brand: Brand; session: Session | null; requestId: string };

/** The signed-in traveller, or `not_signed_in`. */
export function requireSession(caller: Caller): Session {
  if (!caller.session) throw new AppError('not_signed_in');
  return caller.session;
}

/** Key of everything the traveller owns. */
export function ownerOf(session: Session): Owner {
  return { brandId: session.brandId, clientUserId: session.clientUserId };
}

/** Key of what is left of an owner after erasing. */
export function erasedOwner(owner: Owner): Owner {
  return { brandId: owner.brandId, clientUserId: erasedId(owner) };
}
