import { cookies } from 'next/headers';
import { getTranslations } from 'next-intl/server';
import { RECENT_COOKIE, readRecent } from '@/components/hubs/recent-cookie';
import { RecentHubs } from '@/components/hubs/recent-hubs';
import type { Caller } from '@/lib/server/caller';
import { getHub } from '@/lib/server/hubs';

/** The hubs this device looked at. One that is no longer known is left out and hides no other. */
export async function Recent({ caller }: { caller: Caller }) {
  const codes = readRecent((await cookies()).get(RECENT_COOKIE)?.value);
  if (codes.length === 0) return null;
  const [found, t] = await Promise.all([
    Promise.allSettled(codes.map((code) => getHub(caller, code))),
    getTranslations('home'),
  ]);
  const hubs = found.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  const chips = hubs.map(({ hub, iata, city, name }) => ({ hub, iata, city, name }));
  return <RecentHubs hubs={chips} words={{ title: t('recent'), clear: t('clearRecent') }} />;
}
