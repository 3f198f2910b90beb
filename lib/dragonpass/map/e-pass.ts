import 'server-only';
import type { EPass } from '@/lib/domain/pass';
import { CODES } from '../versions';
import type { WireEPass } from '../wire/e-pass';

/** Cancellation is read from the order's own status: `ePassStatus` is in v2 only, and its values are guesses (3.5). */
export function ePassOf(wire: WireEPass): EPass {
  const { extra } = wire;
  return {
    ePassId: extra.ePassId,
    orderId: wire.orderId,
    module: wire.module,
    clientUserId: wire.clientUserId ?? extra.clientUserId ?? '',
    firstName: extra.firstName,
    lastName: extra.lastName,
    activatesAt: extra.activationDate,
    expiresAt: extra.expirationDate,
    cancelledAt: wire.orderCancelledDate,
    isCancelled: wire.status === CODES.cancelledStatus || wire.orderCancelledDate !== null,
    totalVisits: extra.availableUsages,
    usedVisits: extra.usedUsages,
    resourceIds: extra.allowedResources,
  };
}
