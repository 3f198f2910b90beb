import { useTranslations } from 'next-intl';
import { CopyButton } from '@/components/ui/copy-button';
import { QrCode } from '@/components/ui/qr-code';
import { GroupedCode } from '@/components/ui/ticket';
import type { BookingDto } from '@/lib/contract/bookings';
import { VoucherPager } from './voucher-pager';

type Booked = Pick<BookingDto, 'vouchers' | 'party' | 'holder'>;
type Voucher = BookingDto['vouchers'][number];

/** The booking's codes, for the ticket and for the full screen: never two at once, or a scanner may read the wrong one. */
export function VoucherCodes({ booking, hasCopy = true }: { booking: Booked; hasCopy?: boolean }) {
  const t = useTranslations('bookings.panel');
  const { vouchers } = booking;
  const count = vouchers.length;
  const [only] = vouchers;
  if (!only) return null;
  if (count === 1) return <VoucherCode voucher={only} label={t('qr')} hasCopy={hasCopy} />;
  const words = { previous: t('previous'), next: t('next'), of: t.raw('of') };
  return (
    <VoucherPager count={count} label={t('all')} words={words}>
      {vouchers.map((voucher, index) => (
        <li key={voucher.code} className="w-full shrink-0 snap-start print:break-inside-avoid">
          <p className="px-4.5 pt-3 text-center font-bold text-15">
            <Guest booking={booking} index={index} />
          </p>
          <VoucherCode voucher={voucher} label={t('qrOf', { index: index + 1, count })} hasCopy={hasCopy} />
        </li>
      ))}
    </VoucherPager>
  );
}

/**
 * Whose code it is. With one for each traveller the first is taken to be the holder's [inferred: the vendor names nobody];
 * the others are guests, whose names no place asks for.
 */
function Guest({ booking, index }: { booking: Booked; index: number }) {
  const t = useTranslations('bookings.panel');
  const { holder, party, vouchers } = booking;
  const isOneEach = vouchers.length === party.adults + party.children;
  if (!isOneEach) return t('guest', { index: index + 1 });
  const name = `${holder.firstName} ${holder.lastName}`;
  return index === 0 ? name : t('guestOf', { index, name: holder.firstName });
}

/** What kind of voucher it is decides how it is shown; one that no scanner here reads is large text. */
function VoucherCode({ voucher, label, hasCopy }: { voucher: Voucher; label: string; hasCopy: boolean }) {
  const t = useTranslations('bookings.panel');
  const typed = <p className="pt-8 pb-4 text-center text-print/70">{t('barcode')}</p>;
  return (
    <div className="pb-2">
      {voucher.kind === 'qr' ? <QrCode value={voucher.code} label={label} instead={typed} /> : typed}
      <p className="sr-only">{t('number')}</p>
      <GroupedCode code={voucher.code} />
      {hasCopy && (
        <div className="-mb-1 text-center noscript:hidden print:hidden">
          <CopyButton text={voucher.code} label={t('copy')} copiedLabel={t('copied')} failedLabel={t('copyFailed')} />
        </div>
      )}
    </div>
  );
}
