import 'server-only';
import type { Module } from '@/lib/domain/module';

/**
 * Everything that is a guess about the vendor, or differs between its versions, stands in this file: a person with the
 * vendor's portal open corrects it here. Marks as in the notes on the API: [doc], [3p] and [inferred].
 */
export type DragonPassVersion = 'v1' | 'v2';

/** Names of the calls, as they stand in log lines and errors. */
export type Operation =
  | 'token'
  | 'hubs.list'
  | 'hubs.get'
  | 'resources.list'
  | 'resources.get'
  | 'resources.updates'
  | 'availability'
  | 'epass.issue'
  | 'epass.search'
  | 'epass.orders'
  | 'order.details'
  | 'prebook'
  | 'cancel';

export type VersionProfile = {
  version: DragonPassVersion;
  /** Stands between the base URL and every path. */
  prefix: string;
  /** Key of an E-pass's scope: the only field whose name changed [doc both 338667m0]. */
  scopeKey: 'resourceId' | 'resourceIds';
  /** Where a hub's places are listed, and the query that goes with it. */
  resourceList(vendorHubId: string): { path: string; query: Record<string, string> };
  /** True: a list asked without `module` holds all modules of the hub [inferred]; false: one call for each module. */
  resourceListTakesNoModule: boolean;
  /** Where the places of all hubs are listed at once; null: by hub only. */
  wholeResourceListPath: string | null;
  /** Null where there is none: v2 has a push service instead [inferred]. */
  resourceUpdatesPath: string | null;
  /** Whether a question for details in a language may ask for English where there is no translation [doc v2 339140m0]. */
  hasLanguageFallback: boolean;
};

export const VERSION_PROFILES: Record<DragonPassVersion, VersionProfile> = {
  v1: {
    version: 'v1',
    prefix: '/v1', // [inferred]
    scopeKey: 'resourceId', // [doc v1 338667m0]
    resourceList: (id) => ({ path: `/transportHubs/${encodeURIComponent(id)}/resources`, query: {} }), // [inferred]
    resourceListTakesNoModule: true, // [inferred]
    wholeResourceListPath: null, // [inferred]
    resourceUpdatesPath: '/resources/updates', // [inferred], weak
    hasLanguageFallback: false, // [inferred]
  },
  v2: {
    version: 'v2',
    prefix: '/v2', // [doc v2 3504481e0]
    scopeKey: 'resourceIds', // [doc v2 338667m0]
    resourceList: (id) => ({ path: '/resources', query: { transportHubId: id } }), // [doc v2 3504481e0]
    resourceListTakesNoModule: false, // one module only with a hub id [doc v2 338421m0]
    wholeResourceListPath: '/resources', // several modules without a hub id [doc v2 3504481e0]
    resourceUpdatesPath: null,
    hasLanguageFallback: true, // [doc v2 339140m0]
  },
};

/** Languages the vendor has; those beyond the first need its authorisation [doc v2 339140m0]. */
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
export type VendorLanguage = (typeof LANGUAGES)[number];

/** What lists and details come in unless another language is asked for [doc v2 338421m0]. */
export const DEFAULT_LANGUAGE: VendorLanguage = 'en-US';

/** Traditional script is what the vendor keeps under Hong Kong. */
const TRADITIONAL_CHINESE = /^zh-(hant|hk|mo|tw)/i;

/** The vendor's code for one of our locales; null where it has no such language, and English is all there is. */
export function vendorLanguageOf(locale: string): VendorLanguage | null {
  if (TRADITIONAL_CHINESE.test(locale)) return 'zh-HK';
  const wanted = locale.toLowerCase();
  const exact = LANGUAGES.find((language) => language.toLowerCase() === wanted);
  return exact ?? LANGUAGES.find((language) => language.split('-')[0] === wanted.split('-')[0]) ?? null;
}

/** Path part of a module: `lounges` [doc v1 338669m0], the others [3p]. */
const MODULE_SEGMENTS: Record<Module, string> = { 1: 'lounges', 2: 'fastTrack', 3: 'setMeals', 4: 'coupons' };

/** Paths both versions share, after the prefix. */
export const PATHS = {
  token: '/auth/token', // [inferred] from [3p] v2
  hubs: '/transportHubs', // [inferred] from [doc v2 339140m0]
  hub: (id: string) => `/transportHubs/${encodeURIComponent(id)}`, // [inferred]
  resource: (id: string) => `/resources/${encodeURIComponent(id)}`, // [doc v1 338669m0]
  availability: '/resources/prebookings/availability', // [inferred] from [doc v2 338963m0]
  issueEPass: (module: Module) => `/orders/${MODULE_SEGMENTS[module]}/ePasses`, // [inferred]
  searchEPass: '/orders/ePasses/search', // [doc v1 338667m0]
  orders: '/orders/ePasses', // [inferred] from [3p] v2
  orderDetails: '/orders/ePasses/details', // [inferred] from [3p] v2
  prebook: (module: 1 | 2) => `/orders/${MODULE_SEGMENTS[module]}/ePasses/prebooking`, // [doc v1 338669m0]; 2 [inferred]
  cancel: '/orders', // [doc v1 338669m0]
} as const;

export const HEADERS = {
  program: 'X-Program-ID', // [doc v1 338664m0]
  requestId: 'X-Request-ID', // [doc v2 3504481e0]
} as const;

/** Numbers the vendor uses for things we have words for. */
export const CODES = {
  /** Body of a cancellation [3p v2]. */
  cancelledStatus: 3,
  orderStatus: { 0: 'pending', 1: 'confirmed', 2: 'used', 3: 'cancelled' }, // 0 and 1 [inferred], 2 and 3 [doc]
  orderCategory: { 1: 'walk-in', 2: 'prebooking' }, // [doc v2 339352m0]
  hubType: { 1: 'airport', 2: 'rail', 3: 'port' }, // 1 [doc v2 338421m0], the others [inferred]
  area: { 1: 'airside', 2: 'landside' }, // [inferred]
  routeType: { 1: 'international', 2: 'domestic' }, // [inferred]
  voucherType: { 1: 'qr' }, // [doc v1 338669m0], meaning [inferred]
} as const;

/** How pages are asked for [doc v2 338421m0]; the maximum size is [inferred]. */
export const PAGES = { size: 100, most: 200 } as const;

/** A vendor that answers none of the documented lives: an hour [doc v1 338386m0]. */
export const TOKEN_LIFE_MS = 3_600_000;
/** Tokens signed here end sooner, because a clock that lags behind ours must not read more than an hour [inferred]. */
export const SELF_SIGNED_LIFE_MS = 50 * 60_000;
