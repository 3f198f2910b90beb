import { wait } from './http/faults';
import type { OrderRecord } from './state/records';
import { instantText, type World } from './world';

/** Sent again up to three times after the first attempt [doc v1 338387m0]; the pauses are [inferred]. */
const PAUSES_MS = [1_000, 5_000, 30_000] as const;
const TIMEOUT_MS = 5_000;

/** v1 numbers webhook states apart from order states: 1 created, 2 cancelled [inferred]. */
function webhookMessage(world: World, order: OrderRecord) {
  const resource = world.resourceEver(order.resourceId);
  const hub = world.hubOf(resource);
  return {
    orderId: order.orderId,
    programId: order.programId,
    membershipId: order.ePassId ?? order.membershipId,
    module: order.module,
    category: order.category,
    status: order.status === 3 ? 2 : 1,
    orderCreatedDate: instantText(Date.parse(order.createdAt)),
    usageDate: order.usedAtLocal ?? '',
    orderCancelledDate: order.cancelledAt ? instantText(Date.parse(order.cancelledAt)) : '',
    transportHubId: hub.transportHubId,
    transportHubName: hub.name,
    resourceId: resource.resourceId,
    resourceName: resource.resourceName,
    passengers: { cardholder: 1, guests: Math.max(0, order.party.adults + order.party.children - 1) },
  };
}

async function send(url: string, message: unknown): Promise<boolean> {
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(message),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    await answer.text();
    return answer.status === 200;
  } catch (error) {
    if (error instanceof Error) return false;
    throw error;
  }
}

/** Tells the client of orders that were used, and of used orders that were taken back [doc v1 338387m0]. */
export function startWebhook(world: World, url: string | null, log: (line: string) => void) {
  const told = new Map<string, number>();
  let stopped = url === null;
  for (const order of world.journal.all('orders').values()) told.set(order.orderId, order.status);

  async function deliver(target: string, order: OrderRecord) {
    const message = webhookMessage(world, order);
    for (const pauseMs of [0, ...PAUSES_MS]) {
      if (pauseMs > 0) await wait(pauseMs);
      if (stopped || (await send(target, message))) return;
    }
    log(`webhook gave up on ${order.orderId}`);
  }

  return {
    flush: () => {
      if (stopped || url === null) return;
      for (const order of world.journal.all('orders').values()) {
        const before = told.get(order.orderId);
        if (before === order.status) continue;
        told.set(order.orderId, order.status);
        if (order.status === 2 || (order.status === 3 && before === 2)) void deliver(url, order);
      }
    },
    stop: () => {
      stopped = true;
    },
  };
}
