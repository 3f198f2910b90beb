import 'server-only';
import {
  createLocalJWKSet,
  createRemoteJWKSet,
  decodeProtectedHeader,
  errors,
  type JSONWebKeySet,
  type JWTPayload,
  type JWTVerifyGetKey,
  jwtVerify,
} from 'jose';
import { z } from 'zod';
import type { Brand } from '@/lib/brand/schema';
import type { Clock } from '@/lib/domain/clock';
import type { Traveller } from './session';

type LaunchConfig = NonNullable<Brand['signIn']['launch']>;

/** Signatures by public key only: with a shared secret, whoever can check a token could also make one. */
const ALGORITHMS = ['RS256', 'ES256', 'EdDSA'];
const LONGEST_LIFE_SECONDS = 120;
/** How far ahead of ours the partner's clock may run. */
const CLOCK_SKEW_SECONDS = 5;
const KEYS_TIMEOUT_MS = 3000;
/** An unknown `kid` asks the partner for new keys, at most this often. */
const KEYS_COOLDOWN_MS = 30_000;
const KEYS_LIFE_MS = 10 * 60_000;
const LONGEST_TOKEN = 8192;

export type LaunchReason =
  | 'malformed'
  | 'algorithm'
  | 'unknown-key'
  | 'signature'
  | 'issuer'
  | 'audience'
  | 'claims'
  | 'expired'
  | 'not-yet-valid'
  | 'lives-too-long'
  | 'used-before'
  | 'keys-unavailable';

/** Why a hand-over was refused: for our log. People only learn that it did not work. */
export class LaunchError extends Error {
  override name = 'LaunchError';
  constructor(
    readonly reason: LaunchReason,
    options?: ErrorOptions,
  ) {
    super(`launch refused: ${reason}`, options);
  }
}

/** Neither control characters nor halves of letters: no database keeps them, so everything after signing in would fail. */
const text = (longest: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(longest)
    .regex(/^[^\p{Cc}\p{Cs}]*$/u);

const claimsSchema = z.object({
  sub: text(200),
  given_name: text(100),
  family_name: text(100),
  email: text(254).optional(),
  phone_number: text(40).optional(),
  locale: text(35).optional(),
  jti: text(200),
  iat: z.number(),
  exp: z.number(),
});

type LaunchContext = {
  clock: Clock;
  /** Uses the token up; false when it was used before. `expiresAt` is an ISO instant after which it is refused anyway. */
  markUsed: (issuer: string, jti: string, expiresAt: string) => Promise<boolean>;
  /** In place of fetching `jwksUrl`, in tests. */
  fetchJwks?: JWTVerifyGetKey;
};

/**
 * Checks a hand-over token of the partner (a JWT, made for this brand and used once) and tells who it is about.
 * @throws LaunchError
 */
export async function verifyLaunchToken(
  token: string,
  launch: LaunchConfig,
  { clock, markUsed, fetchJwks }: LaunchContext,
): Promise<Traveller> {
  const nowSeconds = clock() / 1000;
  const payload = await verifySignature(token, launch, fetchJwks ?? keysOf(launch), nowSeconds);
  const parsed = claimsSchema.safeParse(payload);
  if (!parsed.success) throw new LaunchError('claims');
  const claims = parsed.data;
  if (claims.iat > nowSeconds + CLOCK_SKEW_SECONDS) throw new LaunchError('not-yet-valid');
  if (claims.exp <= claims.iat) throw new LaunchError('claims');
  if (claims.exp - claims.iat > LONGEST_LIFE_SECONDS) throw new LaunchError('lives-too-long');
  // Last, so that a token refused for another reason stays unused.
  const expiresAt = new Date((claims.exp + CLOCK_SKEW_SECONDS) * 1000).toISOString();
  if (!(await markUsed(launch.issuer, claims.jti, expiresAt))) throw new LaunchError('used-before');
  return {
    clientUserId: claims.sub,
    firstName: claims.given_name,
    lastName: claims.family_name,
    email: claims.email ?? null,
    phoneNumber: claims.phone_number ?? null,
    locale: claims.locale ?? null,
  };
}

async function verifySignature(
  token: string,
  launch: LaunchConfig,
  keys: JWTVerifyGetKey,
  nowSeconds: number,
): Promise<JWTPayload> {
  try {
    if (token.length > LONGEST_TOKEN) throw new LaunchError('malformed');
    // Without a `kid` any key of the set that fits would be tried.
    const { kid } = decodeProtectedHeader(token);
    if (typeof kid !== 'string' || kid === '') throw new LaunchError('unknown-key');
    const { payload } = await jwtVerify(token, keys, {
      algorithms: ALGORITHMS,
      issuer: launch.issuer,
      audience: launch.audience,
      currentDate: new Date(nowSeconds * 1000),
    });
    return payload;
  } catch (error) {
    throw error instanceof LaunchError ? error : new LaunchError(reasonOf(error), { cause: error });
  }
}

function reasonOf(error: unknown): LaunchReason {
  if (error instanceof errors.JWTExpired) return 'expired';
  if (error instanceof errors.JWTClaimValidationFailed) {
    if (error.claim === 'iss') return 'issuer';
    if (error.claim === 'aud') return 'audience';
    return error.claim === 'nbf' && error.reason === 'check_failed' ? 'not-yet-valid' : 'claims';
  }
  if (error instanceof errors.JOSEAlgNotAllowed || error instanceof errors.JOSENotSupported) return 'algorithm';
  if (error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWKSMultipleMatchingKeys) {
    return 'unknown-key';
  }
  if (error instanceof errors.JWSSignatureVerificationFailed) return 'signature';
  if (error instanceof errors.JWSInvalid || error instanceof errors.JWTInvalid) return 'malformed';
  // `decodeProtectedHeader` answers anything that is not a token with a plain TypeError.
  if (error instanceof TypeError && error.message === 'Invalid Token or Protected Header formatting') {
    return 'malformed';
  }
  return 'keys-unavailable';
}

const keySets = new WeakMap<LaunchConfig, JWTVerifyGetKey>();

/** The partner's keys: given in `brand.json`, or fetched from their address and kept. */
function keysOf(launch: LaunchConfig): JWTVerifyGetKey {
  const known = keySets.get(launch);
  if (known) return known;
  const keys = launch.jwksUrl
    ? createRemoteJWKSet(new URL(launch.jwksUrl), {
        timeoutDuration: KEYS_TIMEOUT_MS,
        cooldownDuration: KEYS_COOLDOWN_MS,
        cacheMaxAge: KEYS_LIFE_MS,
      })
    : createLocalJWKSet({ keys: launch.jwks?.keys ?? [] } as JSONWebKeySet);
  keySets.set(launch, keys);
  return keys;
}
