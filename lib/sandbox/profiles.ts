/** What differs between the two versions of the API, in one place each [doc both 338667m0, 338664m0, 3504481e0]. */
export interface ApiProfile {
  readonly version: 'v1' | 'v2';
  /** Key of the scope in `allowedResources`. */
  readonly scopeKey: 'resourceId' | 'resourceIds';
  /** Whether a pass may begin later, and its answers name `activationDate` and `ePassStatus`. */
  readonly hasActivation: boolean;
  /** Whether orders name the client's user. */
  readonly hasClientUserIdInOrders: boolean;
  /** Whether places carry their position as `"lat,lon"`. */
  readonly hasCoordinates: boolean;
  /** v1: a flat list; v2: places at hubs and places in cities apart. */
  readonly resourceList: <Row>(rows: Row[]) => unknown;
}

export const PROFILES: Readonly<Record<'v1' | 'v2', ApiProfile>> = {
  v1: {
    version: 'v1',
    scopeKey: 'resourceId',
    hasActivation: false,
    hasClientUserIdInOrders: false,
    hasCoordinates: false,
    resourceList: (rows) => rows,
  },
  v2: {
    version: 'v2',
    scopeKey: 'resourceIds',
    hasActivation: true,
    hasClientUserIdInOrders: true,
    hasCoordinates: true,
    resourceList: (rows) => ({ transportHubResources: rows, lifestyleResources: [] }),
  },
};
