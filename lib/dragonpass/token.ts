import 'server-only';
import { decodeJwt, importPKCS8, SignJWT } from 'jose';
import type { Clock } from '@/lib/domain/clock';
import { DragonPassError, type DragonPassErrorKind } from './errors';
import { SELF_SIGNED_LIFE_MS, TOKEN_LIFE_MS } from './versions';

/** How we prove ourselves to the vendor (dragonpass-api 2): a token asked for, or one signed here. */
export type DragonPassAuth =
  | { kind: 'token-api'; clientId: string; clientSecret: string }
  | { kind: 'self-signed'; issuer: string; algorithm: 'HS256'; secretKey: string }
  | { kind: 'self-signed'; issuer: string; algorithm: 'RS256'; privateKey: string };

export type TokenSource = {
  /** A token that is good now. However many ask at once, one is fetched. */
  get(): Promise<string>;
  /** The vendor refused this token: unless a newer one is there already, the next `get` fetches one. */
  drop(token: string): void;
};

export type TokenOptions = {
  clock: Clock;
  /** Gets a new token, wherever it comes from. */
  obtain: () => Promise<{ token: string; lifeMs: number }>;
  onRenewalFailed: (kind: DragonPassErrorKind) => void;
};

type Held = { token: string; renewAtMs: number; endsAtMs: number };

/** Renewed when a tenth of its life is left, five minutes at most. */
const EARLY_SHARE = 0.1;
const MOST_EARLY_MS = 5 * 60_000;
/** Pause after a renewal that failed while the old token was still good. */
const RENEWAL_PAUSE_MS = 15_000;

export function createTokenSource(options: TokenOptions): TokenSource {
  let held: Held | null = null;
  let pending: Promise<string> | null = null;

  function renew(): Promise<string> {
    pending ??= options
      .obtain()
      .then(({ token, lifeMs }) => {
        held = heldToken(token, lifeMs, options.clock());
        return token;
      })
      .finally(() => {
        pending = null;
      });
    return pending;
  }

  /** Callers go on with the old token meanwhile, so a token call that hangs holds nobody up. */
  function renewAhead(current: Held): void {
    if (pending) return;
    renew().catch((error: unknown) => {
      current.renewAtMs = options.clock() + RENEWAL_PAUSE_MS;
      options.onRenewalFailed(error instanceof DragonPassError ? error.kind : 'unexpected-reply');
    });
  }

  return {
    async get() {
      const nowMs = options.clock();
      if (!held || nowMs >= held.endsAtMs) return renew();
      if (nowMs >= held.renewAtMs) renewAhead(held);
      return held.token;
    },
    drop(token) {
      if (held?.token === token) held = null;
    },
  };
}

function heldToken(token: string, lifeMs: number, nowMs: number): Held {
  return { token, endsAtMs: nowMs + lifeMs, renewAtMs: nowMs + lifeMs - Math.min(lifeMs * EARLY_SHARE, MOST_EARLY_MS) };
}

/**
 * How long a token that has just come lives: by its own two times where it has both, as the vendor's clock may not be
 * ours; else until `exp`; else, and when that would be in the past, an hour.
 */
export function lifeOfMs(token: string, nowMs: number): number {
  const { iat, exp } = claimsOf(token);
  if (exp === undefined) return TOKEN_LIFE_MS;
  const lifeMs = iat === undefined ? exp * 1000 - nowMs : (exp - iat) * 1000;
  return lifeMs > 0 ? lifeMs : TOKEN_LIFE_MS;
}

/** A token need not be a JWT: one that is opaque has no claims. */
function claimsOf(token: string): { iat?: number; exp?: number } {
  try {
    const { iat, exp } = decodeJwt(token);
    return { ...(typeof iat === 'number' ? { iat } : {}), ...(typeof exp === 'number' ? { exp } : {}) };
  } catch {
    return {};
  }
}

/** Signs a token here: `iss` and `exp` only [doc v2 338386m0]; the HS256 key is the secret's UTF-8 bytes [inferred]. */
export async function signToken(
  auth: Extract<DragonPassAuth, { kind: 'self-signed' }>,
  nowMs: number,
): Promise<{ token: string; lifeMs: number }> {
  const key =
    auth.algorithm === 'HS256'
      ? new TextEncoder().encode(auth.secretKey)
      : await importPKCS8(auth.privateKey, auth.algorithm);
  const token = await new SignJWT()
    .setProtectedHeader({ alg: auth.algorithm, typ: 'JWT' })
    .setIssuer(auth.issuer)
    .setExpirationTime(Math.floor((nowMs + SELF_SIGNED_LIFE_MS) / 1000))
    .sign(key);
  return { token, lifeMs: SELF_SIGNED_LIFE_MS };
}
