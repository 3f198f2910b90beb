import 'server-only';
import type { Order } from '@/lib/domain/order';
import type { Context } from './context';
import { DragonPassError } from './errors';
import { orderOf } from './map/order';
import { pageSchema, walkPages } from './pages';
import { everyRow } from './rows';
import { CODES, PATHS } from './versions';
import {
  cancelInputSchema,
  cancelledSchema,
  orderDetailsInputSchema,
  orderListInputSchema,
  orderSchema,
} from './wire/order';

const ordersPageSchema = pageSchema('orders');

export function createOrderCalls({ call, log, notice }: Context) {
  return {
    /**
     * Every use of a pass. Rows carry neither the booked time nor vouchers: `getOrder` does. `isProof`: throws rather than
     * answer with less than the vendor counts, as what is not in the list is taken not to have happened.
     */
    async listOrders({ ePassId, isProof = false }: { ePassId: string; isProof?: boolean }): Promise<Order[]> {
      const operation = 'epass.orders';
      const rows = await walkPages({
        operation,
        log,
        idKeys: ['orderId'],
        whenCut: 'log',
        isProof,
        fetchPage: (page) =>
          call({
            operation,
            method: 'POST',
            path: PATHS.orders,
            input: { ePassId, ...page },
            inputSchema: orderListInputSchema,
            outputSchema: ordersPageSchema,
            isRepeatable: true,
          }),
      });
      return everyRow(rows, orderSchema, operation).map((wire) => orderOf(wire, ePassId, notice));
    },

    async getOrder({ orderId }: { orderId: string }): Promise<Order> {
      const operation = 'order.details';
      const wire = await call({
        operation,
        method: 'POST',
        path: PATHS.orderDetails,
        input: { orderId },
        inputSchema: orderDetailsInputSchema,
        outputSchema: orderSchema,
        isRepeatable: true,
      });
      if (wire.orderId === orderId) return orderOf(wire, null, notice);
      throw new DragonPassError({ kind: 'unexpected-reply', operation, outcomeUnknown: false, status: 200 });
    },

    /** Cancels a prebooking, or an E-pass by the order it was issued with. Cannot be taken back. */
    async cancelOrder({ orderId, requestId }: { orderId: string; requestId: string }): Promise<void> {
      const operation = 'cancel';
      const { status } = await call({
        operation,
        method: 'PATCH',
        path: PATHS.cancel,
        input: { orderId, status: CODES.cancelledStatus },
        inputSchema: cancelInputSchema,
        outputSchema: cancelledSchema,
        isRepeatable: false,
        requestId,
      });
      // A yes that shows another status has not cancelled anything we can tell a traveller about.
      if (status === null || status === CODES.cancelledStatus) return;
      throw new DragonPassError({ kind: 'unexpected-reply', operation, outcomeUnknown: true, status: 200 });
    },
  };
}
