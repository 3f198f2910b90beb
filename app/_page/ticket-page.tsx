import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { PageShell } from '@/components/ui/page-shell';
import { TicketSkeleton } from '@/components/ui/ticket-skeleton';
import { WholeFirst } from './whole-first';

/** A page around a code to hold up: its skeleton while going there. */
export async function TicketPage({ children }: { children: ReactNode }) {
  const t = await getTranslations('common');
  const skeleton = (
    <PageShell>
      <TicketSkeleton label={t('loading')} />
    </PageShell>
  );
  return <WholeFirst skeleton={skeleton}>{children}</WholeFirst>;
}
