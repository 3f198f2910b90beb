import 'server-only';
import { LaunchError, verifyLaunchToken } from '@/lib/auth/launch';
import type { Traveller } from '@/lib/auth/session';
import type { Brand } from '@/lib/brand/schema';
import { markLaunchTokenUsed } from '@/lib/store/launch-tokens';
import { runtime } from './runtime';

/** Whom a brand's hand-over token is about; uses the token up. @throws LaunchError */
export async function launchedTraveller(brand: Brand, token: string | null | undefined): Promise<Traveller> {
  const { launch } = brand.signIn;
  if (!token || !launch) throw new LaunchError('malformed');
  const { store } = await runtime();
  return verifyLaunchToken(token, launch, {
    clock: Date.now,
    markUsed: (issuer, jti, expiresAt) => markLaunchTokenUsed(store.db, issuer, jti, expiresAt),
  });
}
