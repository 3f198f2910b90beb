import type { SandboxHub } from './model';
import type { Seeded } from './seeded';

/** Terminals as the best-known airports call them; an airport with a single one needs no table. */
const KNOWN_TERMINALS: Readonly<Record<string, readonly string[]>> = {
  MAN: ['Terminal 1', 'Terminal 2', 'Terminal 3'],
  LHR: ['Terminal 2', 'Terminal 3', 'Terminal 4', 'Terminal 5'],
  LGW: ['North Terminal', 'South Terminal'],
  DXB: ['Terminal 1', 'Terminal 2', 'Terminal 3'],
  SIN: ['Terminal 1', 'Terminal 2', 'Terminal 3', 'Terminal 4'],
  HKG: ['Terminal 1'],
  BKK: ['Main Terminal', 'Satellite 1'],
  DMK: ['Terminal 1', 'Terminal 2'],
  JFK: ['Terminal 1', 'Terminal 4', 'Terminal 5', 'Terminal 7', 'Terminal 8'],
  EWR: ['Terminal A', 'Terminal B', 'Terminal C'],
  LAX: ['Terminal 2', 'Terminal 4', 'Terminal 6', 'Tom Bradley International Terminal'],
  ORD: ['Terminal 1', 'Terminal 2', 'Terminal 3', 'Terminal 5'],
  SFO: ['Terminal 1', 'Terminal 2', 'Terminal 3', 'International Terminal'],
  YYZ: ['Terminal 1', 'Terminal 3'],
  CDG: ['Terminal 1', 'Terminal 2A', 'Terminal 2E', 'Terminal 2F', 'Terminal 3'],
  ORY: ['Terminal 1', 'Terminal 2', 'Terminal 3', 'Terminal 4'],
  FRA: ['Terminal 1', 'Terminal 2', 'Terminal 3'],
  MUC: ['Terminal 1', 'Terminal 2'],
  BER: ['Terminal 1', 'Terminal 2'],
  AMS: ['Departures 1', 'Departures 2', 'Departures 3'],
  MAD: ['Terminal 1', 'Terminal 2', 'Terminal 4', 'Terminal 4S'],
  BCN: ['Terminal 1', 'Terminal 2'],
  FCO: ['Terminal 1', 'Terminal 3'],
  MXP: ['Terminal 1', 'Terminal 2'],
  LIS: ['Terminal 1', 'Terminal 2'],
  IST: ['Main Terminal'],
  DOH: ['Main Terminal'],
  HND: ['Terminal 1', 'Terminal 2', 'Terminal 3'],
  NRT: ['Terminal 1', 'Terminal 2', 'Terminal 3'],
  KIX: ['Terminal 1', 'Terminal 2'],
  ICN: ['Terminal 1', 'Terminal 2'],
  TPE: ['Terminal 1', 'Terminal 2'],
  PEK: ['Terminal 2', 'Terminal 3'],
  PVG: ['Terminal 1', 'Terminal 2'],
  KUL: ['Terminal 1', 'Terminal 2'],
  CGK: ['Terminal 1', 'Terminal 2', 'Terminal 3'],
  DEL: ['Terminal 1', 'Terminal 2', 'Terminal 3'],
  BOM: ['Terminal 1', 'Terminal 2'],
  SYD: ['Terminal 1', 'Terminal 2', 'Terminal 3'],
  GRU: ['Terminal 1', 'Terminal 2', 'Terminal 3'],
  MEX: ['Terminal 1', 'Terminal 2'],
};

/** The terminals of a hub with so many places; null stands for a place that names none. */
export function terminalsOf(hub: SandboxHub, count: number, draw: Seeded): readonly (string | null)[] {
  const known = KNOWN_TERMINALS[hub.iata];
  if (known) return known;
  if (hub.type === 2) return [draw.pick(['Main Hall', 'Departures Hall', null])];
  if (hub.type === 3) return [draw.pick(['Passenger Terminal', 'Cruise Terminal 1'])];
  if (count <= 3) return [draw.pick([null, 'Main Terminal', 'Terminal 1'])];
  const names = draw.pick([
    ['Main Terminal'],
    ['Terminal 1', 'Terminal 2'],
    ['Terminal 1', 'Terminal 2', 'Terminal 3'],
    ['Terminal A', 'Terminal B'],
    ['International Terminal', 'Domestic Terminal'],
    ['North Terminal', 'South Terminal'],
  ]);
  return names.slice(0, Math.ceil(count / 2));
}
