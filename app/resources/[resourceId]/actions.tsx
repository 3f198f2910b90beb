import { getTranslations } from 'next-intl/server';
import { type NextStep, nextStep } from '@/components/resources/next-step';
import { type PlaceAction, PlaceActions } from '@/components/resources/place-actions';
import type { ResourceDto } from '@/lib/contract/resources';
import { attempt } from '@/lib/server/attempt';
import type { Caller } from '@/lib/server/caller';
import { listOffers } from '@/lib/server/offers';
import { listPasses } from '@/lib/server/passes';

type Words = Awaited<ReturnType<typeof getTranslations<'resource'>>>;
type Bar = { note: string | null; primary: PlaceAction | null; secondary: PlaceAction | null };

/** The bar at the foot: the next thing this traveller can do here. */
export async function Actions({ caller, place }: { caller: Caller; place: ResourceDto }) {
  const [t, traveller] = await Promise.all([getTranslations('resource'), travellerOf(caller)]);
  return <PlaceActions {...barOf(nextStep(place, traveller), place, t)} />;
}

async function travellerOf(caller: Caller) {
  if (!caller.session) return null;
  const [passes, offers] = await Promise.all([
    attempt(caller, listPasses(caller)),
    attempt(caller, listOffers(caller)),
  ]);
  return { passes: passes.value?.passes ?? [], offers: offers.value?.offers ?? [] };
}

function barOf(step: NextStep, place: ResourceDto, t: Words): Bar {
  const path = `/resources/${place.resourceId}`;
  switch (step.kind) {
    case 'not-usable':
      return { note: t('notUsable'), primary: null, secondary: null };
    case 'sign-in':
      return {
        note: t('signInHint'),
        primary: { href: `/sign-in?to=${encodeURIComponent(path)}`, text: t('signIn') },
        secondary: null,
      };
    case 'get-pass':
      return {
        note: step.because ? t(`problem-${step.because}`) : t('getPassHint'),
        primary: { href: `/passes/new?for=${encodeURIComponent(place.resourceId)}`, text: t('getPass') },
        secondary: null,
      };
    case 'no-offer':
      return {
        note: step.because ? t(`problem-${step.because}`) : t('noOffer'),
        primary: null,
        secondary: { href: '/passes', text: t('seePasses') },
      };
    case 'use-pass':
      return passBar(step, path, t);
  }
}

function passBar({ can, passId, visitsLeft }: Extract<NextStep, { kind: 'use-pass' }>, path: string, t: Words): Bar {
  const prebook = { href: `${path}/prebook`, text: t('prebook') };
  const show = { href: `/passes/${passId}`, text: t('showPass') };
  if (can.length === 2) return { note: t('visitsLeft', { count: visitsLeft }), primary: prebook, secondary: show };
  const isPrebook = can[0] === 'prebook';
  return {
    note: isPrebook ? t('prebookOnlyNote') : t('walkInOnlyNote'),
    primary: isPrebook ? prebook : show,
    secondary: null,
  };
}
