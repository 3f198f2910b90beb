import { DoorOpen } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { RowLink } from '@/components/ui/row';

/** A place to go instead. `where` is its terminal and side, null when the heading says it; `until` is on its own clock. */
export type NextPlace = { resourceId: string; name: string; where: string | null; until: string | null };

/** Where else the pass opens a door now, and all places of the hub. `near` is what they are near to: a terminal, or a hub. */
export function NextBestPlaces({
  near,
  places,
  hub,
}: {
  near: string | null;
  places: readonly NextPlace[];
  hub: { hub: string; name: string } | null;
}) {
  const t = useTranslations('door.nearby');
  return (
    <section>
      <h2 className="font-bold">{near ? t('title', { near }) : t('titleAnywhere')}</h2>
      {near && places.length === 0 && <p className="text-15 text-ink-muted">{t('none')}</p>}
      <ul>
        {places.map(({ resourceId, name, where, until }) => (
          <li key={resourceId}>
            <RowLink
              href={`/resources/${encodeURIComponent(resourceId)}`}
              icon={DoorOpen}
              hint={[where, until ? t('until', { time: until }) : t('allDay')].filter(Boolean).join(' · ')}
            >
              {name}
            </RowLink>
          </li>
        ))}
      </ul>
      <Link
        href={hub ? `/hubs/${encodeURIComponent(hub.hub)}` : '/'}
        prefetch={false}
        className="inline-flex min-h-11 items-center font-bold text-15 underline underline-offset-4"
      >
        {hub ? t('all', { hub: hub.name }) : t('find')}
      </Link>
    </section>
  );
}
