import 'server-only';
import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { type Breaker, createBreaker } from './breaker';
import { DragonPassError } from './errors';
import type { LogEvent } from './events';
import { type Exchange, type ExchangeOptions, exchange } from './exchange';
import { withRetries } from './retry';
import { createTokenSource, type DragonPassAuth, lifeOfMs, signToken, type TokenSource } from './token';
import { HEADERS, type Operation, PATHS, type VersionProfile } from './versions';
import { tokenInputSchema, tokenSchema } from './wire/token';

/** One call of the vendor. `input` becomes the query of a GET and the JSON body of anything else. */
export type Call<Input extends z.ZodType, Output extends z.ZodType> = {
  operation: Operation;
  method: 'GET' | 'POST' | 'PATCH';
  path: string;
  input: z.input<Input>;
  inputSchema: Input;
  outputSchema: Output;
  /** True when doing it twice is as good as once; only then is it sent again after it may have arrived. */
  isRepeatable: boolean;
  /** A UUID, the same for every attempt of one intention; minted here for a call that changes nothing. */
  requestId?: string;
};

export type Transport = <Input extends z.ZodType, Output extends z.ZodType>(
  call: Call<Input, Output>,
) => Promise<z.output<Output>>;

export type TransportOptions = Omit<ExchangeOptions, 'breakerOf'> & {
  baseUrl: string;
  profile: VersionProfile;
  programId: string;
  auth: DragonPassAuth;
  sleep: (ms: number) => Promise<void>;
  random: () => number;
};

/** The one way to the vendor: token, time limit, repeats, breaker, log, and schemas on both sides. */
export function createTransport(options: TransportOptions): Transport {
  const sending: ExchangeOptions = { ...options, breakerOf: breakers(options.now, options.log) };
  const tokens = createTokens(options, sending);
  return async (call) => {
    const requestId = call.requestId ?? randomUUID();
    const base = requestOf(options, call, requestId);
    const data = await withRetries({ ...options, operation: call.operation, isRepeatable: call.isRepeatable }, (n) =>
      authorised(tokens, (token) => exchange(sending, { ...withToken(base, token), attempt: n })),
    );
    const output = call.outputSchema.safeParse(data);
    if (output.success) return output.data;
    throw new DragonPassError({
      kind: 'unexpected-reply',
      operation: call.operation,
      outcomeUnknown: !call.isRepeatable,
      status: 200,
      vendorRequestId: requestId,
      cause: new Error(`The answer does not fit in: ${pathsOf(output.error)}`),
    });
  };
}

/** Sends with the current token; a refused one is replaced and the call sent once more, as it has had no effect. */
async function authorised<Result>(tokens: TokenSource, send: (token: string) => Promise<Result>): Promise<Result> {
  const token = await tokens.get();
  try {
    return await send(token);
  } catch (error) {
    // 403 is about the program, which no other token changes.
    if (!(error instanceof DragonPassError) || error.kind !== 'unauthorised' || error.status === 403) throw error;
    tokens.drop(token);
    return send(await tokens.get());
  }
}

function requestOf<Input extends z.ZodType, Output extends z.ZodType>(
  options: TransportOptions,
  call: Call<Input, Output>,
  requestId: string,
): Omit<Exchange, 'attempt'> {
  const input = call.inputSchema.safeParse(call.input);
  // Ours to answer for, not the vendor's: it never left this machine.
  if (!input.success) throw new TypeError(`${call.operation} was asked with bad ${pathsOf(input.error)}`);
  const url = `${options.baseUrl}${options.profile.prefix}${call.path}`;
  const isGet = call.method === 'GET';
  return {
    operation: call.operation,
    method: call.method,
    url: isGet ? `${url}${queryOf(input.data)}` : url,
    headers: {
      accept: 'application/json',
      ...(isGet ? {} : { 'content-type': 'application/json' }),
      // The token call alone is not made for a program (dragonpass-api 1.1).
      ...(call.operation === 'token' ? {} : { [HEADERS.program]: options.programId }),
      [HEADERS.requestId]: requestId,
    },
    body: isGet ? null : JSON.stringify(input.data),
    requestId,
    leavesDoubt: !call.isRepeatable,
  };
}

function withToken(request: Omit<Exchange, 'attempt'>, token: string): Omit<Exchange, 'attempt'> {
  return { ...request, headers: { ...request.headers, authorization: `Bearer ${token}` } };
}

function queryOf(input: unknown): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(input ?? {})) {
    // Several values of one name stand as that name several times [inferred].
    for (const each of Array.isArray(value) ? value : [value]) {
      if (each !== undefined && each !== null) query.append(name, String(each));
    }
  }
  return query.size > 0 ? `?${query}` : '';
}

/** Where a message is wrong, without what it says there. */
function pathsOf(error: z.ZodError): string {
  return [...new Set(error.issues.map((issue) => issue.path.join('.') || '(all)'))].join(', ');
}

function breakers(now: () => number, log: LogEvent): (operation: Operation) => Breaker {
  const all = new Map<Operation, Breaker>();
  return (operation) => {
    const breaker = all.get(operation) ?? createBreaker(now, (state) => log({ event: 'breaker', operation, state }));
    all.set(operation, breaker);
    return breaker;
  };
}

function createTokens(options: TransportOptions, sending: ExchangeOptions): TokenSource {
  const { auth, clock } = options;
  return createTokenSource({
    clock,
    obtain: () => (auth.kind === 'self-signed' ? sign(auth, clock()) : askForToken(options, sending, auth)),
    onRenewalFailed: (result) => options.log({ event: 'token-renewal-failed', result }),
  });
}

/** A key that cannot sign is a credential that does not work. */
function sign(auth: Extract<DragonPassAuth, { kind: 'self-signed' }>, nowMs: number) {
  return signToken(auth, nowMs).catch((cause: unknown) => {
    throw new DragonPassError({ kind: 'unauthorised', operation: 'token', outcomeUnknown: false, cause });
  });
}

/** Any refusal of the token call means that our credentials are wrong. */
async function askForToken(
  options: TransportOptions,
  sending: ExchangeOptions,
  auth: Extract<DragonPassAuth, { kind: 'token-api' }>,
): Promise<{ token: string; lifeMs: number }> {
  const request: Omit<Exchange, 'attempt'> = requestOf(
    options,
    {
      operation: 'token',
      method: 'POST',
      path: PATHS.token,
      input: { clientId: auth.clientId, secret: auth.clientSecret },
      inputSchema: tokenInputSchema,
      outputSchema: tokenSchema,
      isRepeatable: true,
    },
    randomUUID(),
  );
  try {
    const data = await withRetries({ ...options, operation: 'token', isRepeatable: true }, (attempt) =>
      exchange(sending, { ...request, attempt }),
    );
    const token = tokenSchema.safeParse(data);
    if (token.success) return { token: token.data, lifeMs: lifeOfMs(token.data, options.clock()) };
  } catch (error) {
    if (!(error instanceof DragonPassError) || error.kind !== 'rejected') throw error;
    const { operation, status, vendorCode } = error;
    throw new DragonPassError({
      kind: 'unauthorised',
      operation,
      outcomeUnknown: false,
      status,
      vendorCode,
      cause: error,
    });
  }
  throw new DragonPassError({ kind: 'unexpected-reply', operation: 'token', outcomeUnknown: false, status: 200 });
}
