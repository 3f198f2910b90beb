import type { Module } from './module';
import type { LocalTime } from './place-time';

export type OrderStatus = 'pending' | 'confirmed' | 'used' | 'cancelled' | 'unknown';

/** How a voucher is shown; an unknown type is readable text (dragonpass-api 3.6). */
export type VoucherKind = 'qr' | 'barcode' | 'text';

/** `code` opens a door: never log it, never put it in a URL. */
export type Voucher = { code: string; kind: VoucherKind };

/** One usage of a pass at the vendor: a walk-in, or a prebooking in whatever state. Instants are ISO strings. */
export type Order = {
  orderId: string;
  status: OrderStatus;
  module: Module | null;
  category: 'walk-in' | 'prebooking' | 'unknown';
  ePassId: string | null;
  resourceId: string | null;
  resourceName: string | null;
  /** The booked time on the place's clock; null for walk-ins, and in list rows, which do not carry it. */
  at: LocalTime | null;
  /** When it was used, on the place's clock. */
  usedOn: LocalTime | null;
  visits: number;
  vouchers: Voucher[];
  createdAt: string;
  cancelledAt: string | null;
  place: { iata: string | null; hubName: string | null; terminal: string | null; city: string | null };
};

/** Whether an order says that it is of another pass than this one; one that does not say may be of any. */
export function isOfOtherPass(order: Pick<Order, 'ePassId'>, ePassId: string): boolean {
  return order.ePassId !== null && order.ePassId !== ePassId;
}
