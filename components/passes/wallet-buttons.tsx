import { Wallet } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Live } from '@/components/ui/live';
import { Notice } from '@/components/ui/notice';
import { ROW_CLASS } from '@/components/ui/row';

export type WalletLink = {
  wallet: 'apple' | 'google';
  href: string;
  /** The wallet's official button as a `data:` address; words where the brand brings none. */
  badgeUri: string | null;
};

/**
 * Plain links, in the order given: a phone opens its wallet by what is answered, without any script of ours. `isLater` after
 * one that was followed in vain.
 */
export function WalletButtons({ links, isLater = false }: { links: readonly WalletLink[]; isLater?: boolean }) {
  const t = useTranslations('wallet');
  return (
    <section id="wallets" aria-label={t('title')} className="scroll-mt-20 print:hidden">
      <Live>{isLater && <Notice tone="warning">{t('later')}</Notice>}</Live>
      <ul>
        {links.map(({ wallet, href, badgeUri }) => (
          <li key={wallet}>
            {badgeUri ? (
              <a href={href} className="inline-block py-2">
                {/* biome-ignore lint/performance/noImgElement: a small vector picture, part of the page itself. */}
                <img src={badgeUri} alt={t(wallet)} className="h-12 w-auto" />
              </a>
            ) : (
              <a href={href} className={ROW_CLASS}>
                <Wallet aria-hidden size={22} strokeWidth={1.75} />
                {t(wallet)}
              </a>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
