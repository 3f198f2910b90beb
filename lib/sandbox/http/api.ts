import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { isProgramAllowed, type SandboxCredentials } from '../credentials';
import type { World } from '../world';
import type { Calls } from './calls';
import { type Fault, type Faults, SLOW_MS, strike, wait } from './faults';
import { type Answer, GATEWAY_HEADERS, readJson, refusalAnswer, sendJson } from './messages';
import { Refusal } from './refusal';
import { checkRequestId, onlyOnce } from './replies';
import type { Route, Router } from './router';
import type { Tokens } from './tokens';

export interface ApiParts {
  readonly world: World;
  readonly router: Router;
  readonly tokens: Tokens;
  readonly credentials: SandboxCredentials;
  readonly faults: Faults;
  readonly calls: Calls;
  readonly log: (line: string) => void;
  /** Told after each write that took effect, for the webhook. */
  readonly onCommitted: () => void;
}

function header(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
}

function checkProgram(credentials: SandboxCredentials, programId: string | undefined): string {
  if (!programId || !isProgramAllowed(credentials, programId)) {
    throw new Refusal('program-not-allowed', 'Missing X-Program-ID, or a program that is not allowed.');
  }
  return programId;
}

/** A call that has come in. Of one that arrives twice, each arrival; `body` is read when it is first wanted. */
interface Arrival {
  readonly request: IncomingMessage;
  readonly url: URL;
  readonly body: () => Promise<unknown>;
  readonly requestId: string | undefined;
}

function arrivalOf(route: Route, request: IncomingMessage, url: URL): Arrival {
  let read: Promise<unknown> | undefined;
  const body = () => {
    read ??= route.operation.method === 'GET' ? Promise.resolve(undefined) : readJson(request);
    return read;
  };
  return { request, url, body, requestId: header(request, 'x-request-id') };
}

/** Runs a write at most once for its request id. Its changes and its answer are kept together, or not at all. */
function runOperation(parts: ApiParts, route: Route, { url, requestId }: Arrival, programId: string, body: unknown) {
  const { world } = parts;
  const { operation, profile, params } = route;
  const once = operation.isWrite
    ? onlyOnce(world, programId, checkRequestId(requestId), `${operation.method} ${url.pathname}`, body)
    : null;
  if (once?.earlier) return once.earlier;
  let answer: Answer;
  try {
    const result = operation.run({ world, profile, programId, params, query: url.searchParams, body });
    answer = { status: 200, body: { code: 0, data: result.data } };
    world.journal.commit([...(result.changes ?? []), ...(once?.keep(answer) ?? [])]);
    if (operation.isWrite) parts.onCommitted();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    answer = refusalAnswer(error);
    world.journal.commit(once?.keep(answer) ?? []);
  }
  return answer;
}

async function answerCall(parts: ApiParts, route: Route, arrival: Arrival): Promise<Answer> {
  const { request } = arrival;
  try {
    const body = await arrival.body();
    if (route.operation.name === 'token')
      return { status: 200, body: { code: 0, data: await parts.tokens.issue(body) } };
    await parts.tokens.check(header(request, 'authorization'));
    const programId = checkProgram(parts.credentials, header(request, 'x-program-id'));
    return runOperation(parts, route, arrival, programId, body);
  } catch (error) {
    if (!(error instanceof Refusal)) parts.log(`error ${error instanceof Error ? error.stack : String(error)}`);
    return refusalAnswer(error);
  }
}

/** The answer that goes out, to a call that a fault may let arrive twice. */
async function answerArrivals(parts: ApiParts, route: Route, arrival: Arrival, fault: Fault | null): Promise<Answer> {
  const first = await answerCall(parts, route, arrival);
  if (fault?.mode !== 'duplicate') return first;
  const again = () => answerCall(parts, route, { ...arrival, ...(fault.forgets && { requestId: randomUUID() }) });
  if (fault.when === 'before') return again();
  void wait(fault.ms ?? 0).then(again);
  return first;
}

/** One call of the vendor's API: counted, perhaps struck by a fault, checked, run, answered. */
export async function handleApi(
  parts: ApiParts,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  if (request.method === 'OPTIONS') {
    response.writeHead(204, GATEWAY_HEADERS).end();
    return;
  }
  const route = parts.router.find(request.method ?? 'GET', url.pathname);
  if (!route) {
    sendJson(response, refusalAnswer(new Refusal('not-found', 'No such route.')));
    return;
  }
  const seen = parts.calls.see({
    operation: route.operation.name,
    method: route.operation.method,
    path: `${url.pathname}${url.search}`,
    programId: header(request, 'x-program-id') ?? null,
    requestId: header(request, 'x-request-id') ?? null,
    status: null,
  });
  response.once('finish', () => {
    seen.status = response.statusCode;
    parts.log(`${route.operation.name} ${response.statusCode}`);
  });
  const fault = parts.faults.take(route.operation.name);
  if (fault?.when === 'before' && fault.mode !== 'duplicate') {
    if (fault.mode !== 'slow') {
      return strike(
        fault,
        { status: 200, body: { code: 0, data: { transportHubs: [], pagination: {} } } },
        request,
        response,
      );
    }
    await wait(fault.ms ?? SLOW_MS);
  }
  const answer = await answerArrivals(parts, route, arrivalOf(route, request, url), fault);
  const full = { ...answer, headers: { ...GATEWAY_HEADERS, ...answer.headers } };
  if (fault?.when === 'after') return strike(fault, full, request, response);
  sendJson(response, full);
}
