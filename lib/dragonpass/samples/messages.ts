/** `data` of the vendor's own samples, as its documentation prints them, and the reconstructions where it prints none. */

/** [doc v2 338421m0]. */
export const HUB = {
  transportHubId: 'A00001',
  transportHubName: 'Manchester Airport',
  type: 1,
  iata: 'MAN',
  city: 'Manchester',
  countryOrRegion: 'GB',
  continent: 'Europe',
  latitude: '53.467',
  longitude: '-2.233',
};

export const HUBS_PAGE = {
  pagination: { pageSize: 10, pageNumber: 1, totalNumber: 1 },
  language: 'en-US',
  transportHubs: [HUB],
};

/** [doc v2 338421m0]. */
export const RESOURCE = {
  module: 1,
  resourceId: 'N00001',
  resourceName: 'DragonPass Lounge',
  locationInfo: {
    city: 'Manchester',
    countryOrRegion: 'GB',
    continent: 'Europe',
    transportHubId: 'A00001',
    transportHubName: 'Manchester Airport',
    iata: 'MAN',
    location: 'Airside - After security check and passport control',
    timezone: 'Europe/London',
  },
  image: 'https://image.dragonpass.com/uploadFile/images/cover.png',
  extra: { loungeInfo: { area: 1, routeTypes: [1], terminal: 'Terminal 1', nearestGate: 'A1', tier: 1 } },
};

export const RESOURCES_PAGE_V2 = {
  pagination: { pageSize: 10, pageNumber: 1, totalNumber: 1 },
  language: 'en-US',
  resources: { transportHubResources: [RESOURCE] },
};

/** Reconstruction [inferred]. */
export const RESOURCE_DETAILS = {
  ...RESOURCE,
  imagesList: [
    { url: 'https://image.dragonpass.com/2.png', order: 2 },
    { url: 'https://image.dragonpass.com/1.png', order: 1 },
  ],
  businessHours: [{ days: [1, 2, 3, 4, 5, 6, 7], openTime: '05:00', closeTime: '22:00' }],
  businessHoursExceptions: [
    { date: '2026-12-25', closed: true },
    { date: '2026-12-31', openTime: '05:00', closeTime: '16:00' },
  ],
  facilities: ['Wi-Fi'],
  description: 'A lounge.',
  conditions: 'Maximum stay 3 hours. Smart casual.',
  prebookingPolicy: {
    prebookingSupported: true,
    maxPassengerPerOrder: 6,
    prebookingRequiredInfo: {
      firstName: true,
      lastName: true,
      email: true,
      phoneNumber: false,
      callingCode: false,
      transportNumber: true,
    },
    cancellationPolicy: { cancellable: true, freeCancellationHours: 24 },
  },
};

/** [doc v1 338667m0]. */
export const E_PASS_V1 = {
  status: 1,
  module: 1,
  category: 1,
  clientUserId: '3EF5D065-76F8-4D3E-801A-B329D15F461A',
  orderId: 'DP00000000000001',
  orderCreatedDate: '2024-12-31T00:00:00+00:00',
  orderCancelledDate: null,
  usageDate: null,
  extra: {
    ePassId: '1788000066668888',
    firstName: 'DragonPass',
    lastName: 'DragonPass',
    expirationDate: '2028-12-31T23:59:59+00:00',
    availableUsages: 1,
    usedUsages: 0,
    allowedResources: { resourceId: [] },
  },
};

/** [doc v2 338667m0]. */
export const E_PASS_V2 = {
  ...E_PASS_V1,
  extra: {
    ...E_PASS_V1.extra,
    ePassStatus: 1,
    activationDate: '2025-01-01T08:00:00+08:00',
    allowedResources: { resourceIds: ['N00001'] },
  },
};

/** [doc v2 338963m0]. */
export const AVAILABILITY = {
  available: true,
  prebookingToken: '85c69b8e790befc7e94870ec269c3f1d',
  validUntil: 1923263999,
  price: { dynamicPrice: true, currency: 'USD', adultRate: '6.00', childRate: '6.00' },
};

const REQUIRED_INFO = {
  firstName: 'DragonPass',
  lastName: 'DragonPass',
  email: 'developer@dragonpass.com',
  phoneNumber: '8081966002',
  callingCode: '44',
  transportNumber: 'EK001',
};

/** [doc v1 338669m0]. */
export const ORDER = {
  status: 1,
  module: 1,
  category: 2,
  ePassId: '1788000066668888',
  orderId: 'DP00000000000001',
  orderCreatedDate: '2024-12-31T00:00:00+00:00',
  orderCancelledDate: null,
  extra: {
    prebookingDate: '2025-10-01T10:30',
    usageDate: null,
    usedUsages: 1,
    resourceId: 'N00001',
    resourceName: 'DragonPass Lounge',
    iata: 'MAN',
    transportHubName: 'Manchester Airport',
    terminal: 'Terminal 1',
    city: 'Manchester',
    countryOrRegion: 'GB',
    vouchersList: [{ voucher: '668800008888', voucherType: 1 }],
    prebookingRequiredInfo: REQUIRED_INFO,
  },
};

/** [3p v2]. */
export const ORDER_ROW = {
  orderId: 'DP00000000000001',
  status: 2,
  usedUsages: 1,
  module: 1,
  category: 1,
  orderCreatedDate: '2024-12-31T00:00:00+00:00',
  resourceId: 'N00001',
  resourceName: 'DragonPass Lounge',
  image: 'https://image.dragonpass.com/cover.png',
  extra: {
    transportHubId: 'A00001',
    transportHubName: 'Manchester Airport',
    city: 'Manchester',
    countryOrRegion: 'GB',
  },
};
