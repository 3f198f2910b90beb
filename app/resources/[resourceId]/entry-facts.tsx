import { Baby, Hourglass, type LucideIcon, PlaneLanding, Shirt, TicketsPlane, Timer, UserRoundX } from 'lucide-react';
import { getTranslations } from 'next-intl/server';
import { Fact, OwnWords } from '@/components/resources/fact';
import type { ResourceDto } from '@/lib/contract/resources';

type Entry = ResourceDto['entry'];
type Words = Awaited<ReturnType<typeof getTranslations<'resource'>>>;
type EntryFact = { key: string; icon: LucideIcon; title: string; sentences: string[] };

const HOUR = 60;

/** What the place's own text says about coming in, each fact with the sentences it was read from. */
export async function EntryFacts({ entry }: { entry: Entry }) {
  const t = await getTranslations('resource');
  return factsOf(entry, t).map(({ key, icon, title, sentences }) => (
    <Fact key={key} icon={icon} title={title}>
      <OwnWords sentences={sentences} />
    </Fact>
  ));
}

export function hasEntryFacts(entry: Entry): boolean {
  return Object.values(entry).some((fact) => fact !== null && !(Array.isArray(fact) && fact.length === 0));
}

function factsOf(entry: Entry, t: Words): EntryFact[] {
  const { maxStay, earliestEntry, adultsOnly, children, dress, arrivals, boardingPass } = entry;
  const length = (minutes: number) => durationText(minutes, t);
  const facts: (EntryFact | false | null)[] = [
    maxStay && {
      key: 'stay',
      icon: Hourglass,
      title: t('maxStay', { length: length(maxStay.minutes) }),
      sentences: [maxStay.words],
    },
    earliestEntry && {
      key: 'earliest',
      icon: Timer,
      title: t('earliestEntry', { length: length(earliestEntry.minutes) }),
      sentences: [earliestEntry.words],
    },
    adultsOnly !== null && { key: 'adults', icon: UserRoundX, title: t('adultsOnly'), sentences: [adultsOnly] },
    children.length > 0 && { key: 'children', icon: Baby, title: t('children'), sentences: children },
    dress.length > 0 && { key: 'dress', icon: Shirt, title: t('dress'), sentences: dress },
    arrivals && {
      key: 'arrivals',
      icon: PlaneLanding,
      title: t(`arrivals-${arrivals.access}`),
      sentences: [arrivals.words],
    },
    boardingPass && {
      key: 'boarding',
      icon: TicketsPlane,
      title: t(boardingPass.isSameDay ? 'boardingPassSameDay' : 'boardingPass'),
      sentences: [boardingPass.words],
    },
  ];
  return facts.filter((fact) => fact !== null && fact !== false);
}

/** `3 hours`, `90 minutes`, `2 hours 30 minutes`. */
function durationText(minutes: number, t: Words): string {
  if (minutes < 2 * HOUR && minutes % HOUR !== 0) return t('lengthMinutes', { count: minutes });
  const hours = t('lengthHours', { count: Math.floor(minutes / HOUR) });
  return minutes % HOUR === 0 ? hours : `${hours} ${t('lengthMinutes', { count: minutes % HOUR })}`;
}
