import { createVerify, type KeyObject } from 'node:crypto';
import { vi } from 'vitest';
import { z } from 'zod';

/** What Google's servers would have, in this process: calls to any other host go out as usual. */
export type FakeGoogle = {
  objects: Map<string, Record<string, unknown>>;
  classes: Map<string, Record<string, unknown>>;
  /** Every address that was called. */
  urls: string[];
  tokensAsked: number;
  /** From now on everything is answered with this status; null: as usual again. */
  fail(status: number | null): void;
  reset(): void;
  close(): void;
};

const HOSTS = ['oauth2.googleapis.com', 'walletobjects.googleapis.com'];
const TOKEN = 'a-token-for-tests';
const bodySchema = z.looseObject({ id: z.string().optional() });

export function fakeGoogle(publicKey: KeyObject): FakeGoogle {
  const real = globalThis.fetch;
  let failure: number | null = null;
  const google: FakeGoogle = {
    objects: new Map(),
    classes: new Map(),
    urls: [],
    tokensAsked: 0,
    fail: (status) => {
      failure = status;
    },
    reset: () => {
      failure = null;
      google.objects.clear();
      google.urls.length = 0;
    },
    close: () => spy.mockRestore(),
  };
  const spy = vi.spyOn(globalThis, 'fetch').mockImplementation(async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    if (!HOSTS.includes(url.host)) return real(input, init);
    google.urls.push(url.href);
    if (failure !== null) return new Response('{}', { status: failure });
    if (url.host === HOSTS[0]) return tokenFor(google, new URLSearchParams(String(init?.body)), publicKey);
    if (new Headers(init?.headers).get('authorization') !== `Bearer ${TOKEN}`)
      return new Response('{}', { status: 401 });
    const body = bodySchema.parse(JSON.parse(String(init?.body)));
    const [, , , kind, pathId] = url.pathname.split('/');
    return kind === 'genericClass'
      ? changeClass(google, init?.method, pathId, body)
      : changeObject(google, init?.method, pathId, body);
  });
  return google;
}

/** Only for an assertion that the service account signed for this very address. */
function tokenFor(google: FakeGoogle, form: URLSearchParams, publicKey: KeyObject): Response {
  google.tokensAsked += 1;
  const [head = '', body = '', signature = ''] = form.get('assertion')?.split('.') ?? [];
  const isSigned = createVerify('RSA-SHA256')
    .update(`${head}.${body}`)
    .verify(publicKey, Buffer.from(signature, 'base64url'));
  const claims = JSON.parse(Buffer.from(body, 'base64url').toString());
  const isRight =
    isSigned && claims.aud === `https://${HOSTS[0]}/token` && String(claims.scope).endsWith('wallet_object.issuer');
  return isRight ? Response.json({ access_token: TOKEN, expires_in: 3599 }) : new Response('{}', { status: 400 });
}

function changeClass(
  { classes }: FakeGoogle,
  method: string | undefined,
  pathId: string | undefined,
  body: { id?: string | undefined },
): Response {
  const id = pathId ?? body.id ?? '';
  const known = classes.get(id);
  if (method === 'POST' && known) return new Response('{}', { status: 409 });
  if (method === 'PATCH' && !known) return new Response('{}', { status: 404 });
  classes.set(id, { ...known, ...body });
  return Response.json({});
}

function changeObject(
  { objects, classes }: FakeGoogle,
  method: string | undefined,
  pathId: string | undefined,
  body: Record<string, unknown>,
): Response {
  const id = pathId ?? String(body.id);
  const known = objects.get(id);
  if (method === 'POST' && known) return new Response('{}', { status: 409 });
  if (method !== 'POST' && !known) return new Response('{}', { status: 404 });
  if (method !== 'PATCH' && !classes.has(String(body.classId))) return new Response('{}', { status: 400 });
  objects.set(id, method === 'PATCH' ? { ...known, ...body } : body);
  return Response.json({});
}
