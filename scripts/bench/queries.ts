import { HUB_QUERIES } from '../../lib/testing/hub-queries/all';

/** Of everything that search is held to, a part that can be asked in a short run. */
const EVERY = 15;

/** What people type into the search field: codes, names in many scripts, other spellings, typos, and things there are not. */
export const QUERIES: readonly string[] = HUB_QUERIES.filter((_, at) => at % EVERY === 0).map(({ q }) => q);
