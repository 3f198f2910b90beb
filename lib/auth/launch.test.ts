import { createServer } from 'node:http';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { LaunchError, verifyLaunchToken } from './launch';

const NOW = Date.parse('2026-11-22T03:00:00Z');
const IAT = NOW / 1000;
const CLAIMS = {
  iss: 'https://app.bank.example',
  aud: 'layover-bank',
  sub: 'customer-1',
  given_name: 'Ada',
  family_name: 'O’Brien-Łukasz',
  jti: 'token-1',
  iat: IAT,
  exp: IAT + 120,
};

type Key = Awaited<ReturnType<typeof generateKeyPair>>;
const pairs = new Map<string, Key>();
let launch: Parameters<typeof verifyLaunchToken>[1];

beforeAll(async () => {
  const keys = [];
  for (const algorithm of ['RS256', 'ES256', 'EdDSA', 'PS256']) {
    const pair = await generateKeyPair(algorithm, { extractable: true });
    pairs.set(algorithm, pair);
    keys.push({ ...(await exportJWK(pair.publicKey)), kid: algorithm, alg: algorithm, use: 'sig' });
  }
  launch = { issuer: CLAIMS.iss, audience: CLAIMS.aud, jwks: { keys } };
});

function sign(claims: JWTPayload = {}, header: { alg?: string; kid?: string } = {}, key?: Uint8Array): Promise<string> {
  const { alg = 'ES256', kid = alg } = header;
  const payload = Object.fromEntries(
    Object.entries({ ...CLAIMS, ...claims }).filter(([, value]) => value !== undefined),
  );
  const signer = key ?? pairs.get(kid)?.privateKey ?? pairs.get('ES256')?.privateKey;
  if (!signer) throw new Error('The keys are not made yet.');
  return new SignJWT(payload).setProtectedHeader({ alg, ...(header.kid === '' ? {} : { kid }) }).sign(signer);
}

const unsigned = (header: object, payload: object) =>
  `${[header, payload].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.')}.`;

const markUsed = vi.fn(async (_issuer: string, _jti: string, _expiresAt: string) => true);
afterEach(() => markUsed.mockClear());

const verify = (token: string, nowMs = NOW, config = launch) =>
  verifyLaunchToken(token, config, { clock: () => nowMs, markUsed });

async function reasonFor(token: string | Promise<string>, nowMs = NOW, config = launch): Promise<string> {
  const error = await verify(await token, nowMs, config).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (error === null) return 'accepted';
  if (error instanceof LaunchError) return error.reason;
  throw error;
}

describe('a good token', () => {
  it.each(['RS256', 'ES256', 'EdDSA'])('signed with %s tells who is signing in', async (alg) => {
    const token = await sign({ email: 'ada@bank.example', phone_number: '+447700900123', locale: 'en-GB' }, { alg });
    expect(await verify(token)).toEqual({
      clientUserId: 'customer-1',
      firstName: 'Ada',
      lastName: 'O’Brien-Łukasz',
      email: 'ada@bank.example',
      phoneNumber: '+447700900123',
      locale: 'en-GB',
    });
  });

  it('needs no email, phone number or language', async () => {
    expect(await verify(await sign())).toMatchObject({ email: null, phoneNumber: null, locale: null });
  });

  it('is used up by issuer and token id until it could not be used anyway', async () => {
    await verify(await sign());
    expect(markUsed.mock.calls).toEqual([[CLAIMS.iss, 'token-1', '2026-11-22T03:02:05.000Z']]);
  });

  it('is accepted from a clock that runs five seconds ahead', async () => {
    expect(await reasonFor(sign({ iat: IAT + 5, exp: IAT + 125 }))).toBe('accepted');
  });
});

describe('a token is refused', () => {
  it('when it was used before', async () => {
    markUsed.mockResolvedValueOnce(false);
    expect(await reasonFor(sign())).toBe('used-before');
  });

  it('when it is over, to the second', async () => {
    expect(await reasonFor(sign(), NOW + 119_000)).toBe('accepted');
    expect(await reasonFor(sign(), NOW + 120_000)).toBe('expired');
  });

  it.each([
    ['lives longer than two minutes', { exp: IAT + 121 }, 'lives-too-long'],
    ['comes from the future', { iat: IAT + 6, exp: IAT + 60 }, 'not-yet-valid'],
    ['is not valid yet', { nbf: IAT + 60 }, 'not-yet-valid'],
    ['ends before it began', { iat: IAT + 4, exp: IAT + 3 }, 'claims'],
    ['is of another issuer', { iss: 'https://app.other.example' }, 'issuer'],
    ['is for another brand', { aud: 'layover-aurora' }, 'audience'],
    ['names no issuer', { iss: undefined }, 'issuer'],
    ['names no audience', { aud: undefined }, 'audience'],
    ['names no traveller', { sub: undefined }, 'claims'],
    ['names a blank traveller', { sub: ' ' }, 'claims'],
    ['has no first name', { given_name: undefined }, 'claims'],
    ['has no last name', { family_name: undefined }, 'claims'],
    ['has an endless name', { given_name: 'a'.repeat(101) }, 'claims'],
    ['names a traveller no database can keep', { sub: 'a\0b' }, 'claims'],
    ['has half a letter in a name', { given_name: 'A\ud83d' }, 'claims'],
    ['has no id', { jti: undefined }, 'claims'],
    ['has no end', { exp: undefined }, 'claims'],
    ['has no beginning', { iat: undefined }, 'claims'],
    ['says its times as text', { iat: String(IAT) }, 'claims'],
  ] as [string, JWTPayload, string][])('when it %s', async (_, claims, reason) => {
    expect(await reasonFor(sign(claims))).toBe(reason);
    expect(markUsed).not.toHaveBeenCalled();
  });

  it('when it is not signed at all', async () => {
    expect(await reasonFor(unsigned({ alg: 'none', kid: 'ES256' }, CLAIMS))).toBe('algorithm');
  });

  it('when it is signed with the public key as a shared secret', async () => {
    const publicKey = Buffer.from(JSON.stringify(launch.jwks?.keys[0]));
    expect(await reasonFor(sign({}, { alg: 'HS256', kid: 'RS256' }, publicKey))).toBe('algorithm');
  });

  it('when it is signed with a shared secret that stands among the keys', async () => {
    const secret = new Uint8Array(32).fill(7);
    const config = {
      ...launch,
      jwks: { keys: [{ kty: 'oct', k: Buffer.from(secret).toString('base64url'), kid: 's' }] },
    };
    expect(await reasonFor(sign({}, { alg: 'HS256', kid: 's' }, secret), NOW, config)).toBe('algorithm');
  });

  it('when it is signed with an algorithm that is not on the list', async () => {
    expect(await reasonFor(sign({}, { alg: 'PS256' }))).toBe('algorithm');
  });

  it('when its key is unknown, or not named', async () => {
    expect(await reasonFor(sign({}, { kid: 'unknown' }))).toBe('unknown-key');
    expect(await reasonFor(sign({}, { kid: '' }))).toBe('unknown-key');
  });

  it('when it was signed with another key than the one it names', async () => {
    const other = await generateKeyPair('ES256');
    const token = await new SignJWT(CLAIMS).setProtectedHeader({ alg: 'ES256', kid: 'ES256' }).sign(other.privateKey);
    expect(await reasonFor(token)).toBe('signature');
  });

  it('when a claim was changed after it was signed', async () => {
    const [header, , signature] = (await sign()).split('.');
    const claims = Buffer.from(JSON.stringify({ ...CLAIMS, sub: 'customer-2' })).toString('base64url');
    expect(await reasonFor(`${header}.${claims}.${signature}`)).toBe('signature');
  });

  it.each(['', 'token', 'a.b.c', 'a.b', `${'a'.repeat(9000)}.b.c`])('when it is no token: %s', async (token) => {
    expect(await reasonFor(token)).toBe('malformed');
  });
});

describe('keys at the partner’s address', () => {
  it('are fetched once for many tokens', async () => {
    let asked = 0;
    const server = createServer((_request, response) => {
      asked += 1;
      response.setHeader('Content-Type', 'application/json').end(JSON.stringify(launch.jwks));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    try {
      const address = server.address();
      if (address === null || typeof address === 'string') throw new Error('no port');
      const config = { issuer: CLAIMS.iss, audience: CLAIMS.aud, jwksUrl: `http://127.0.0.1:${address.port}/keys` };
      expect(await reasonFor(sign(), NOW, config)).toBe('accepted');
      expect(await reasonFor(sign({ jti: 'token-2' }), NOW, config)).toBe('accepted');
      expect(asked).toBe(1);
    } finally {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    }
  });

  it('that cannot be had sign nobody in', async () => {
    const config = { issuer: CLAIMS.iss, audience: CLAIMS.aud, jwksUrl: 'http://127.0.0.1:1/keys' };
    expect(await reasonFor(sign(), NOW, config)).toBe('keys-unavailable');
    expect(markUsed).not.toHaveBeenCalled();
  });
});
