import type { HubType } from '@/lib/domain/hub';
import { isModule } from '@/lib/domain/module';
import type { SearchEntry } from './entry';
import { inSlices } from './slices';

/*
 * All hubs as one text: a line of JSON with what many hubs share, then a column after the other, a line a hub, by country
 * and city. Like beside like, and names without the city they mostly hold, is what makes it small when it is compressed.
 */

/** Stands in the name of a hub for that of its city. */
const CITY = '\u0001';
/** Numbers of lines are written in. */
const LINE_BASE = 36;

const TYPES: readonly HubType[] = ['airport', 'rail', 'port', 'unknown'];

type Head = {
  hubs: number;
  /** How many hubs, from the first line on, are in the country; its code; its names. */
  countries: [number, string, readonly string[]][];
  /** Line numbers by code of a city with several airports. */
  metro: Record<string, number[]>;
  /** Line number and rank, of the busy ones. */
  traffic: [number, number][];
};

/** The same for the same hubs, in whatever order they are. */
export function pack(entries: readonly SearchEntry[]): Uint8Array<ArrayBuffer> {
  const keyed = entries.map((entry) => ({ entry, key: orderKey(entry) }));
  const sorted = keyed.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ entry }) => entry);
  const lines = new Map(sorted.map(({ hub }, line) => [hub, line]));
  const head = headOf(sorted);
  const columns = COLUMNS.flatMap((column) => sorted.map((entry) => column(entry, lines)));
  return new TextEncoder().encode([JSON.stringify(head), ...columns].join('\n'));
}

function orderKey({ countryCode, city, hub }: SearchEntry): string {
  return [countryCode, city, hub].join('\n');
}

function headOf(sorted: readonly SearchEntry[]): Head {
  const head: Head = { hubs: sorted.length, countries: [], metro: {}, traffic: [] };
  for (const [line, { countryCode, countryNames, metroCodes, trafficRank }] of sorted.entries()) {
    const last = head.countries.at(-1);
    if (last?.[1] === countryCode) last[0] += 1;
    else head.countries.push([1, countryCode, countryNames]);
    for (const code of metroCodes) head.metro[code] = [...(head.metro[code] ?? []), line];
    if (trafficRank !== null) head.traffic.push([line, trafficRank]);
  }
  return head;
}

type Column = (entry: SearchEntry, lines: ReadonlyMap<string, number>) => string;

const COLUMNS: readonly Column[] = [
  ({ iata }) => iata ?? '',
  ({ icao }) => icao ?? '',
  ({ city, name, otherNames }) => {
    const rest = city === '' ? cleaned(name) : cleaned(name).replace(cleaned(city), CITY);
    return [cleaned(city), rest, ...otherNames.map(cleaned)].join('\t');
  },
  ({ nearest }, lines) => (nearest && lines.get(nearest.hub)?.toString(LINE_BASE)) ?? '',
  ({ nearest }) => String(nearest?.distanceKm ?? ''),
  ({ hub, iata, vendorHubId, type, modules, resourceCount }) => {
    const isPlain = type === 'airport' && vendorHubId === '' && hub === iata && resourceCount === 0;
    return isPlain
      ? ''
      : [type, cleaned(vendorHubId), hub === iata ? '' : cleaned(hub), modules.join(''), resourceCount].join('\t');
  },
];

/** Vendors' texts are shown on one line anyway. */
function cleaned(text: string): string {
  return text.replace(/\p{Cc}/gu, ' ');
}

/** What `pack` wrote, in its order. @throws when it is anything else */
export async function unpack(bytes: Uint8Array): Promise<SearchEntry[]> {
  const [first = '', ...cells] = new TextDecoder().decode(bytes).split('\n');
  const head: Head = JSON.parse(first);
  if (cells.length !== head.hubs * COLUMNS.length) throw new Error('The index of hubs is cut off.');
  const shared = sharedByLine(head);
  const entries: SearchEntry[] = [];
  const ways: { from: SearchEntry; to: string; distanceKm: string }[] = [];
  await inSlices(Array(head.hubs).keys(), (line) => {
    const [iata, icao, texts, to = '', distanceKm = '', rest] = COLUMNS.map((_, at) => cells[at * head.hubs + line]);
    const from = entryOf({ iata, icao, texts, rest }, shared(line));
    entries.push(from);
    if (to !== '') ways.push({ from, to, distanceKm });
  });
  for (const { from, to, distanceKm } of ways) {
    const there = entries[Number.parseInt(to, LINE_BASE)];
    if (!there) throw new Error('The index of hubs names one that it does not hold.');
    const { hub, iata, name, city } = there;
    from.nearest = { hub, iata, name, city, distanceKm: Number(distanceKm) };
  }
  return entries;
}

type Shared = Pick<SearchEntry, 'countryCode' | 'countryNames' | 'metroCodes' | 'trafficRank'>;

/** Gives what the head tells of a line. To be asked line by line, from the first on. */
function sharedByLine({ countries, metro, traffic }: Head): (line: number) => Shared {
  const ranks = new Map(traffic);
  const metroCodes = new Map<number, string[]>();
  for (const [code, lines] of Object.entries(metro)) {
    for (const line of lines) metroCodes.set(line, [...(metroCodes.get(line) ?? []), code]);
  }
  let country = 0;
  let next = countries[0]?.[0] ?? 0;
  return (line) => {
    if (line === next) {
      country += 1;
      next += countries[country]?.[0] ?? 0;
    }
    const [, countryCode = '', countryNames = []] = countries[country] ?? [];
    return {
      countryCode,
      countryNames,
      metroCodes: metroCodes.get(line) ?? [],
      trafficRank: ranks.get(line) ?? null,
    };
  };
}

type Cells = Record<'iata' | 'icao' | 'texts' | 'rest', string | undefined>;

function entryOf({ iata = '', icao = '', texts = '', rest = '' }: Cells, shared: Shared): SearchEntry {
  const [city = '', name = '', ...otherNames] = texts.split('\t');
  const [type = '', vendorHubId = '', hub = '', modules = '', resourceCount = ''] = rest.split('\t');
  return {
    hub: hub || iata,
    vendorHubId,
    iata: iata || null,
    icao: icao || null,
    // By a function: `$&` in a name is no sign to anybody.
    name: name.replace(CITY, () => city),
    city,
    type: TYPES.find((known) => known === type) ?? 'airport',
    modules: Array.from(modules, Number).filter(isModule),
    resourceCount: Number(resourceCount),
    otherNames,
    ...shared,
  };
}
