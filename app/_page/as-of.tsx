import { getLocale, getTranslations } from 'next-intl/server';
import { DeviceTime } from '@/components/ui/device-time';
import { clockTime } from '@/lib/format/time';
import { runtime } from '@/lib/server/runtime';

/** Older than this, the last check is worth a warning: visits may have been used since. */
const STALE_MS = 10 * 60_000;

/** When what is shown was last confirmed: on the reader's own clock, in UTC until the script runs. */
export async function AsOf({ at, words }: { at: string; words: 'passes' | 'bookings' }) {
  const [t, locale, { clock }] = await Promise.all([getTranslations(words), getLocale(), runtime()]);
  const isStale = clock() - Date.parse(at) > STALE_MS;
  const fallback = `${clockTime(at, { timeZone: 'UTC', locale })} UTC`;
  return (
    <p className="text-center text-13 text-ink-muted">
      {t.rich(isStale ? 'stale' : 'checkedAt', {
        time: () => <DeviceTime at={at} locale={locale} fallback={fallback} />,
      })}
    </p>
  );
}
