import { ODD_PLACES } from './odd-places';
import type { PinnedPlace } from './pinned-place';
import { SAMPLE_PLACES } from './sample-places';

export const PINNED_PLACES: readonly PinnedPlace[] = [...SAMPLE_PLACES, ...ODD_PLACES];

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
  everyRule: 'N00204',
  holidays: 'N00204',
  holidaysText: 'N00202',
  noRules: 'N00203',
  unreadableHours: 'N00205',
} as const;
