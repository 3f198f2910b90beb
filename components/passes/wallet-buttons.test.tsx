import { NextIntlClientProvider } from 'next-intl';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import messages from '@/messages/en.json';
import { WalletButtons, type WalletLink } from './wallet-buttons';
import { walletOrder } from './wallet-order';

const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 Version/19.0 Mobile Safari/604.1';
const ANDROID = 'Mozilla/5.0 (Linux; Android 16; Pixel 9) AppleWebKit/537.36 Chrome/156.0.0.0 Mobile Safari/537.36';

const drawn = (links: WalletLink[], isLater = false) =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale="en" messages={messages} timeZone="UTC">
      <WalletButtons links={links} isLater={isLater} />
    </NextIntlClientProvider>,
  );

describe('the wallets under a ticket', () => {
  it('begin with the one the device has', () => {
    expect(walletOrder(IPHONE)).toEqual(['apple', 'google']);
    expect(walletOrder(ANDROID)).toEqual(['google', 'apple']);
    expect(walletOrder(null)).toEqual(['google', 'apple']);
  });

  it('are plain links with words, in the order given, that need no script', () => {
    const html = drawn([
      { wallet: 'apple', href: '/api/passes/ps_1/wallet/apple', badgeUri: null },
      { wallet: 'google', href: '/api/passes/ps_1/wallet/google', badgeUri: null },
    ]);
    expect(html).toMatch(
      /<a href="\/api\/passes\/ps_1\/wallet\/apple".*Add to Apple Wallet<\/a>.*<a href="\/api\/passes\/ps_1\/wallet\/google".*Add to Google Wallet<\/a>/,
    );
  });

  it('say so when one could not be added to just now', () => {
    const links: WalletLink[] = [{ wallet: 'google', href: '/a', badgeUri: null }];
    const words = 'We could not add this to your wallet just now. Try again in a minute.';
    expect(drawn(links)).not.toContain(words);
    expect(drawn(links, true)).toMatch(new RegExp(`<section id="wallets".*role="status".*${words}.*href="/a"`));
  });

  it('say the same as words when the brand brings the official button', () => {
    const html = drawn([{ wallet: 'apple', href: '/a', badgeUri: 'data:image/svg+xml;base64,PHN2Zy8+' }]);
    expect(html).toMatch(/<img[^>]+alt="Add to Apple Wallet"/);
    expect(html).not.toContain('<svg');
  });
});
