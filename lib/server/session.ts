import 'server-only';
import type { SessionDto } from '@/lib/contract/session';
import type { Caller } from './caller';

/** Who is signed in to the brand of this host. */
export async function getSession({ brand, session }: Caller): Promise<SessionDto> {
  return {
    signedIn: session !== null,
    brand: { id: brand.id, name: brand.name },
    traveller: session && {
      firstName: session.firstName,
      lastName: session.lastName,
      email: session.email,
      locale: session.locale,
    },
  };
}
