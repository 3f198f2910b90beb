import { z } from 'zod';
import { type Call, type Operation, parseInput, type Result } from '../http/operation';
import { Refusal } from '../http/refusal';
import { redeemMembership, redeemPass, redeemVoucher, reverseUse } from '../rules/venue';
import { MODULE_PATHS, PREBOOKING_PATHS } from './modules';

const countsSchema = { adultCount: z.number().int().min(0), childCount: z.number().int().min(0) };
const walkInSchema = z.object({ dpId: z.string(), ...countsSchema });
const voucherSchema = z.object({ voucher: z.string(), ...countsSchema });
const cancelSchema = z.object({ dpId: z.string(), transactionId: z.string() });

/** The transaction is our order; the vendor's own sandbox numbers `DPSL00001` [doc v2 338945m0]. */
function walkIn({ world, programId, body }: Call, module: number): Result {
  const { dpId, adultCount: adults, childCount: children } = parseInput(walkInSchema, body);
  if (adults + children < 1) throw new Refusal('malformed', 'adultCount: at least one passenger');
  const party = { adults, children };
  const isPass = world.journal.all('passes').has(dpId);
  if (isPass) world.pass(programId, dpId);
  const { order, changes } = isPass
    ? redeemPass(world, dpId, { party })
    : redeemMembership(world, dpId, module, { party });
  return { data: { dpId, transactionId: order.orderId, message: 'Order Created' }, changes };
}

function voucherUse({ world, programId, body }: Call): Result {
  const { voucher } = parseInput(voucherSchema, body);
  const { order, changes } = redeemVoucher(world, voucher);
  world.order(programId, order.orderId);
  return { data: { voucher, transactionId: order.orderId, message: 'Order Created' }, changes };
}

function cancel({ world, programId, body }: Call): Result {
  const { dpId, transactionId } = parseInput(cancelSchema, body);
  world.order(programId, transactionId);
  const { changes } = reverseUse(world, transactionId);
  return { data: { dpId, transactionId, message: 'Order Cancelled' }, changes };
}

const simulation = (path: string, run: Operation['run']): Operation => ({
  name: 'simulation',
  method: 'POST',
  path: `/simulations/${path}`,
  versions: ['v2'],
  isWrite: true,
  run,
});

/** What the vendor's sandbox offers to play the venue [doc v2 338945m0; paths 3p]. */
export const simulationOperations: readonly Operation[] = [
  ...MODULE_PATHS.filter(({ module }) => module !== 2).map(({ module, path }) =>
    simulation(`${path}/redemptions`, (call) => walkIn(call, module)),
  ),
  ...PREBOOKING_PATHS.map(({ path }) => simulation(`${path}/prebookings/redemptions`, voucherUse)),
  ...MODULE_PATHS.map(({ path }) => simulation(`${path}/cancellation`, cancel)),
];
