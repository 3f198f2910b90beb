import { useLocale, useTranslations } from 'next-intl';
import { CopyButton } from '@/components/ui/copy-button';
import { QrCode } from '@/components/ui/qr-code';
import { GroupedCode, Ticket, TicketFacts, TicketMark } from '@/components/ui/ticket';
import type { BookingDto } from '@/lib/contract/bookings';
import { clockTime, longDate, zoneName } from '@/lib/format/time';
import { BookingStatusChip } from './booking-status-chip';
import { cityOf, whereOf } from './booking-words';
import { VoucherPager } from './voucher-pager';

type Voucher = BookingDto['vouchers'][number];

/** The booking as staff see it: brand, voucher(s), name, date and time with the place's zone, place, network. */
export function VoucherTicket({
  booking,
  brandName,
  nowMs,
}: {
  booking: BookingDto;
  brandName: string;
  nowMs: number;
}) {
  const t = useTranslations('bookings');
  const reading = { timeZone: booking.timeZone, locale: useLocale() };
  return (
    <Ticket title={brandName} badge={t('party', booking.party)}>
      <Vouchers booking={booking} />
      <TicketFacts
        facts={[
          { label: t('panel.name'), value: `${booking.holder.firstName} ${booking.holder.lastName}` },
          {
            label: t('panel.when'),
            value: (
              <time dateTime={booking.startsAt} className="tabular">
                {longDate(booking.startsAt, reading, nowMs)},{' '}
                {t('inCity', { time: clockTime(booking.startsAt, reading), city: cityOf(booking) })}{' '}
                <span className="font-normal text-15">({zoneName(booking.startsAt, reading)})</span>
              </time>
            ),
          },
          {
            label: t('panel.where'),
            value: (
              <>
                {booking.resourceName}
                <span className="block font-normal text-15">{whereOf(booking)}</span>
              </>
            ),
          },
        ]}
      />
      <div className="pb-3 text-center">
        <BookingStatusChip face={booking.isCancelling ? 'cancelling' : booking.status} />
      </div>
      <TicketMark>{t('panel.mark')}</TicketMark>
    </Ticket>
  );
}

function Vouchers({ booking }: { booking: BookingDto }) {
  const t = useTranslations('bookings.panel');
  const { vouchers } = booking;
  const count = vouchers.length;
  const [only] = vouchers;
  if (!only) return null;
  if (count === 1) return <VoucherCode voucher={only} label={t('qr')} />;
  return (
    <VoucherPager count={count} label={t('all')} words={{ previous: t('previous'), next: t('next'), of: t.raw('of') }}>
      {vouchers.map((voucher, index) => (
        <li key={voucher.code} className="w-full shrink-0 snap-start">
          <p className="pt-3 text-center font-bold text-15">{t('guest', { index: index + 1 })}</p>
          <VoucherCode voucher={voucher} label={t('qrOf', { index: index + 1, count })} />
        </li>
      ))}
    </VoucherPager>
  );
}

/** What kind of voucher it is decides how it is shown; one that no scanner here reads is large text. */
export function VoucherCode({
  voucher,
  label,
  hasCopy = true,
}: {
  voucher: Voucher;
  label: string;
  hasCopy?: boolean;
}) {
  const t = useTranslations('bookings.panel');
  return (
    <div className="pb-2">
      {voucher.kind === 'qr' ? (
        <QrCode value={voucher.code} label={label} />
      ) : (
        <p className="pt-8 pb-4 text-center text-print/70">{t('barcode')}</p>
      )}
      <p className="sr-only">{t('number')}</p>
      <GroupedCode code={voucher.code} />
      {hasCopy && (
        <div className="-mb-1 text-center">
          <CopyButton text={voucher.code} label={t('copy')} copiedLabel={t('copied')} failedLabel={t('copyFailed')} />
        </div>
      )}
    </div>
  );
}
