import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { ListSkeleton } from '@/components/ui/list-skeleton';
import { PageShell } from '@/components/ui/page-shell';
import { WholeFirst } from './whole-first';

/** A page of cards: their skeleton while going there, `cardClass` being the height of one. */
export async function ListPage({ cardClass, children }: { cardClass: string; children: ReactNode }) {
  const t = await getTranslations('common');
  const skeleton = (
    <PageShell width="text">
      <ListSkeleton label={t('loading')} cardClass={cardClass} />
    </PageShell>
  );
  return <WholeFirst skeleton={skeleton}>{children}</WholeFirst>;
}
