import { cookies } from 'next/headers';
import { getTranslations } from 'next-intl/server';
import { RECENT_COOKIE, readRecent } from '@/components/hubs/recent-cookie';
import { Notice } from '@/components/ui/notice';
import type { Caller } from '@/lib/server/caller';
import { findHub } from '@/lib/server/hubs';

type Props = {
  caller: Caller;
  /** The airports where it works, as our URLs call them; none is everywhere. */
  hubs: readonly string[];
  words: 'passes' | 'bookings';
};

/**
 * Says before the desk does that the airport looked at last, where its traveller may be standing, is none where this works.
 * Not on a page that a device shows from its copy for want of an answer: where its traveller is by then nobody knows.
 */
export async function OtherAirport({ caller, hubs, words }: Props) {
  const [recent] = readRecent((await cookies()).get(RECENT_COOKIE)?.value);
  if (!recent || hubs.length === 0 || hubs.includes(recent)) return null;
  const [t, hub] = await Promise.all([getTranslations(words), findHub(caller, recent)]);
  if (!hub) return null;
  return (
    <div data-says={recent} className="in-data-[kept='']:hidden print:hidden">
      <Notice tone="warning" title={t('otherAirport.title', { hub: hub.name })}>
        <p>{t('otherAirport.text')}</p>
      </Notice>
    </div>
  );
}
