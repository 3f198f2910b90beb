import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { WholeFirst } from '@/app/_page/whole-first';
import { PlaceSkeleton } from '@/components/resources/place-skeleton';

/** Above the page, so that reading it again keeps it in view. Its own folder keeps the skeleton off the prebooking. */
export default async function PlaceLayout({ children }: { children: ReactNode }) {
  const t = await getTranslations('resource');
  return <WholeFirst skeleton={<PlaceSkeleton label={t('loading')} />}>{children}</WholeFirst>;
}
