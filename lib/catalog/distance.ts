// Without the server marker: a script that builds data uses this as well.
type Place = { latitude: number; longitude: number };

const EARTH_DIAMETER_KM = 12_742;
const RADIANS = Math.PI / 180;

/** Kilometres between two places as the crow flies, to about half a percent. */
export function distanceKm(a: Place, b: Place): number {
  const half =
    Math.sin(((b.latitude - a.latitude) * RADIANS) / 2) ** 2 +
    Math.cos(a.latitude * RADIANS) *
      Math.cos(b.latitude * RADIANS) *
      Math.sin(((b.longitude - a.longitude) * RADIANS) / 2) ** 2;
  return EARTH_DIAMETER_KM * Math.asin(Math.min(1, Math.sqrt(half)));
}
