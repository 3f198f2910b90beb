import type { SandboxResource } from './model';

/**
 * Places with a fixed id: those of the vendor's samples, and one for each habit a client has to cope with. Each is drawn like any other
 * place of its hub, then changed as said here.
 */
export interface PinnedPlace {
  readonly iata: string;
  readonly resourceId: string;
  readonly module: 1 | 2 | 3 | 4;
  readonly changes: Partial<SandboxResource>;
}

export const NEEDED = {
  firstName: true,
  lastName: true,
  email: true,
  phoneNumber: false,
  callingCode: false,
  transportNumber: true,
};

/** No quirk: readable hours, readable policy, one map of required information. */
export const PLAIN = {
  hoursShape: 'rows',
  holidays: [],
  holidaysText: null,
  requiredInfoShape: 'map-in-policy',
  cancellationShape: 'object',
  extraInfoCodes: [],
  cancellable: true,
  freeCancellationHours: 24,
  routeTypes: [1],
  maxPassengerPerOrder: 6,
  requiredInfo: NEEDED,
  slotCapacity: 24,
  price: null,
} satisfies Partial<SandboxResource>;
