import { getLocale, getMessages, getTranslations } from 'next-intl/server';
import { DoorTrouble, type Held } from '@/components/door/door-trouble';
import { NextBestPlaces, type NextPlace } from '@/components/door/next-best-places';
import { type RefusalPlace, TurnedAway } from '@/components/door/turned-away';
import { MINUTES_AGO } from '@/components/door/turned-away-body';
import { NotLoaded } from '@/components/ui/not-loaded';
import type { ResourceCard } from '@/lib/contract/resources';
import type { Module } from '@/lib/domain/module';
import { terminalName } from '@/lib/format/terminals';
import { clockTime } from '@/lib/format/time';
import type { Caller } from '@/lib/server/caller';
import { type NextBest, nextBest, type Whereabouts } from '@/lib/server/next-best';

type Where = Pick<ResourceCard, 'terminal' | 'side'>;

type Props = {
  caller: Caller;
  pass: { passId: string; module: Module; resourceIds: readonly string[] };
  held: Held | null;
  /** Null when nobody knows where the traveller is. */
  from: Whereabouts | null;
  /** The booking that is held up, if it is one. */
  booking?: { bookingId: string; name: string };
  nowMs: number;
};

/** Trouble at the door: what to say, whom to call, where else to go, and a way to tell that it went wrong. */
export async function Door({ caller, pass, held, from, booking, nowMs }: Props) {
  const found = from && (await nextBest(caller, pass, from));
  const place: RefusalPlace = booking
    ? { kind: 'booking', ...booking }
    : { kind: 'choice', chosenId: from?.place?.resourceId ?? null, places: choices(found) };
  const words = await wordsOf(caller.brand.name);
  return (
    <DoorTrouble
      held={held}
      support={caller.brand.support}
      brandName={caller.brand.name}
      nearby={<Nearby found={found} at={from?.place ?? null} />}
      turnedAway={
        <TurnedAway
          passId={pass.passId}
          place={place}
          words={words}
          notLoaded={<NotLoaded {...words.errors.offline} />}
          nowMs={nowMs}
        />
      }
    />
  );
}

async function Nearby({ found, at }: { found: NextBest | null; at: Whereabouts['place'] }) {
  if (!found) return <NextBestPlaces near={null} places={[]} hub={null} />;
  const [t, locale] = await Promise.all([getTranslations('door.nearby'), getLocale()]);
  const { hub } = found;
  const whereOf = ({ terminal, side }: Where) =>
    [terminalName(terminal), side === 'unknown' ? null : t(side)].filter(Boolean).join(', ') || null;
  const places = found.places.map((place): NextPlace => {
    const { resourceId, name, open } = place;
    const until = open.until && hub.timeZone ? clockTime(open.until, { timeZone: hub.timeZone, locale }) : null;
    return { resourceId, name, where: at ? null : whereOf(place), until };
  });
  return <NextBestPlaces near={(at && whereOf(at)) ?? hub.name} places={places} hub={hub} />;
}

/** Every place the pass covers there, with its terminal: names repeat within a hub. */
function choices(found: NextBest | null) {
  return (found?.covered ?? []).map(({ resourceId, name, terminal }) => ({
    resourceId,
    name: terminal ? `${name} · ${terminal}` : name,
  }));
}

async function wordsOf(brand: string) {
  const [t, common, messages] = await Promise.all([
    getTranslations('door.turnedAway'),
    getTranslations('common'),
    getMessages(),
  ]);
  const { fields: _fields, ...errors } = messages.errors;
  const { heading: _heading, intro: _intro, agos: _agos, ...words } = messages.door.turnedAway;
  return {
    ...words,
    text: t('text', { brand }),
    doneText: t('doneText', { brand }),
    agos: Object.fromEntries(MINUTES_AGO.map((minutes) => [`m${minutes}` as const, t('agos', { minutes })])),
    reference: common.raw('reference'),
    errors,
  };
}
