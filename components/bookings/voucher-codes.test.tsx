import { NextIntlClientProvider } from 'next-intl';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { BookingDto } from '@/lib/contract/bookings';
import messages from '@/messages/en.json';
import { VoucherCodes } from './voucher-codes';

type Vouchers = BookingDto['vouchers'];

const CODE = '668800008888';

const drawn = (vouchers: Vouchers, party = { adults: 1, children: 0 }) => {
  // Of a booking, only this is read.
  const booking = { vouchers, party, holder: { firstName: 'Ada', lastName: 'O’Brien' } };
  return renderToStaticMarkup(
    <NextIntlClientProvider locale="en" messages={messages} timeZone="UTC">
      <VoucherCodes booking={booking} />
    </NextIntlClientProvider>,
  );
};

const grouped = '<span class="inline-block">6688</span><span class="inline-block">0000</span>';

describe('VoucherCodes', () => {
  it('shows a code for scanners as QR code, with the same code to type', () => {
    const html = drawn([{ code: CODE, kind: 'qr' }]);
    expect(html).toContain('<title>QR code of your booking</title>');
    expect(html).toContain(grouped);
  });

  it.each(['barcode', 'text'] as const)(
    'shows a code that is %s as readable text, with what staff do with it',
    (kind) => {
      const html = drawn([{ code: CODE, kind }]);
      expect(html).not.toContain('<title>QR code');
      expect(html).toContain('Staff type this code');
      expect(html).toContain(grouped);
    },
  );

  it('shows a code too long to be scanned as readable text', () => {
    const html = drawn([{ code: 'https://venue.example/'.padEnd(400, 'x'), kind: 'qr' }]);
    expect(html).not.toContain('<title>QR code');
    expect(html).toContain('Staff type this code');
  });

  it('names whose each code is where there is one for each traveller, and numbers them where there is not', () => {
    const two: Vouchers = [CODE, '668800009999'].map((code) => ({ code, kind: 'qr' }));
    const each = drawn(two, { adults: 1, children: 1 });
    for (const words of ['Ada O’Brien', 'Guest 1 of Ada', 'QR code 1 of 2', 'QR code 2 of 2'])
      expect(each).toContain(words);
    const others = drawn(two, { adults: 3, children: 0 });
    for (const words of ['Traveller 1', 'Traveller 2']) expect(others).toContain(words);
    expect(others).not.toContain('Ada');
  });
});
