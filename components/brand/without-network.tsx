'use client';

import { CalendarX2, CloudOff, LogOut, type LucideIcon, TicketX } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { type Stored, whatIsStored } from '@/lib/client/stored';
import { expiryDate } from '@/lib/format/time';
import { KeptList, type KeptListWords } from './kept-list';

export type OfflineWords = KeptListWords &
  Record<
    | 'title'
    | 'text'
    | 'again'
    | 'search'
    | 'none'
    | 'passEnded'
    | 'passEndedText'
    | 'bookingEnded'
    | 'bookingEndedText'
    | 'signedOut'
    | 'signedOutText',
    string
  >;

type Reason = { icon: LucideIcon; title: string; text: string };

/** Why a page cannot be shown without a network, and what there is on this device. */
export function WithoutNetwork({ words, locale }: { words: OfflineWords; locale: string }) {
  const [stored, setStored] = useState<Stored | null>(null);
  useEffect(() => {
    whatIsStored().then(setStored);
  }, []);
  const { icon, title, text } = reasonOf(stored, words, locale);
  const pages = stored?.pages.filter((page) => page.hasCopy) ?? [];
  return (
    <>
      <EmptyState
        icon={icon}
        title={title}
        isPageTitle
        action={
          <div className="flex flex-wrap justify-center gap-2.5">
            <Button size="small" onClick={tryAgain}>
              {words.again}
            </Button>
            <a
              href="/"
              className="inline-flex min-h-11 items-center rounded-control border-2 border-ink px-4 py-2 font-bold text-15"
            >
              {words.search}
            </a>
          </div>
        }
      >
        <p>{text}</p>
      </EmptyState>
      {stored && (pages.length > 0 ? <KeptList pages={pages} words={words} locale={locale} /> : <p>{words.none}</p>)}
    </>
  );
}

function reasonOf(stored: Stored | null, words: OfflineWords, locale: string): Reason {
  if (stored) {
    const ended = stored.pages.find((page) => page.path === window.location.pathname && !page.hasCopy);
    if (ended?.kind === 'booking') {
      return { icon: CalendarX2, title: words.bookingEnded, text: words.bookingEndedText };
    }
    if (ended) {
      const date = ended.endsAt ? expiryDate(ended.endsAt, { timeZone: 'UTC', locale }) : '';
      return { icon: TicketX, title: words.passEnded.replace('{date}', date), text: words.passEndedText };
    }
    if (new URLSearchParams(window.location.search).has('signed-out')) {
      return { icon: LogOut, title: words.signedOut, text: words.signedOutText };
    }
  }
  return { icon: CloudOff, title: words.title, text: words.text };
}

/** The address is still that of the page that could not be shown, unless it is this page's own. */
function tryAgain(): void {
  if (window.location.pathname === '/offline') window.location.replace('/');
  else window.location.reload();
}
