import { getTranslations } from 'next-intl/server';
import { PageShell } from '@/components/brand/page-shell';
import { TicketSkeleton } from '@/components/ui/ticket-skeleton';
import { WhenNavigating } from '@/components/ui/when-navigating';

export default async function Loading() {
  const t = await getTranslations('common');
  return (
    <WhenNavigating>
      <PageShell width="form">
        <TicketSkeleton label={t('loading')} />
      </PageShell>
    </WhenNavigating>
  );
}
