import type { SandboxResource } from './model';
import { SAMPLE_WEEKS } from './words';

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

const { daily, allDay } = SAMPLE_WEEKS;
const NEEDED = {
  firstName: true,
  lastName: true,
  email: true,
  phoneNumber: false,
  callingCode: false,
  transportNumber: true,
};

/** No quirk: readable hours, readable policy, one map of required information. */
const PLAIN = {
  hoursShape: 'rows',
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

const AIRSIDE = 'Airside - After security check and passport control';
const LANDSIDE = 'Landside - Before security';

export const PINNED_PLACES: readonly PinnedPlace[] = [
  {
    iata: 'MAN',
    resourceId: 'N00001',
    module: 1,
    changes: {
      ...PLAIN,
      resourceName: 'DragonPass Lounge',
      terminal: 'Terminal 1',
      area: 1,
      nearestGate: 'A1',
      location: AIRSIDE,
      tier: 1,
      hours: [daily('05:00', '22:00')],
      prebookingSupported: true,
      facilities: [
        'Wi-Fi',
        'Hot food',
        'Soft drinks',
        'Alcoholic drinks',
        'Showers',
        'Power sockets',
        'Step-free access',
      ],
      conditions:
        'Entry up to 3 hours before departure. Walking in is not guaranteed when the lounge is full. Children under 2 enter free; others use one visit each.',
    },
  },
  {
    iata: 'MAN',
    resourceId: 'C00001',
    module: 2,
    changes: {
      ...PLAIN,
      resourceName: 'Security Fast Track',
      terminal: 'Terminal 1',
      area: 2,
      nearestGate: null,
      location: LANDSIDE,
      hours: allDay,
      prebookingSupported: true,
      requiredInfo: { ...NEEDED, transportNumber: false },
    },
  },
  {
    iata: 'MAN',
    resourceId: 'R00001',
    module: 3,
    changes: {
      ...PLAIN,
      resourceName: 'The Long Table',
      terminal: 'Terminal 2',
      area: 1,
      hours: [daily('06:00', '21:00')],
    },
  },
  {
    iata: 'MAN',
    resourceId: 'N00002',
    module: 1,
    changes: {
      ...PLAIN,
      resourceName: 'Northlight Lounge',
      terminal: 'Terminal 2',
      area: 1,
      nearestGate: '204',
      location: AIRSIDE,
      hours: [daily('04:00', '21:00')],
      prebookingSupported: true,
      freeCancellationHours: 48,
      price: { currency: 'GBP', adultRate: '32.00', childRate: '19.50' },
    },
  },
  {
    iata: 'MAN',
    resourceId: 'N00003',
    module: 1,
    changes: {
      ...PLAIN,
      resourceName: 'Night Owl Lounge',
      terminal: 'Terminal 3',
      area: 1,
      nearestGate: null,
      location: 'Airside - Pier C',
      hours: [daily('20:00', '04:00')],
      prebookingSupported: false,
    },
  },
  {
    iata: 'MAN',
    resourceId: 'R00002',
    module: 4,
    changes: {
      ...PLAIN,
      resourceName: 'Two Beans Espresso',
      terminal: 'Terminal 3',
      area: 2,
      hours: [daily('04:00', '20:00')],
    },
  },
  {
    iata: 'HKG',
    resourceId: 'N00012',
    module: 1,
    changes: {
      ...PLAIN,
      resourceName: 'Plaza Premium Lounge',
      terminal: 'Terminal 1',
      area: 1,
      nearestGate: '35',
      location: AIRSIDE,
      hours: allDay,
      prebookingSupported: true,
      freeCancellationHours: 48,
    },
  },
  {
    iata: 'BKK',
    resourceId: 'C10826',
    module: 2,
    changes: {
      ...PLAIN,
      resourceName: 'Suvarnabhumi Fast Track',
      terminal: 'Main Terminal',
      area: 2,
      nearestGate: null,
      location: 'Landside - Passport control, departures level',
      hours: allDay,
      prebookingSupported: true,
      freeCancellationHours: 72,
      requiredInfo: { ...NEEDED, phoneNumber: true, callingCode: true },
    },
  },
  {
    iata: 'LGW',
    resourceId: 'N00129',
    module: 1,
    changes: {
      ...PLAIN,
      resourceName: 'No1 Gatwick North',
      terminal: 'North Terminal',
      area: 1,
      nearestGate: '45',
      location: AIRSIDE,
      hours: [daily('04:00', '22:00')],
      prebookingSupported: true,
    },
  },
  {
    iata: 'LGW',
    resourceId: 'N00130',
    module: 1,
    changes: {
      ...PLAIN,
      resourceName: 'Harbour Lounge',
      terminal: 'South Terminal',
      hours: allDay,
      prebookingSupported: true,
      confirmsLater: true,
    },
  },
  {
    iata: 'LGW',
    resourceId: 'C00131',
    module: 2,
    changes: { ...PLAIN, terminal: 'South Terminal', hours: allDay, prebookingSupported: true, confirmsLater: true },
  },
  {
    iata: 'LHR',
    resourceId: 'N00201',
    module: 1,
    changes: { ...PLAIN, terminal: 'Terminal 2', hours: allDay, prebookingSupported: true, cancellable: false },
  },
  {
    iata: 'LHR',
    resourceId: 'N00202',
    module: 1,
    changes: {
      ...PLAIN,
      terminal: 'Terminal 3',
      hours: allDay,
      prebookingSupported: true,
      cancellationShape: 'unreadable',
    },
  },
  {
    iata: 'LHR',
    resourceId: 'N00203',
    module: 1,
    changes: {
      ...PLAIN,
      terminal: 'Terminal 3',
      hours: allDay,
      prebookingSupported: true,
      cancellationShape: 'missing',
    },
  },
  {
    iata: 'LHR',
    resourceId: 'N00204',
    module: 1,
    changes: {
      ...PLAIN,
      terminal: 'Terminal 5',
      hours: allDay,
      prebookingSupported: true,
      cancellationShape: 'text',
      requiredInfoShape: 'codes-on-top',
      requiredInfo: { ...NEEDED, phoneNumber: true, callingCode: true },
      extraInfoCodes: ['PASSPORT_NUMBER'],
    },
  },
  {
    iata: 'LHR',
    resourceId: 'N00205',
    module: 1,
    changes: {
      ...PLAIN,
      terminal: null,
      routeTypes: [9],
      facilities: ['Wi-Fi', 'Karaoke booth', 'FREE_MASSAGE_10MIN'],
      hours: [daily('06:00', '22:00')],
      hoursShape: 'text',
      prebookingSupported: true,
      maxPassengerPerOrder: 0,
      requiredInfoShape: 'map-on-top',
    },
  },
  {
    iata: 'LHR',
    resourceId: 'C00201',
    module: 2,
    changes: {
      ...PLAIN,
      terminal: 'Terminal 5',
      hours: allDay,
      prebookingSupported: true,
      freeCancellationHours: 72,
      price: { currency: 'GBP', adultRate: '6.00', childRate: '6.00' },
    },
  },
];

/** Prebookings of these places stay pending until they are confirmed through the control interface. */
export const PENDING_RESOURCES: readonly string[] = PINNED_PLACES.filter((place) => place.changes.confirmsLater).map(
  (place) => place.resourceId,
);

/** The place to go to for each habit, for tests and stories. */
export const SAMPLE_RESOURCES = {
  lounge: 'N00001',
  loungeWithPrice: 'N00002',
  walkInOnlyLounge: 'N00003',
  fastTrack: 'C00001',
  setMeal: 'R00001',
  coupon: 'R00002',
  pendingLounge: 'N00130',
  pendingFastTrack: 'C00131',
  neverCancellable: 'N00201',
  unreadablePolicy: 'N00202',
  missingPolicy: 'N00203',
  policyAsText: 'N00204',
  unreadableHours: 'N00205',
} as const;
