import { headers } from 'next/headers';
import { WalletButtons, type WalletLink } from '@/components/passes/wallet-buttons';
import { walletOrder } from '@/components/passes/wallet-order';
import { currentBrand } from '@/lib/auth/current';
import { offeredWallets } from '@/lib/server/wallets';

/** Wallets of the brand for the pass or booking under `path`, the one of this device first; nothing where it has none. */
export async function Wallets({
  path,
  isLater,
}: {
  path: `/api/passes/${string}` | `/api/bookings/${string}`;
  /** Adding it did not work just now. */
  isLater: boolean;
}) {
  const [brand, list] = await Promise.all([currentBrand(), headers()]);
  const offered = offeredWallets(brand);
  const links = walletOrder(list.get('user-agent')).flatMap((wallet): WalletLink[] => {
    const { isOffered, badgeUri } = offered[wallet];
    return isOffered ? [{ wallet, href: `${path}/wallet/${wallet}`, badgeUri }] : [];
  });
  return links.length > 0 ? <WalletButtons links={links} isLater={isLater} /> : null;
}
