import 'server-only';
import { createHmac } from 'node:crypto';
import { sessionSecret } from './secret';

const PURPOSE = 'layover: travellers who were erased';

/**
 * What stands for a traveller's id after erasing: always the same for one traveller of one brand, and nobody without the
 * server's secret can tell whose it is. Another secret gives other names, so earlier ones are no longer recognised.
 */
export function erasedId(traveller: { brandId: string; clientUserId: string }, secret = sessionSecret()): string {
  // A key of its own: what is hashed here can never serve as, or be checked against, a sealed cookie.
  const key = createHmac('sha256', secret).update(PURPOSE).digest();
  const text = JSON.stringify([traveller.brandId, traveller.clientUserId]);
  return `erased-${createHmac('sha256', key).update(text).digest('hex')}`;
}
