import 'server-only';
import { isModule } from '@/lib/domain/module';
import type { Order, Voucher } from '@/lib/domain/order';
import type { Notice } from '../events';
import { CODES } from '../versions';
import type { WireOrder } from '../wire/order';
import { wordOf } from './code';

/** `ePassId` is the pass that was asked about, as the rows of a list do not repeat it. */
export function orderOf(wire: WireOrder, ePassId: string | null, notice: Notice): Order {
  const { extra } = wire;
  const module = Number(wire.module);
  if (!isModule(module)) notice('order.module', wire.module);
  return {
    orderId: wire.orderId,
    status: wordOf(CODES.orderStatus, wire.status, 'order.status', notice) ?? 'unknown',
    module: isModule(module) ? module : null,
    category: wordOf(CODES.orderCategory, wire.category, 'order.category', notice) ?? 'unknown',
    ePassId: wire.ePassId ?? ePassId,
    resourceId: wire.resourceId ?? extra?.resourceId ?? null,
    resourceName: wire.resourceName ?? extra?.resourceName ?? null,
    at: wire.prebookingDate ?? extra?.prebookingDate ?? null,
    usedOn: wire.usageDate ?? extra?.usageDate ?? null,
    visits: wire.usedUsages ?? extra?.usedUsages ?? 0,
    vouchers: (extra?.vouchersList ?? []).map((row) => voucherOf(row.voucher, row.voucherType, notice)),
    createdAt: wire.orderCreatedDate,
    cancelledAt: wire.orderCancelledDate,
    place: {
      iata: extra?.iata ?? null,
      hubName: extra?.transportHubName ?? null,
      terminal: extra?.terminal ?? null,
      city: extra?.city ?? null,
    },
  };
}

/** A type we do not know may be anything the venue supplies: its text is shown, and nothing is drawn from it (3.6). */
function voucherOf(code: string, type: unknown, notice: Notice): Voucher {
  const kind = wordOf(CODES.voucherType, type, 'voucherType', notice) ?? 'qr';
  return { code, kind: kind === 'unknown' ? 'text' : kind };
}
