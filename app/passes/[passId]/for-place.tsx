import { getTranslations } from 'next-intl/server';
import { ButtonLink } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { resourceIdSchema } from '@/lib/contract/common';
import type { Caller } from '@/lib/server/caller';
import { findResource } from '@/lib/server/resources';

/** After getting a pass for a place: the way back to it, and on to a booking. Nothing for an address made up by hand. */
export async function ForPlace({ caller, forId }: { caller: Caller; forId: string | string[] | undefined }) {
  const parsed = resourceIdSchema.safeParse(forId);
  if (!parsed.success) return null;
  const [t, place] = await Promise.all([getTranslations('passes.forPlace'), findResource(caller, parsed.data)]);
  if (!place || place.isWithdrawn) return null;
  const path = `/resources/${place.resourceId}`;
  return (
    <Notice tone="positive" title={t('title', { place: place.name })} live="polite">
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
