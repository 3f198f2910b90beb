import { CalendarCheck, CalendarX, CircleHelp, DoorOpen, ShieldCheck, UsersRound } from 'lucide-react';
import { getTranslations } from 'next-intl/server';
import { Fact, Section } from '@/components/resources/fact';
import type { ResourceDto } from '@/lib/contract/resources';
import { allowsPrebooking } from '@/lib/domain/module';
import { attempt } from '@/lib/server/attempt';
import type { Caller } from '@/lib/server/caller';
import { getHub } from '@/lib/server/hubs';
import { HoursFact } from './hours-fact';

type Words = Awaited<ReturnType<typeof getTranslations<'resource'>>>;

/** "Can I enter?" in facts. What the place does not say is not claimed; its own rules stand further down. */
export async function Facts({ caller, place }: { caller: Caller; place: ResourceDto }) {
  const [t, hub] = await Promise.all([getTranslations('resource'), attempt(caller, getHub(caller, place.hub))]);
  const isAirport = !hub.value || hub.value.type === 'airport';
  const side = sideText(place, isAirport, t);
  const routes = routesText(place.routeTypes, t);
  return (
    <Section id="enter" title={t('canIEnter')}>
      <ul className="[&>li:last-child]:border-b-0">
        {side ? (
          <Fact icon={ShieldCheck} title={side}>
            {routes}
          </Fact>
        ) : (
          isAirport && (
            <Fact icon={CircleHelp} title={t('sideUnknown')}>
              {routes}
            </Fact>
          )
        )}
        <HoursFact place={place} />
        {place.walkIn ? (
          <Fact icon={UsersRound} title={t('walkInTitle')}>
            {place.prebookable ? t('walkInPrebook') : t('walkInNotGuaranteed')}
          </Fact>
        ) : (
          <Fact icon={DoorOpen} title={t('noWalkIn')}>
            {t('noWalkInHint')}
          </Fact>
        )}
        {place.prebookable ? (
          <Fact icon={CalendarCheck} title={t('prebookTitle', { count: place.maxParty })}>
            {t('prebookHint')}
          </Fact>
        ) : (
          <Fact icon={CalendarX} title={t('noPrebook')}>
            {allowsPrebooking(place.module) ? t('noPrebookHint') : t('noPrebookModule')}
          </Fact>
        )}
      </ul>
    </Section>
  );
}

/** Railway stations and ports have controls, but no security lane to be before or after. */
function sideText({ side }: ResourceDto, isAirport: boolean, t: Words): string | null {
  if (side === 'unknown') return null;
  if (isAirport) return t(side);
  return side === 'airside' ? t('afterGates') : t('beforeGates');
}

function routesText(routeTypes: ResourceDto['routeTypes'], t: Words): string | null {
  const isInternational = routeTypes.includes('international');
  const isDomestic = routeTypes.includes('domestic');
  if (isInternational && isDomestic) return t('bothRoutes');
  if (isInternational) return t('international');
  return isDomestic ? t('domestic') : null;
}
