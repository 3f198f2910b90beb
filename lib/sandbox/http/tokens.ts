import { decodeJwt, decodeProtectedHeader, importJWK, importSPKI, jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import type { SandboxCredentials } from '../credentials';
import { Refusal } from './refusal';

/** Tokens live one hour [doc v1 338386m0]; the same holds for those a client signs itself [inferred]. */
const TOKEN_LIFE_SECONDS = 3_600;
/** How far two clocks may be apart. */
const LEEWAY_SECONDS = 60;
const OWN_ISSUER = 'dragonpass-sandbox';
const MAX_REMEMBERED = 1_000;

const askSchema = z.object({ clientId: z.string(), secret: z.string() });
const jwkSchema = z.record(z.string(), z.unknown());

/** Gives tokens for client id and secret, and judges those that come back, its own and those a client signed itself. */
export class Tokens {
  private readonly remembered = new Map<string, number>();

  constructor(
    private readonly credentials: SandboxCredentials,
    private readonly nowMs: () => number,
  ) {}

  async issue(body: unknown): Promise<{ token: string }> {
    const asked = askSchema.safeParse(body);
    if (!asked.success) throw new Refusal('malformed', 'clientId, secret: required');
    const { clientId, clientSecret } = this.credentials;
    if (asked.data.clientId !== clientId || asked.data.secret !== clientSecret) {
      throw new Refusal('unauthorised', 'Unknown client id or wrong secret.');
    }
    const issuedAt = Math.floor(this.nowMs() / 1000);
    const token = await new SignJWT({})
      .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
      .setIssuer(OWN_ISSUER)
      .setSubject(clientId)
      .setIssuedAt(issuedAt)
      .setExpirationTime(issuedAt + TOKEN_LIFE_SECONDS)
      .sign(this.ownKey());
    return { token };
  }

  /** Throws a 401 refusal unless the header carries a token that is valid now. */
  async check(authorization: string | undefined): Promise<void> {
    const token = /^Bearer (\S+)$/.exec(authorization ?? '')?.[1];
    if (!token) throw new Refusal('unauthorised', 'Missing bearer token.');
    const nowMs = this.nowMs();
    const goodUntilMs = this.remembered.get(token);
    if (goodUntilMs !== undefined && nowMs < goodUntilMs) return;
    try {
      this.remember(token, await this.verify(token, nowMs));
    } catch (cause) {
      if (cause instanceof Refusal) throw cause;
      throw new Refusal('unauthorised', 'Invalid or expired token.');
    }
  }

  private async verify(token: string, nowMs: number): Promise<number> {
    const { alg } = decodeProtectedHeader(token);
    const isOwn = decodeJwt(token).iss === OWN_ISSUER;
    const key = isOwn ? this.ownKey() : await this.clientKey(alg);
    const { payload } = await jwtVerify(token, key, {
      algorithms: isOwn ? ['HS256'] : ['HS256', 'RS256'],
      issuer: isOwn ? OWN_ISSUER : this.credentials.issuer,
      currentDate: new Date(nowMs),
      requiredClaims: ['exp', 'iss'],
    });
    const exp = payload.exp ?? 0;
    if (exp - nowMs / 1000 > TOKEN_LIFE_SECONDS + LEEWAY_SECONDS) {
      throw new Refusal('unauthorised', 'exp is more than one hour away.');
    }
    return exp * 1000;
  }

  private remember(token: string, goodUntilMs: number): void {
    if (this.remembered.size >= MAX_REMEMBERED) this.remembered.clear();
    this.remembered.set(token, goodUntilMs);
  }

  private ownKey(): Uint8Array {
    return new TextEncoder().encode(`${OWN_ISSUER}:${this.credentials.clientSecret}`);
  }

  private async clientKey(alg: string | undefined) {
    const { publicKey, secretKey } = this.credentials;
    if (alg !== 'RS256') return new TextEncoder().encode(secretKey);
    if (!publicKey) throw new Refusal('unauthorised', 'No public key is registered.');
    if (!publicKey.trimStart().startsWith('{')) return importSPKI(publicKey, 'RS256');
    return importJWK(jwkSchema.parse(JSON.parse(publicKey)), 'RS256');
  }
}
