import { CODES } from './codes';
import { NAMES, STATIONS_AND_PORTS } from './names';
import { COUNTRIES, OTHER_NAMES } from './other-names';
import { SCRIPTS } from './scripts';
import { type HubQuery, rowsOf } from './table';
import { ODD, TYPOS } from './typos';

/** Every query that search is held to, with the hub that must come first. */
export const HUB_QUERIES: readonly HubQuery[] = [
  CODES,
  NAMES,
  STATIONS_AND_PORTS,
  OTHER_NAMES,
  COUNTRIES,
  SCRIPTS,
  TYPOS,
  ODD,
].flatMap(rowsOf);
