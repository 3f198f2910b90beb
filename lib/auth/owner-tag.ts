import 'server-only';
import { createHmac } from 'node:crypto';
import { sessionSecret } from './secret';

const PURPOSE = 'layover: whose a page is';

/**
 * Stands on every page of a signed-in traveller, so that a device can tell one traveller's pages from another's: always
 * the same for one traveller of one brand, and nobody without the server's secret can tell whose it is.
 */
export function ownerTag(traveller: { brandId: string; clientUserId: string }, secret = sessionSecret()): string {
  const key = createHmac('sha256', secret).update(PURPOSE).digest();
  const text = JSON.stringify([traveller.brandId, traveller.clientUserId]);
  return createHmac('sha256', key).update(text).digest('base64url').slice(0, 22);
}
