import type { HubPlace } from '@/components/hubs/hub-filters';

/** A lounge as a hub's page has it: open all day, to be walked into and prebooked. */
export function hubPlace(changes: Partial<HubPlace> = {}): HubPlace {
  return {
    resourceId: 'N1',
    module: 1,
    name: 'Lounge',
    terminal: 'Terminal 1',
    side: 'airside',
    gate: null,
    location: null,
    open: { state: 'open', until: null },
    prebookable: true,
    walkIn: true,
    image: null,
    isCovered: false,
    ...changes,
  };
}
