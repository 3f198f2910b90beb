import { getTranslations } from 'next-intl/server';
import { HubSkeleton } from '@/components/hubs/hub-skeleton';
import { WhenNavigating } from '@/components/ui/when-navigating';

export default async function Loading() {
  const t = await getTranslations('hubs');
  return (
    <WhenNavigating>
      <HubSkeleton label={t('loading')} />
    </WhenNavigating>
  );
}
