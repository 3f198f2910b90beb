import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PageFailure } from '@/app/_page/page-failure';
import { PageShell } from '@/components/brand/page-shell';
import { PlaceHero } from '@/components/resources/place-hero';
import { Actions } from './actions';
import { Facts } from './facts';
import { Head } from './head';
import { More } from './more';
import { resourceOf } from './resource-of';

type Props = { params: Promise<{ resourceId: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { value: place } = await resourceOf((await params).resourceId);
  return place ? { title: [place.name, place.hubName].filter(Boolean).join(', ') } : {};
}

/** One lounge, lane or restaurant: whether I can enter, what is there, and the one next thing to do. */
export default async function ResourcePage({ params }: Props) {
  const { resourceId } = await params;
  const { caller, value: place, failure } = await resourceOf(resourceId);
  const t = await getTranslations('resource');
  if (!place) {
    const retryHref = `/resources/${resourceId}`;
    return <PageFailure failure={failure} title={t('failedTitle')} text={t('failedText')} retryHref={retryHref} />;
  }
  const pictures = place.images.length > 0 ? place.images : [place.image];
  const photos = pictures.map((src, index) => ({
    src,
    alt: t('photo', { name: place.name, number: index + 1, total: pictures.length }),
  }));
  const back = { href: `/hubs/${place.hub}`, label: t('backTo', { hub: place.hubName || place.hub }) };
  return (
    <PageShell
      bar={<PlaceHero photos={photos} back={back} label={t('photos')} />}
      actions={<Actions caller={caller} place={place} />}
    >
      <Head place={place} />
      <div className="mt-5 grid gap-7 lg:mt-8 lg:grid-cols-2 lg:gap-12">
        <Facts caller={caller} place={place} />
        <More place={place} />
      </div>
    </PageShell>
  );
}
