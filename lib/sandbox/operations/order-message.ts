import { REQUIRED_INFO_NAMES } from '../catalog/model';
import type { ApiProfile } from '../profiles';
import { passStatus } from '../rules/passes';
import type { OrderRecord, PassRecord } from '../state/records';
import { instantText, type World } from '../world';
import { pictures } from './hubs';

const instant = (text: string): string => instantText(Date.parse(text));

/** The answer to issuing a pass, and every later look at it [doc v1 338667m0]. */
export function passMessage(world: World, profile: ApiProfile, pass: PassRecord) {
  return {
    status: pass.cancelledAt === null ? 1 : 3,
    module: pass.module,
    category: 1,
    clientUserId: pass.clientUserId,
    orderId: pass.orderId,
    orderCreatedDate: instant(pass.createdAt),
    orderCancelledDate: pass.cancelledAt === null ? null : instant(pass.cancelledAt),
    usageDate: null,
    extra: {
      ePassId: pass.ePassId,
      firstName: pass.firstName,
      lastName: pass.lastName,
      ...(profile.hasActivation && {
        activationDate: instant(pass.activatesAt),
        ePassStatus: passStatus(pass, world.nowMs()),
      }),
      expirationDate: instant(pass.expiresAt),
      availableUsages: pass.availableUsages,
      usedUsages: pass.usedUsages,
      allowedResources: { [profile.scopeKey]: pass.allowedResources },
    },
  };
}

/** Data the place did not ask for was not kept, and comes back as null [doc v1 338669m0]. */
function requiredInfo(order: OrderRecord) {
  return Object.fromEntries(REQUIRED_INFO_NAMES.map((name) => [name, order.requiredInfo[name] ?? null]));
}

/** One usage order: a prebooking, or a walk-in [doc v1 338669m0]. */
export function orderMessage(world: World, profile: ApiProfile, order: OrderRecord) {
  const resource = world.resourceEver(order.resourceId);
  const hub = world.hubOf(resource);
  return {
    status: order.status,
    module: order.module,
    category: order.category,
    ...(order.ePassId !== null && { ePassId: order.ePassId }),
    ...(order.membershipId !== null && { membershipId: order.membershipId }),
    orderId: order.orderId,
    orderCreatedDate: instant(order.createdAt),
    orderCancelledDate: order.cancelledAt === null ? null : instant(order.cancelledAt),
    extra: {
      ...(profile.hasClientUserIdInOrders && { clientUserId: order.clientUserId }),
      prebookingDate: order.at,
      usageDate: order.usedAtLocal,
      usedUsages: order.usedUsages,
      resourceId: resource.resourceId,
      resourceName: resource.resourceName,
      iata: hub.iata,
      transportHubName: hub.name,
      terminal: resource.terminal,
      city: hub.city,
      countryOrRegion: hub.country,
      vouchersList: order.vouchers.map(({ voucher }) => ({ voucher, voucherType: 1 })),
      prebookingRequiredInfo: requiredInfo(order),
    },
  };
}

/** A row of the order list [3p v2]. */
export function orderRow(world: World, order: OrderRecord) {
  const resource = world.resourceEver(order.resourceId);
  const hub = world.hubOf(resource);
  return {
    orderId: order.orderId,
    status: order.status,
    usedUsages: order.usedUsages,
    module: order.module,
    category: order.category,
    orderCreatedDate: instant(order.createdAt),
    resourceId: resource.resourceId,
    resourceName: resource.resourceName,
    image: pictures(world, resource.resourceId, 1)[0]?.url ?? '',
    extra: {
      transportHubId: hub.transportHubId,
      transportHubName: hub.name,
      city: hub.city,
      countryOrRegion: hub.country,
    },
  };
}
