import { getTranslations } from 'next-intl/server';
import { PageShell } from '@/components/brand/page-shell';
import { ListSkeleton } from '@/components/ui/list-skeleton';
import { WhenNavigating } from '@/components/ui/when-navigating';

export default async function Loading() {
  const t = await getTranslations('common');
  return (
    <WhenNavigating>
      <PageShell width="text">
        <ListSkeleton label={t('loading')} cardClass="h-28" />
      </PageShell>
    </WhenNavigating>
  );
}
