import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { type Sandbox, type SandboxOptions, startSandbox } from './server';

/** Noon in London on a Sunday in winter; every test's clock starts here. */
export const START_MS = Date.parse('2026-11-22T12:00:00Z');

const envelopeSchema = z.looseObject({ code: z.number(), message: z.string().optional(), data: z.unknown() });

export interface Reply {
  readonly status: number;
  readonly code: number;
  readonly message: string;
  /** Reads a value out of `data` by its path: `at('extra', 'ePassId')`. */
  readonly at: (...path: (string | number)[]) => unknown;
  readonly text: (...path: (string | number)[]) => string;
  readonly body: unknown;
}

function dig(value: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>((inner, key) => {
    if (typeof inner !== 'object' || inner === null) return undefined;
    return Object.entries(inner).find(([name]) => name === String(key))?.[1];
  }, value);
}

function replyOf(status: number, body: unknown): Reply {
  const envelope = envelopeSchema.parse(body);
  const at = (...path: (string | number)[]) => dig(envelope.data, path);
  return {
    status,
    code: envelope.code,
    message: envelope.message ?? '',
    at,
    text: (...path) => String(at(...path)),
    body: envelope,
  };
}

interface Extra {
  readonly headers?: Record<string, string>;
  readonly requestId?: string;
  readonly signal?: AbortSignal;
}

/** A sandbox in memory with a clock that stands still, and a client that holds a token. */
export async function openSandbox(options: Partial<SandboxOptions> = {}) {
  const sandbox: Sandbox = await startSandbox({ dataDir: null, nowMs: () => START_MS, ...options });
  const { programId, clientId, clientSecret } = sandbox.credentials;
  let token = '';

  async function call(method: string, path: string, body?: unknown, extra: Extra = {}): Promise<Reply> {
    const response = await fetch(`${sandbox.apiUrl}${path}`, {
      method,
      headers: {
        Authorization: `Bearer ${token}`,
        'X-Program-ID': programId,
        'X-Request-ID': extra.requestId ?? randomUUID(),
        'Content-Type': 'application/json',
        ...extra.headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      ...(extra.signal && { signal: extra.signal }),
    });
    return replyOf(response.status, await response.json());
  }

  const get = (path: string, extra?: Extra) => call('GET', path, undefined, extra);
  const post = (path: string, body: unknown, extra?: Extra) => call('POST', path, body, extra);

  token = (await post('/v1/auth/token', { clientId, secret: clientSecret })).text('token');

  return {
    sandbox,
    control: sandbox.control,
    get,
    post,
    patch: (path: string, body: unknown, extra?: Extra) => call('PATCH', path, body, extra),
    issue: (pass: PassWish = {}) => issue(post, pass),
    /** Asks for a place at a time; slots of tests are opened wide first, so that luck plays no part. */
    ask: async (ePassId: string | null, resourceId: string, at: string, adults = 1, children = 0) => {
      return post('/v1/resources/prebookings/availability', {
        ...(ePassId !== null && { ePassId }),
        module: resourceId.startsWith('C') ? 2 : 1,
        resourceId,
        prebookingDate: at,
        adultCount: adults,
        childCount: children,
      });
    },
    book: (ePassId: string, prebookingToken: string, module = 1, extra?: Extra) =>
      post(
        `/v1/orders/${module === 2 ? 'fastTrack' : 'lounges'}/ePasses/prebooking`,
        { module, ePassId, extra: { prebookingToken, prebookingRequiredInfo: DETAILS } },
        extra,
      ),
    close: () => sandbox.close(),
  };
}

type PassWish = { module?: number; path?: string; usages?: number; user?: string; scope?: string[] };

async function issue(post: (path: string, body: unknown) => Promise<Reply>, wish: PassWish) {
  const { module = 1, path = 'lounges', usages = 4, user = 'traveller-1', scope = [] } = wish;
  const reply = await post(`/v1/orders/${path}/ePasses`, {
    module,
    clientUserId: user,
    extra: {
      firstName: 'Ada',
      lastName: 'O’Brien-Łukasz',
      expirationDate: '2027-12-31T23:59:59+00:00',
      availableUsages: usages,
      allowedResources: { resourceId: scope },
    },
  });
  return { reply, ePassId: reply.text('extra', 'ePassId'), orderId: reply.text('orderId') };
}

export type TestSandbox = Awaited<ReturnType<typeof openSandbox>>;

export const DETAILS = {
  firstName: 'Ada',
  lastName: 'O’Brien-Łukasz',
  email: 'ada@example.com',
  phoneNumber: '8081966002',
  callingCode: '44',
  transportNumber: 'EK001',
} as const;
