import 'server-only';
import type { Brand } from '@/lib/brand/schema';
import { walletKeys } from '@/lib/brand/wallet-keys';
import { logger } from '../log';
import { googleObjectId } from './google';
import { voidGoogleObject } from './google-api';

/**
 * After a pass or a booking has ended: crosses out what may be in a Google wallet. Beside the request, and without an
 * outcome of its own: what was cancelled is cancelled, whatever Google says.
 */
export async function voidInWallets(brand: Brand, id: string, vouchers: number): Promise<void> {
  const { google } = walletKeys(brand);
  if (!google) return;
  const ids = vouchers > 1 ? Array.from({ length: vouchers }, (_, index) => `${id}-${index + 1}`) : [id];
  const voided = ids.map((cardId) => voidGoogleObject(google, googleObjectId(google, cardId)));
  await Promise.all(voided).catch((error: unknown) => {
    logger().warn({ err: error, id }, 'not voided in the wallet');
  });
}
