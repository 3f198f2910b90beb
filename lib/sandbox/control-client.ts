import { z } from 'zod';
import type { ControlState, SandboxControl } from './control';
import type { Calls } from './http/calls';
import { membershipRecordSchema, orderRecordSchema, passRecordSchema } from './state/records';

const orderSchema = z.object({ order: orderRecordSchema });
const ordersSchema = z.object({ orders: z.array(orderRecordSchema) });
const passesSchema = z.object({ passes: z.array(passRecordSchema) });
const membershipsSchema = z.object({ memberships: z.array(membershipRecordSchema) });
const clockAnswerSchema = z.object({ now: z.string() });
const stateSchema = z.custom<ControlState>((value) => typeof value === 'object' && value !== null && 'now' in value);
const callsSchema = z.custom<ReturnType<Calls['report']>>(
  (value) => typeof value === 'object' && value !== null && 'byOperation' in value,
);
const nothingSchema = z.unknown();

/** The control interface of a sandbox in another process. Throws with the sandbox's own words when it refuses. */
export function sandboxControl(controlUrl: string): SandboxControl {
  async function call<Schema extends z.ZodType>(method: string, path: string, schema: Schema, body?: unknown) {
    const answer = await fetch(`${controlUrl}/${path}`, {
      method,
      ...(body !== undefined && { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`Sandbox control ${method} ${path} answered ${answer.status}: ${text}`);
    return schema.parse(JSON.parse(text)) as z.infer<Schema>;
  }
  const ofUser = (path: string, clientUserId?: string) =>
    clientUserId === undefined ? path : `${path}?clientUserId=${encodeURIComponent(clientUserId)}`;
  const act = async (path: string, body: unknown) => (await call('POST', path, orderSchema, body)).order;
  return {
    state: () => call('GET', 'state', stateSchema),
    orders: async (clientUserId) => (await call('GET', ofUser('orders', clientUserId), ordersSchema)).orders,
    passes: async (clientUserId) => (await call('GET', ofUser('passes', clientUserId), passesSchema)).passes,
    memberships: async (clientUserId) =>
      (await call('GET', ofUser('memberships', clientUserId), membershipsSchema)).memberships,
    calls: () => call('GET', 'calls', callsSchema),
    resetCalls: async () => void (await call('DELETE', 'calls', nothingSchema)),
    setClock: (input) => call('POST', 'clock', clockAnswerSchema, input),
    redeem: (input) => act('redeem', input),
    reverse: (orderId) => act('reverse', { orderId }),
    confirm: (orderId) => act('confirm', { orderId }),
    decline: (orderId) => act('decline', { orderId }),
    addFault: async (fault) => void (await call('POST', 'faults', nothingSchema, fault)),
    clearFaults: async () => void (await call('DELETE', 'faults', nothingSchema)),
    patchResource: async (resourceId, patch) =>
      void (await call('POST', `resources/${resourceId}`, nothingSchema, { patch })),
    setSlot: async (input) => void (await call('POST', 'slots', nothingSchema, input)),
    reset: async () => void (await call('POST', 'reset', nothingSchema, {})),
  };
}
