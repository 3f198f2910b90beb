import 'server-only';
import type { Order } from '@/lib/domain/order';
import type { Context } from './context';
import { orderOf } from './map/order';
import { PATHS } from './versions';
import { orderSchema, prebookInputSchema } from './wire/order';

export type PrebookRequest = {
  module: 1 | 2;
  ePassId: string;
  prebookingToken: string;
  /** Personal data the place needs, by wire name or by the place's own code. */
  details: Record<string, string>;
  requestId: string;
};

export function createPrebookingCalls({ call, notice }: Context) {
  return {
    /** Date, place and party are those of the token. A pending order is an answer too: look at its status. */
    async prebook(request: PrebookRequest): Promise<Order> {
      const { module, ePassId, prebookingToken, details, requestId } = request;
      const wire = await call({
        operation: 'prebook',
        method: 'POST',
        path: PATHS.prebook(module),
        input: { module, ePassId, extra: { prebookingToken, prebookingRequiredInfo: details } },
        inputSchema: prebookInputSchema,
        outputSchema: orderSchema,
        isRepeatable: false,
        requestId,
      });
      return orderOf(wire, ePassId, notice);
    },
  };
}
