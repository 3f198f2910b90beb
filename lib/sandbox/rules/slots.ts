import type { SandboxResource } from '../catalog/model';
import { hash } from '../catalog/seeded';
import type { World } from '../world';
import { isBookable, isOpenAt } from './place-time';

/** How many of a hundred slots other people have filled. */
const FULL_PERCENT = 12;

/**
 * Passengers a slot takes from our clients. Other people's bookings are made up from place and slot, so the same slot is full today and
 * tomorrow; a capacity set through the control interface replaces them.
 */
function capacityOf(world: World, resource: SandboxResource, at: string): number {
  const forced = world.journal.all('slots').get(`${resource.resourceId}|${at}`);
  if (forced) return forced.capacity;
  const luck = hash(`slot ${resource.resourceId} ${at}`);
  if (luck % 100 < FULL_PERCENT) return 0;
  const least = Math.min(resource.slotCapacity, 4);
  return least + ((luck >>> 8) % (resource.slotCapacity - least + 1));
}

/** Passengers that still fit, leaving the holds of `exceptHolder` out of account: its own hold must not stand in its way. */
export function placesLeft(world: World, resource: SandboxResource, at: string, exceptHolder: string | null): number {
  const isHere = (record: { resourceId: string; at: string | null }) =>
    record.resourceId === resource.resourceId && record.at === at;
  let taken = 0;
  for (const hold of world.journal.all('holds').values()) {
    const keepsPlace = hold.holderId !== null && hold.holderId !== exceptHolder && hold.validUntilMs > world.nowMs();
    if (isHere(hold) && keepsPlace) taken += hold.party.adults + hold.party.children;
  }
  for (const order of world.journal.all('orders').values()) {
    if (isHere(order) && order.status !== 3) taken += order.party.adults + order.party.children;
  }
  return capacityOf(world, resource, at) - taken;
}

/** Whether a party fits at `at`, on the place's own clock. What `holderId` itself holds does not stand in its way. */
export function isAvailable(
  world: World,
  resource: SandboxResource,
  at: string,
  passengers: number,
  holderId: string | null,
): boolean {
  return (
    isBookable(at, world.hubOf(resource).timezone, world.nowMs()) &&
    isOpenAt(resource, at) &&
    placesLeft(world, resource, at, holderId) >= passengers
  );
}
