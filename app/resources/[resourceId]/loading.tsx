import { getTranslations } from 'next-intl/server';
import { PlaceSkeleton } from '@/components/resources/place-skeleton';
import { WhenNavigating } from '@/components/ui/when-navigating';

export default async function Loading() {
  const t = await getTranslations('resource');
  return (
    <WhenNavigating>
      <PlaceSkeleton label={t('loading')} />
    </WhenNavigating>
  );
}
