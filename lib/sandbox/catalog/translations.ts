import type { SandboxHub, SandboxResource } from './model';
import { hash } from './seeded';

/** Languages of the vendor [doc v2 339140m0]. The sandbox has texts in English, and in part in two others. */
const LANGUAGES = [
  'en-US',
  'fr-FR',
  'de-DE',
  'it-IT',
  'ja-JP',
  'pl-PL',
  'pt-PT',
  'pt-BR',
  'ru-RU',
  'es-ES',
  'th-TH',
  'uk-UA',
  'vi-VN',
  'zh-CN',
  'zh-HK',
] as const;
export type Language = (typeof LANGUAGES)[number];
export const ENGLISH: Language = 'en-US';

export function isLanguage(code: string): code is Language {
  return LANGUAGES.some((language) => language === code);
}

type Words = {
  cities: Readonly<Record<string, string>>;
  hubName: (city: string, hub: SandboxHub) => string;
  /** English words, in the order they are replaced in. */
  names: readonly (readonly [RegExp, string])[];
  locations: readonly (readonly [RegExp, string])[];
  description: string;
};

const GERMAN: Words = {
  cities: {
    Munich: 'München',
    Geneva: 'Genf',
    Vienna: 'Wien',
    Prague: 'Prag',
    Warsaw: 'Warschau',
    Rome: 'Rom',
    Milan: 'Mailand',
    Venice: 'Venedig',
    Lisbon: 'Lissabon',
    Copenhagen: 'Kopenhagen',
    Brussels: 'Brüssel',
    Beijing: 'Peking',
    Tokyo: 'Tokio',
    Moscow: 'Moskau',
    Athens: 'Athen',
    'Hong Kong': 'Hongkong',
    Singapore: 'Singapur',
    Cairo: 'Kairo',
    London: 'London',
    Paris: 'Paris',
  },
  hubName: (city, hub) => `${hub.type === 1 ? 'Flughafen' : 'Bahnhof'} ${city}${hub.iata && ` (${hub.iata})`}`,
  names: [
    [/ Lounge$/, '-Lounge'],
    [/^Security Fast Track$|^Priority Security Lane$/, 'Schnelle Sicherheitskontrolle'],
    [/^Passport Fast Track$/, 'Schnelle Passkontrolle'],
    [/ Kitchen$/, ', Küche'],
  ],
  locations: [
    [/Airside/, 'Sicherheitsbereich'],
    [/Landside/, 'Öffentlicher Bereich'],
    [/After security check and passport control/, 'nach Sicherheits- und Passkontrolle'],
    [/After security check/, 'nach der Sicherheitskontrolle'],
    [/before security/i, 'vor der Sicherheitskontrolle'],
    [/Departures level/, 'Abflugebene'],
    [/near gate/, 'nahe Gate'],
  ],
  description: 'Ein ruhiger Ort vor dem Abflug.',
};

const CHINESE: Words = {
  cities: {
    Beijing: '北京',
    Shanghai: '上海',
    Guangzhou: '广州',
    Shenzhen: '深圳',
    'Hong Kong': '香港',
    Taipei: '台北',
    Tokyo: '东京',
    Osaka: '大阪',
    Seoul: '首尔',
    Singapore: '新加坡',
    Bangkok: '曼谷',
    London: '伦敦',
    Manchester: '曼彻斯特',
    Paris: '巴黎',
    'Frankfurt am Main': '法兰克福',
    Munich: '慕尼黑',
    Dubai: '迪拜',
    'New York City': '纽约',
    Sydney: '悉尼',
    Zürich: '苏黎世',
  },
  hubName: (city, hub) => `${city}${hub.type === 1 ? '机场' : '站'}${hub.iata && ` (${hub.iata})`}`,
  names: [
    [/ Lounge$/, '贵宾厅'],
    [/^Security Fast Track$|^Priority Security Lane$/, '快速安检通道'],
    [/^Passport Fast Track$/, '快速边检通道'],
    [/ Kitchen$/, '厨房'],
  ],
  locations: [
    [/Airside - /, '安检后区域，'],
    [/Landside - /, '安检前区域，'],
    [/After security check and passport control/, '安检及边检后'],
    [/After security check/, '安检后'],
    [/before security/i, '安检前'],
    [/Departures level/, '出发层'],
    [/near gate/, '近登机口'],
  ],
  description: '起飞前的安静去处。',
};

const WORDS: Partial<Record<Language, Words>> = { 'de-DE': GERMAN, 'zh-CN': CHINESE };

/** Of ten things six are translated, two in part, and two not at all: always the same ones. */
function share(language: Language, id: string): 'whole' | 'part' | 'none' {
  const digit = hash(`${language} ${id}`) % 10;
  if (digit < 6) return 'whole';
  return digit < 8 ? 'part' : 'none';
}

/** The hub in a language, in part in English; null when it has no translation at all. */
export function hubIn(language: Language, hub: SandboxHub): SandboxHub | null {
  if (language === ENGLISH) return hub;
  const words = WORDS[language];
  const city = words?.cities[hub.city];
  const how = share(language, hub.transportHubId);
  if (!words || city === undefined || how === 'none') return null;
  return how === 'part' ? { ...hub, city } : { ...hub, city, name: words.hubName(city, hub) };
}

/** The place in a language, in part in English; null when it has no translation at all. */
export function placeIn(language: Language, place: SandboxResource): SandboxResource | null {
  if (language === ENGLISH) return place;
  const words = WORDS[language];
  const how = share(language, place.resourceId);
  if (!words || how === 'none') return null;
  const resourceName = replaced(place.resourceName, words.names);
  if (how === 'part') return { ...place, resourceName };
  return {
    ...place,
    resourceName,
    location: replaced(place.location, words.locations),
    description: words.description,
  };
}

function replaced(text: string, words: Words['names']): string {
  return words.reduce((done, [english, word]) => done.replace(english, word), text);
}
