import { getTranslations } from 'next-intl/server';
import { ButtonLink } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { PassDto } from '@/lib/contract/passes';
import type { ResourceDto } from '@/lib/contract/resources';

/** With a pass opened for a place where it works: the way back to it, and on to a booking. Else the ticket says why not. */
export async function ForPlace({ pass, place }: { pass: PassDto; place: ResourceDto }) {
  if (place.isWithdrawn || (pass.blockedBy !== null && pass.blockedBy !== 'booking-only')) return null;
  const t = await getTranslations('passes.forPlace');
  const path = `/resources/${place.resourceId}`;
  return (
    <Notice tone="positive" title={t('title', { place: place.name })}>
      <div className="mt-1 flex flex-wrap gap-2">
        {place.prebookable && (
          <ButtonLink href={`${path}/prebook`} size="small">
            {t('prebook')}
          </ButtonLink>
        )}
        <ButtonLink href={path} size="small" variant="secondary">
          {t('back')}
        </ButtonLink>
      </div>
    </Notice>
  );
}
