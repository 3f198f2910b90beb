import type { IncomingMessage, ServerResponse } from 'node:http';
import { ZodError, z } from 'zod';
import {
  clockSchema,
  orderIdSchema,
  redeemSchema,
  resourceChangeSchema,
  type SandboxControl,
  slotSchema,
} from './control';
import { faultSchema } from './http/faults';
import { readJson, sendJson } from './http/messages';
import { Refusal } from './http/refusal';

type Input = { body: unknown; query: URLSearchParams };
type Route = (control: SandboxControl, input: Input) => Promise<unknown>;

const user = ({ query }: Input) => query.get('clientUserId') ?? undefined;
const orderId = ({ body }: Input) => orderIdSchema.parse(body).orderId;

const ROUTES: Readonly<Record<string, Route>> = {
  'GET state': (control) => control.state(),
  'GET orders': async (control, input) => ({ orders: await control.orders(user(input)) }),
  'GET passes': async (control, input) => ({ passes: await control.passes(user(input)) }),
  'GET memberships': async (control, input) => ({ memberships: await control.memberships(user(input)) }),
  'GET calls': (control) => control.calls(),
  'DELETE calls': (control) => control.resetCalls(),
  'POST clock': (control, { body }) => control.setClock(clockSchema.parse(body ?? null)),
  'POST redeem': async (control, { body }) => ({ order: await control.redeem(redeemSchema.parse(body)) }),
  'POST reverse': async (control, input) => ({ order: await control.reverse(orderId(input)) }),
  'POST confirm': async (control, input) => ({ order: await control.confirm(orderId(input)) }),
  'POST decline': async (control, input) => ({ order: await control.decline(orderId(input)) }),
  'POST faults': (control, { body }) => control.addFault(faultSchema.parse(body)),
  'DELETE faults': (control) => control.clearFaults(),
  'POST slots': (control, { body }) => control.setSlot(slotSchema.parse(body)),
  'POST reset': (control) => control.reset(),
};

/** Loopback only, and no browser page: a page on another origin, or under a name that points at 127.0.0.1, is turned away. */
function mayControl(request: IncomingMessage): boolean {
  const peer = request.socket.remoteAddress ?? '';
  const isLoopback = peer === '::1' || /^(::ffff:)?127\./.test(peer);
  const hasLocalName = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/.test(request.headers.host ?? '');
  return isLoopback && hasLocalName && request.headers.origin === undefined;
}

function findRoute(method: string, name: string): Route | null {
  const resourceId = method === 'POST' ? /^resources\/([^/]+)$/.exec(name)?.[1] : undefined;
  if (resourceId) {
    return (control, { body }) => control.patchResource(resourceId, resourceChangeSchema.parse(body).patch);
  }
  return ROUTES[`${method} ${name}`] ?? null;
}

function fault(error: unknown): { status: number; code: string; message: string } {
  if (error instanceof ZodError) return { status: 400, code: 'malformed', message: z.prettifyError(error) };
  if (error instanceof Refusal) return { status: error.status, code: error.reason, message: error.message };
  throw error;
}

/** The control interface over HTTP, under `/_control`; answers are JSON, errors `{"error":{"code","message"}}`. */
export async function handleControl(
  control: SandboxControl,
  nonce: string,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  const name = url.pathname.slice('/_control/'.length);
  if (!mayControl(request)) {
    return sendJson(response, { status: 403, body: { error: { code: 'forbidden', message: 'Loopback only.' } } });
  }
  if (name === 'lock') return sendJson(response, { status: 200, body: { nonce } });
  const route = findRoute(request.method ?? 'GET', name);
  if (!route) {
    return sendJson(response, { status: 404, body: { error: { code: 'not-found', message: 'No such control.' } } });
  }
  try {
    const body = request.method === 'GET' ? undefined : await readJson(request);
    const answer = await route(control, { body, query: url.searchParams });
    sendJson(response, { status: 200, body: answer ?? {} });
  } catch (error) {
    const { status, ...told } = fault(error);
    sendJson(response, { status, body: { error: told } });
  }
}
