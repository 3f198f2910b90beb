import 'server-only';
import { z } from 'zod';
import { readSessionOfRequest } from '@/lib/auth/cookie';
import type { Brand } from '@/lib/brand/schema';
import { Answer, errorBody, payloadOf, respond, retryHeaders } from './answer';
import { type Caller, ownerOf } from './caller';
import { currentBrandOf } from './caller-brand';
import { AppError } from './errors';
import { asAppError } from './errors-vendor';
import { parsed } from './field-problems';
import { once, type WriteRule } from './idempotency';
import { logger } from './log';
import { clientAddress, isCounted, type LimitName, takeCall } from './rate-limit';
import { readJsonBody } from './request-body';
import { requestIdOf } from './request-id';
import { runtime } from './runtime';
import { requireSameOrigin } from './same-origin';

type Params = Record<string, string | string[] | undefined>;
export type RouteHandler = (request: Request, context: { params: Promise<Params> }) => Promise<Response>;

export type HandlerContext<P, Q, B> = {
  caller: Caller;
  params: P;
  query: Q;
  body: B;
  /** What a write makes or changes, chosen before it begins and the same in every repeat of its key. */
  subjectId: string;
  request: Request;
};

type Options<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType> = {
  params?: P;
  query?: Q;
  body?: B;
  response: R;
  access: 'public' | 'traveller';
  limit: LimitName;
  /** A write of a traveller's: wants an `Idempotency-Key`, and has one effect however often it is sent. */
  write?: WriteRule<z.output<P>, z.input<R>>;
  cacheControl?: string;
};

type Run<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType> = (
  context: HandlerContext<z.output<P>, z.output<Q>, z.output<B>>,
) => Promise<z.input<R> | Answer<z.input<R>>>;

/**
 * Wraps a route's use case: request id, own origin, rate limit, contract of the request, session, idempotency, contract of
 * the answer, `no-store`, one log line, errors in the envelope.
 */
export function handle<
  R extends z.ZodType,
  P extends z.ZodType = z.ZodUnknown,
  Q extends z.ZodType = z.ZodUnknown,
  B extends z.ZodType = z.ZodUnknown,
>(options: Options<P, Q, B, R>, run: Run<P, Q, B, R>): RouteHandler {
  return (request, { params }) =>
    answering(request, params, async (requestId) => {
      // A HEAD is a GET whose body nobody reads.
      if (!['GET', 'HEAD'].includes(request.method)) requireSameOrigin(request);
      const caller = await callerOf(request, requestId, options.limit);
      const context: HandlerContext<z.output<P>, z.output<Q>, z.output<B>> = {
        caller,
        params: parsed(options.params ?? z.unknown(), await params) as z.output<P>,
        query: parsed(options.query ?? z.unknown(), queryOf(request)) as z.output<Q>,
        body: (options.body ? parsed(options.body, await readJsonBody(request)) : undefined) as z.output<B>,
        subjectId: '',
        request,
      };
      if (options.access === 'traveller' && !caller.session) throw new AppError('not_signed_in');
      const check = (body: z.input<R>) => checkedAnswer(options.response, body);
      const go = async (subjectId: string) => toAnswer(await run({ ...context, subjectId }));
      const answer =
        options.write && caller.session
          ? await once(
              { request, caller, owner: ownerOf(caller.session), params: context.params, body: context.body },
              options.write,
              go,
              check,
            )
          : checkedWith(await go(''), check);
      return { answer, ...(options.cacheControl && { cacheControl: options.cacheControl }) };
    });
}

type Outcome = { answer: Answer<unknown>; cacheControl?: string } | Response;

/** The frame of every answer, for handlers that serve no brand as well. */
export async function answering(
  request: Request,
  params: Promise<Params>,
  work: (requestId: string) => Promise<Outcome>,
): Promise<Response> {
  // First, and outside of the catch: reading a header tells a build that this answer is never to be computed ahead.
  const requestId = requestIdOf(request.headers);
  const startedMs = performance.now();
  const line = { method: request.method, route: await routeOf(request, params), requestId };
  try {
    const outcome = await work(requestId);
    const response = outcome instanceof Response ? outcome : responseOf(outcome, requestId);
    response.headers.set('X-Request-Id', requestId);
    logger().info({ ...line, status: response.status, ms: since(startedMs) }, 'answered');
    return response;
  } catch (thrown) {
    const error = asAppError(thrown);
    const level = error.code === 'internal' ? 'error' : 'info';
    const cause = error.status >= 500 ? { err: error.cause ?? error } : {};
    logger()[level]({ ...line, status: error.status, error: error.code, ms: since(startedMs), ...cause }, 'refused');
    const payload = payloadOf(errorBody(error, requestId));
    return respond(payload, { status: error.status, requestId, headers: retryHeaders(error) });
  }
}

function responseOf(outcome: Exclude<Outcome, Response>, requestId: string): Response {
  const { answer, cacheControl } = outcome;
  const payload = payloadOf(answer.body);
  const { status, headers } = answer;
  return respond(payload, { status, headers, requestId, ...(cacheControl && { cacheControl }) });
}

/** Who asks. Counted by traveller, so that those behind one address do not hinder each other; else by address. */
export async function callerOf(request: Request, requestId: string, limit: LimitName): Promise<Caller> {
  const brand: Brand = currentBrandOf(request);
  const address = clientAddress(request.headers);
  await runtime();
  const session = await readSessionOfRequest(request, brand.id, Date.now);
  const who = session ? `${brand.id} ${session.clientUserId}` : address;
  if (session || isCounted(limit, address)) takeCall(limit, who);
  return { brand, session, requestId };
}

function queryOf(request: Request): Record<string, string> {
  const { searchParams } = new URL(request.url);
  return Object.fromEntries(searchParams);
}

function toAnswer<T>(result: T | Answer<T>): Answer<T> {
  return result instanceof Answer ? result : new Answer(result);
}

function checkedWith<T>(answer: Answer<T>, check: (body: T) => unknown): Answer<unknown> {
  return new Answer(check(answer.body), answer);
}

/** Strips what the contract does not name. An answer that breaks it is our mistake, whatever the caller sent. */
function checkedAnswer<R extends z.ZodType>(schema: R, body: z.input<R>): z.output<R> {
  const result = schema.safeParse(body);
  if (result.success) return result.data;
  throw new AppError('internal', { cause: result.error });
}

/** The path with names for its variable parts: ids belong in no log. */
async function routeOf(request: Request, params: Promise<Params>): Promise<string> {
  const names = new Map<string, string>();
  for (const [name, value] of Object.entries((await params) ?? {})) {
    for (const part of [value ?? []].flat()) names.set(part, `[${name}]`);
  }
  const parts = new URL(request.url).pathname.split('/');
  return parts.map((part) => names.get(decodeSafely(part)) ?? part).join('/');
}

function decodeSafely(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function since(startedMs: number): number {
  return Math.round(performance.now() - startedMs);
}
