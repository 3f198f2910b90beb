import { CalendarCheck, CalendarX, CircleHelp, DoorOpen, ShieldCheck, UsersRound } from 'lucide-react';
import { getTranslations } from 'next-intl/server';
import { Fact, OwnWords, Section } from '@/components/resources/fact';
import { sideKey } from '@/components/resources/side-key';
import type { ResourceDto } from '@/lib/contract/resources';
import { allowsPrebooking } from '@/lib/domain/module';
import { attempt } from '@/lib/server/attempt';
import type { Caller } from '@/lib/server/caller';
import { getHub } from '@/lib/server/hubs';
import { EntryFacts, hasEntryFacts } from './entry-facts';
import { HoursFact } from './hours-fact';

type Words = Awaited<ReturnType<typeof getTranslations<'resource'>>>;

/** "Can I enter?" in facts, and beneath them the words they were read from. What the place does not say is not claimed. */
export async function Facts({ caller, place }: { caller: Caller; place: ResourceDto }) {
  const [t, hub] = await Promise.all([getTranslations('resource'), attempt(caller, getHub(caller, place.hub))]);
  const isAirport = !hub.value || hub.value.type === 'airport';
  return (
    <>
      <Section id="enter" title={t('canIEnter')} {...(isQuoted(place) ? { hint: t('quotedHint') } : {})}>
        <ul className="[&>li:last-child]:border-b-0">
          <SideFact place={place} isAirport={isAirport} t={t} />
          <HoursFact place={place} />
          <EntryFacts entry={place.entry} />
          <WalkInFact place={place} t={t} />
          <PrebookFact place={place} t={t} />
        </ul>
      </Section>
      <Section id="rules" title={t('rules')} {...(place.conditions ? { hint: t('rulesHint') } : {})}>
        {place.conditions ? (
          <blockquote className="wrap-anywhere max-w-text whitespace-pre-line border-accent border-s-4 ps-3.5">
            {place.conditions}
          </blockquote>
        ) : (
          <p className="text-ink-muted">{t('noRules')}</p>
        )}
      </Section>
    </>
  );
}

function isQuoted({ entry, hours }: ResourceDto): boolean {
  return hasEntryFacts(entry) || hours.kind === 'text' || (hours.kind === 'weekly' && hours.note !== undefined);
}

function SideFact({ place, isAirport, t }: { place: ResourceDto; isAirport: boolean; t: Words }) {
  const side = sideKey(place.side, isAirport);
  if (!side && !isAirport) return null;
  return (
    <Fact icon={side ? ShieldCheck : CircleHelp} title={t(side ?? 'sideUnknown')}>
      {routesText(place.routeTypes, t)}
    </Fact>
  );
}

/** Nobody is promised a seat; a place that says so itself is quoted. */
function WalkInFact({ place, t }: { place: ResourceDto; t: Words }) {
  if (!place.walkIn) {
    return (
      <Fact icon={DoorOpen} title={t('noWalkIn')}>
        {t('noWalkInHint')}
      </Fact>
    );
  }
  const { notGuaranteed } = place.entry;
  return (
    <Fact icon={UsersRound} title={t('walkInTitle')}>
      {notGuaranteed ? <OwnWords sentences={[notGuaranteed]} /> : <p>{t('walkInNotGuaranteed')}</p>}
      {place.prebookable && <p>{t('walkInPrebook')}</p>}
    </Fact>
  );
}

function PrebookFact({ place, t }: { place: ResourceDto; t: Words }) {
  if (place.prebookable) {
    return (
      <Fact icon={CalendarCheck} title={t('prebookTitle', { count: place.maxParty })}>
        {t('prebookHint')}
      </Fact>
    );
  }
  return (
    <Fact icon={CalendarX} title={t('noPrebook')}>
      {allowsPrebooking(place.module) ? t('noPrebookHint') : t('noPrebookModule')}
    </Fact>
  );
}

function routesText(routeTypes: ResourceDto['routeTypes'], t: Words): string | null {
  const isInternational = routeTypes.includes('international');
  const isDomestic = routeTypes.includes('domestic');
  if (isInternational && isDomestic) return t('bothRoutes');
  if (isInternational) return t('international');
  return isDomestic ? t('domestic') : null;
}
