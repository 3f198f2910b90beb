import { SAMPLE_CONDITIONS } from './conditions';
import { NEEDED, type PinnedPlace, PLAIN } from './pinned-place';
import { SAMPLE_WEEKS } from './words';

const { daily, allDay } = SAMPLE_WEEKS;

/** One place for each habit a client has to cope with. */
export const ODD_PLACES: readonly PinnedPlace[] = [
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
      holidaysText: 'Closed on public holidays. Ask at the information desk.',
      conditions: SAMPLE_CONDITIONS.html,
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
      conditions: SAMPLE_CONDITIONS.none,
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
      holidays: [
        { day: '12-25', open: null },
        { day: '12-31', open: { openTime: '06:00', closeTime: '14:00' } },
      ],
      conditions: SAMPLE_CONDITIONS.everyRule,
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
      conditions: SAMPLE_CONDITIONS.otherLanguage,
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
