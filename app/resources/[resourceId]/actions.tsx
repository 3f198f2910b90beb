import { getLocale, getTranslations } from 'next-intl/server';
import { type NextStep, nextStep, type TravellerHere } from '@/components/resources/next-step';
import { type PlaceAction, PlaceActions } from '@/components/resources/place-actions';
import type { ResourceDto } from '@/lib/contract/resources';
import { openingChip } from '@/lib/format/opening';
import { attempt } from '@/lib/server/attempt';
import type { Caller } from '@/lib/server/caller';
import { listOffers } from '@/lib/server/offers';
import { listPasses } from '@/lib/server/passes';
import { runtime } from '@/lib/server/runtime';

type Words = Awaited<ReturnType<typeof getTranslations<'resource'>>>;
type Bar = { notes: (string | null)[]; primary: PlaceAction | null; secondary: PlaceAction | null };
type Here = { place: ResourceDto; path: string; brand: string; closed: string | null; t: Words };

/** The bar at the foot: the next thing this traveller can do here, and why not more. */
export async function Actions({ caller, place }: { caller: Caller; place: ResourceDto }) {
  const [t, traveller, closed] = await Promise.all([
    getTranslations('resource'),
    travellerOf(caller),
    closedText(place),
  ]);
  const path = `/resources/${place.resourceId}`;
  const bar = barOf(nextStep(place, traveller), { place, path, brand: caller.brand.name, closed, t });
  const note = bar.notes.filter(Boolean).join(' ');
  return <PlaceActions note={note || null} primary={bar.primary} secondary={bar.secondary} />;
}

async function travellerOf(caller: Caller): Promise<TravellerHere | null> {
  if (!caller.session) return null;
  const [passes, offers] = await Promise.all([
    attempt(caller, listPasses(caller)),
    attempt(caller, listOffers(caller)),
  ]);
  return { passes: passes.value?.passes ?? null, offers: offers.value?.offers ?? null };
}

/** That nobody can walk in at this hour, and when it opens; null while it is open, and when nobody knows. */
async function closedText(place: ResourceDto): Promise<string | null> {
  const [t, locale, { clock }] = await Promise.all([getTranslations('resource'), getLocale(), runtime()]);
  const chip = openingChip(place.open, { timeZone: place.timeZone, locale }, clock());
  if (chip.kind === 'opens') return t('closedOpens', { time: chip.time });
  if (chip.kind === 'opensTomorrow') return t('closedOpensTomorrow', { time: chip.time });
  return chip.kind === 'closed' ? t('closedNow') : null;
}

function barOf(step: NextStep, here: Here): Bar {
  const { place, path, brand, t } = here;
  const seePasses = { href: '/passes', text: t('seePasses') };
  switch (step.kind) {
    case 'not-usable':
      return { notes: [t('notUsable')], primary: null, secondary: null };
    case 'sign-in':
      return {
        notes: [t('signInHint')],
        primary: { href: `/sign-in?to=${encodeURIComponent(path)}`, text: t('signIn') },
        secondary: null,
      };
    case 'passes-unknown':
      return { notes: [t('passesUnknown')], primary: null, secondary: seePasses };
    case 'get-pass':
      return {
        notes: [step.because ? t(`problem-${step.because}`) : t('getPassHint')],
        primary: { href: `/passes/new?for=${encodeURIComponent(place.resourceId)}`, text: t('getPass') },
        secondary: null,
      };
    case 'no-offer':
      return {
        notes: step.because ? [t(`problem-${step.because}`), t('noOtherOffer', { brand })] : [t('noOffer', { brand })],
        primary: null,
        secondary: seePasses,
      };
    case 'use-pass':
      return passBar(step, here);
  }
}

/** A lane says nothing of being closed now: it cannot be walked into at any hour. */
function passBar({ can, passId, visitsLeft }: Extract<NextStep, { kind: 'use-pass' }>, here: Here): Bar {
  const { path, closed, t } = here;
  const prebook = { href: `${path}/prebook`, text: t('prebook') };
  const show = { href: `/passes/${passId}`, text: t('showPass') };
  if (can.length === 2) {
    const notes = [t('visitsLeft', { count: visitsLeft }), closed, closed && t('bookAhead')];
    return { notes, primary: prebook, secondary: show };
  }
  if (can[0] === 'prebook') return { notes: [t('prebookOnlyNote')], primary: prebook, secondary: null };
  return { notes: [closed, t('walkInOnlyNote')], primary: show, secondary: null };
}
