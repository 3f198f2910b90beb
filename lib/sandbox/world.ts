import { randomBytes, randomInt } from 'node:crypto';
import { type Catalog, readCatalog } from './catalog/catalog';
import { resourcePatchSchema, type SandboxHub, type SandboxResource } from './catalog/model';
import { Refusal } from './http/refusal';
import type { Journal } from './state/journal';
import type { Change, CollectionName, MembershipRecord, OrderRecord, PassRecord, RecordOf } from './state/records';

/** A change of a known collection, checked by the compiler. */
export function put<Name extends CollectionName>(name: Name, key: string, value: RecordOf<Name> | null): Change {
  return { in: name, key, value };
}

/** Everything an operation may look at. Operations change nothing themselves: they hand back changes, which are committed at once. */
export class World {
  readonly catalog: Catalog = readCatalog();

  constructor(
    readonly journal: Journal,
    /** The origin of the sandbox's own pictures. */
    readonly origin: string,
    /** The machine's clock, or a test's. Tokens live by it, so that a client with another clock than the set one can still sign in. */
    readonly realNowMs: () => number,
  ) {}

  /** The sandbox's clock: the real one, moved by what the control interface set. */
  nowMs(): number {
    return this.realNowMs() + (this.journal.all('settings').get('clockOffsetMs')?.number ?? 0);
  }

  /** `2026-11-26T10:30:00+00:00`, as the vendor writes instants. */
  nowText(): string {
    return instantText(this.nowMs());
  }

  /** The place as it is now, or null when there is none, or none any more. */
  resource(resourceId: string): SandboxResource | null {
    const drawn = this.catalog.resourceById.get(resourceId);
    const current = drawn ? this.withPatch(drawn) : null;
    return current && !current.removed ? current : null;
  }

  resources(all: readonly SandboxResource[] = this.catalog.resources): SandboxResource[] {
    return all.map((resource) => this.withPatch(resource)).filter((resource) => !resource.removed);
  }

  /** Also the removed ones, whose removal is news to a client that synchronises. */
  withPatch(resource: SandboxResource): SandboxResource {
    const kept = this.journal.all('patches').get(resource.resourceId);
    if (!kept) return resource;
    const patch = Object.entries(resourcePatchSchema.parse(kept.patch)).filter(([, value]) => value !== undefined);
    return { ...resource, ...Object.fromEntries(patch), updatedAt: kept.updatedAt };
  }

  hubOf(resource: SandboxResource): SandboxHub {
    const hub = this.catalog.hubById.get(resource.transportHubId);
    if (!hub) throw new Error(`Resource ${resource.resourceId} is at no hub.`);
    return hub;
  }

  /** The place, also when it is gone: an order keeps naming it. */
  resourceEver(resourceId: string): SandboxResource {
    const drawn = this.catalog.resourceById.get(resourceId);
    if (!drawn) throw new Error(`No resource ${resourceId}.`);
    return this.withPatch(drawn);
  }

  pass(programId: string | null, ePassId: string): PassRecord {
    const pass = this.journal.all('passes').get(ePassId);
    if (!pass || (programId !== null && pass.programId !== programId))
      throw new Refusal('not-found', 'E-pass not found.');
    return pass;
  }

  membership(programId: string, membershipId: string): MembershipRecord {
    const membership = this.journal.all('memberships').get(membershipId);
    if (!membership || membership.programId !== programId) throw new Refusal('not-found', 'Membership not found.');
    return membership;
  }

  order(programId: string | null, orderId: string): OrderRecord {
    const order = this.journal.all('orders').get(orderId);
    if (!order || (programId !== null && order.programId !== programId))
      throw new Refusal('not-found', 'Order not found.');
    return order;
  }

  passOfOrder(programId: string, orderId: string): PassRecord | null {
    for (const pass of this.journal.all('passes').values()) {
      if (pass.orderId === orderId && pass.programId === programId) return pass;
    }
    return null;
  }

  /** Order numbers count up, through restarts too. The change that counts has to be committed with the order. */
  nextOrderId(): { orderId: string; counted: Change } {
    const number = (this.journal.all('settings').get('lastOrder')?.number ?? 0) + 1;
    return { orderId: `DP${String(number).padStart(14, '0')}`, counted: put('settings', 'lastOrder', { number }) };
  }

  /** Digits nobody can guess, not in use in `taken`. */
  freshDigits(prefix: string, length: number, isTaken: (id: string) => boolean): string {
    for (;;) {
      let id = prefix;
      while (id.length < length) id += String(randomInt(10));
      if (!isTaken(id)) return id;
    }
  }
}

export function freshHex(): string {
  return randomBytes(16).toString('hex');
}

export function instantText(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19)}+00:00`;
}
