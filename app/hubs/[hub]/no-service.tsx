import { Armchair } from 'lucide-react';
import { getLocale, getTranslations } from 'next-intl/server';
import { HubRow } from '@/components/hubs/hub-row';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import type { HubDto } from '@/lib/contract/hubs';
import { distance } from '@/lib/format/distance';
import { attempt } from '@/lib/server/attempt';
import type { Caller } from '@/lib/server/caller';
import { nearestServedHubs } from '@/lib/server/hubs';

const NEAREST_SHOWN = 3;

/** A hub where nothing can be used: says so, and where the nearest place is. */
export async function NoService({ caller, hub }: { caller: Caller; hub: HubDto }) {
  const [t, locale, near] = await Promise.all([
    getTranslations('hubs'),
    getLocale(),
    attempt(caller, nearestServedHubs(caller, hub.hub, NEAREST_SHOWN)),
  ]);
  const hubs = near.value?.hubs ?? [];
  return (
    <div className="mx-auto max-w-text">
      <EmptyState
        icon={Armchair}
        title={t('noServiceTitle')}
        action={
          <ButtonLink href="/" variant="secondary">
            {t('searchAnother')}
          </ButtonLink>
        }
      >
        <p>{t('noServiceText', { name: hub.name })}</p>
      </EmptyState>
      {hubs.length > 0 && (
        <section aria-labelledby="nearest-title">
          <h2 id="nearest-title" className="overline">
            {t('nearest')}
          </h2>
          <ul>
            {hubs.map((one) => (
              <li key={one.hub}>
                <HubRow hub={one} end={t('away', { distance: distance(one.distanceKm, locale) })} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
