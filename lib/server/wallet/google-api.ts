import 'server-only';
import { SignJWT } from 'jose';
import { z } from 'zod';
import type { GoogleKeys } from '@/lib/brand/wallet-keys';
import { AppError } from '../errors';
import { oncePerProcess } from '../process-state';
import type { GoogleObject } from './google';

const TOKEN_URL = 'https://oauth2.googleapis.com/token';
const API_URL = 'https://walletobjects.googleapis.com/walletobjects/v1';
const SCOPE = 'https://www.googleapis.com/auth/wallet_object.issuer';
const TIMEOUT_MS = 8_000;
/** A token is asked for anew this long before it ends. */
const MARGIN_MS = 60_000;

const tokenSchema = z.object({ access_token: z.string().min(1), expires_in: z.coerce.number() });

const tokens = new Map<string, { token: string; untilMs: number }>();

/**
 * The link names the object, and may be passed on or read in a history: whoever saves it first is the only one who can
 * [Google, MultipleDevicesAndHoldersAllowedStatus: one user, who sees it on all their devices].
 */
const HOLDERS = { multipleDevicesAndHoldersAllowedStatus: 'ONE_USER_ALL_DEVICES' };

/** Makes sure that Google has the class and the object as given. @throws AppError `vendor_unavailable` */
export async function putGoogleObject(keys: GoogleKeys, object: GoogleObject): Promise<void> {
  await putClass(keys, object.classId);
  const isNew = await insert(keys, 'genericObject', object);
  if (!isNew) await expectOk(await call(keys, 'PUT', `genericObject/${object.id}`, object));
}

/** Has an object that somebody may have saved show what is given, and nothing else; one that Google does not know was never saved. */
export async function putKnownGoogleObject(keys: GoogleKeys, object: GoogleObject): Promise<void> {
  const answer = await call(keys, 'PUT', `genericObject/${object.id}`, object);
  if (answer.status !== 404) await expectOk(answer);
  else await answer.body?.cancel();
}

/** Once in a process: a class from before, or made by hand, may let everybody save. */
async function putClass(keys: GoogleKeys, id: string): Promise<void> {
  const known = oncePerProcess('google-wallet-classes', () => new Set<string>());
  if (known.has(id)) return;
  const isNew = await insert(keys, 'genericClass', { id, ...HOLDERS });
  if (!isNew) await expectOk(await call(keys, 'PATCH', `genericClass/${id}`, HOLDERS));
  known.add(id);
}

/** True when it was made, false when it was there. */
async function insert(keys: GoogleKeys, kind: string, body: object): Promise<boolean> {
  const answer = await call(keys, 'POST', kind, body);
  if (answer.status === 409) {
    await answer.body?.cancel();
    return false;
  }
  await expectOk(answer);
  return true;
}

async function call(keys: GoogleKeys, method: string, path: string, body: object): Promise<Response> {
  return send(`${API_URL}/${path}`, {
    method,
    headers: { Authorization: `Bearer ${await accessToken(keys)}`, 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
}

/** A token for the service account, asked for with an assertion it signs (RFC 7523) and kept while it lives. */
async function accessToken(keys: GoogleKeys): Promise<string> {
  const known = tokens.get(keys.clientEmail);
  if (known && Date.now() < known.untilMs) return known.token;
  const assertion = await new SignJWT({ scope: SCOPE })
    .setProtectedHeader({ alg: 'RS256', typ: 'JWT' })
    .setIssuer(keys.clientEmail)
    .setAudience(TOKEN_URL)
    .setIssuedAt()
    .setExpirationTime('1h')
    .sign(keys.privateKey);
  const answer = await send(TOKEN_URL, {
    method: 'POST',
    body: new URLSearchParams({ grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion }),
  });
  await expectOk(answer);
  const parsed = tokenSchema.safeParse(await answer.json());
  if (!parsed.success) throw new AppError('vendor_unavailable', { cause: parsed.error });
  const { access_token: token, expires_in: lifeSeconds } = parsed.data;
  tokens.set(keys.clientEmail, { token, untilMs: Date.now() + lifeSeconds * 1000 - MARGIN_MS });
  return token;
}

async function send(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, { ...init, signal: AbortSignal.timeout(TIMEOUT_MS), redirect: 'error' });
  } catch (cause) {
    throw new AppError('vendor_unavailable', { cause });
  }
}

/** Google's own words are left unread: they may quote what was sent. */
async function expectOk(answer: Response): Promise<void> {
  if (answer.ok) return;
  await answer.body?.cancel();
  const { host } = new URL(answer.url || API_URL);
  throw new AppError('vendor_unavailable', { cause: new Error(`${host} answered ${answer.status}`) });
}
