import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { WholeFirst } from '@/app/_page/whole-first';
import { HubSkeleton } from '@/components/hubs/hub-skeleton';

/** Above the page, so that choosing a filter keeps the places in view until the new ones are there. */
export default async function HubLayout({ children }: { children: ReactNode }) {
  const t = await getTranslations('hubs');
  return <WholeFirst skeleton={<HubSkeleton label={t('loading')} />}>{children}</WholeFirst>;
}
