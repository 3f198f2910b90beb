import { NOTHING, type QueryTable } from './table';

/** IATA and ICAO codes, codes of cities, the vendor's own ids; served or not. */
export const CODES: QueryTable = {
  LHR: ['lhr', 'LHR', ' LHR ', 'lhr.', '(LHR)', 'EGLL', 'egll', 'lon', 'LON', 'ＬＨＲ', 'lhr airport', 'lhr london'],
  JFK: ['jfk', 'kjfk', 'nyc', 'NYC'],
  HND: ['hnd', 'RJTT', 'tyo', 'TYO'],
  CDG: ['cdg', 'lfpg', 'par'],
  MAN: ['man'],
  MEX: ['mex'],
  PER: ['per'],
  ORD: ['ord', 'chi', 'KORD'],
  ICN: ['icn', 'sel', 'rksi'],
  MXP: ['mxp', 'mil'],
  FCO: ['fco', 'rom'],
  ARN: ['arn', 'sto'],
  // Not Cork's ORK, Omaha's OMA and Hualien's HUN: `oe` and `ue` in a code are no `ö` and `ü`.
  RUH: ['oerk', 'OERK airport'],
  MED: ['oema'],
  EBB: ['huen'],
  SVO: ['svo', 'mow'],
  GRU: ['gru', 'sao'],
  EZE: ['eze', 'bue'],
  IAD: ['iad', 'was'],
  YYZ: ['yyz', 'yto', 'cyyz'],
  PEK: ['pek', 'bjs'],
  KIX: ['kix', 'osa'],
  CGK: ['cgk', 'jkt'],
  YUL: ['yul', 'ymq'],
  GIG: ['gig', 'rio'],
  REU: ['reu', 'LERS'],
  SDY: ['sdy'],
  // Before the country: an exact code comes first.
  USA: ['usa'],
  LAX: ['lax', 'klax'],
  A10586: ['A10586', 'a10586'],
  [NOTHING]: ['xyz', 'qqq', 'zzzz', 'x1y2z3'],
};
