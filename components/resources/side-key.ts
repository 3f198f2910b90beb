import type { ResourceCard } from '@/lib/contract/resources';

/** The words under `resource` for where a place is. Railway stations and ports have controls, but no security to be before or after. */
export function sideKey(side: ResourceCard['side'], isAirport: boolean) {
  if (side === 'unknown') return null;
  if (isAirport) return side;
  return side === 'airside' ? 'afterGates' : 'beforeGates';
}
