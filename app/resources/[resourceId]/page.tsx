import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { WholeFirst } from '@/app/_page/whole-first';
import { PlaceSkeleton } from '@/components/resources/place-skeleton';
import { Place } from './place';
import { resourceOf } from './resource-of';

type Props = { params: Promise<{ resourceId: string }> };

export const instant = false;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { value: place } = await resourceOf((await params).resourceId);
  return place ? { title: [place.name, place.hubName].filter(Boolean).join(', ') } : {};
}

/** One lounge, lane or restaurant: whether I can enter, what is there, and the one next thing to do. */
export default async function ResourcePage({ params }: Props) {
  const [{ resourceId }, t] = await Promise.all([params, getTranslations('resource')]);
  return (
    <WholeFirst skeleton={<PlaceSkeleton label={t('loading')} />}>
      <Place resourceId={resourceId} />
    </WholeFirst>
  );
}
