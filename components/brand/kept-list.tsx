import { CalendarCheck, ChevronRight, QrCode } from 'lucide-react';
import { ROW_CLASS } from '@/components/ui/row';
import type { Stored } from '@/lib/client/stored';
import { clockTime, expiryDate, shortDate } from '@/lib/format/time';

export type KeptListWords = Record<'kept' | 'pass' | 'passEndless' | 'booking', string>;

type Kept = Stored['pages'][number];

/** What works without a network. Plain links: there is no server that the router could ask for a page's content. */
export function KeptList({ pages, words, locale }: { pages: Kept[]; words: KeptListWords; locale: string }) {
  return (
    <section aria-labelledby="kept-title">
      <h2 id="kept-title" className="overline">
        {words.kept}
      </h2>
      <ul>
        {pages.map((page) => {
          const Icon = page.kind === 'booking' ? CalendarCheck : QrCode;
          return (
            <li key={page.path}>
              <a href={page.path} className={ROW_CLASS}>
                <Icon aria-hidden size={22} strokeWidth={1.75} />
                <span className="min-w-0">
                  {page.title}
                  <span className="tabular block font-normal text-15 text-ink-muted">{under(page, words, locale)}</span>
                </span>
                <ChevronRight aria-hidden size={20} strokeWidth={1.75} className="rtl:-scale-x-100" />
              </a>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** When, on the place's own clock; or until when. */
function under(page: Kept, words: KeptListWords, locale: string): string {
  if (page.startsAt !== null && page.timeZone !== null) {
    const reading = { timeZone: page.timeZone, locale };
    const day = shortDate(page.startsAt, reading, Date.parse(page.keptAt));
    return words.booking.replace('{day}', day).replace('{time}', clockTime(page.startsAt, reading));
  }
  if (page.endsAt === null) return words.passEndless;
  return words.pass.replace('{date}', expiryDate(page.endsAt, { timeZone: 'UTC', locale }));
}
