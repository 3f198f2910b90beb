/**
 * A map of the hub; null where nobody knows where it is. The address opens the map app of a phone that has it, and a page
 * everywhere else. `geo:` does so only where an app has claimed it: browsers on iPhones and computers do nothing at all.
 */
export function mapUrl({ latitude, longitude }: { latitude: number | null; longitude: number | null }): string | null {
  if (latitude === null || longitude === null) return null;
  const query = `${latitude.toFixed(5)},${longitude.toFixed(5)}`;
  return `https://www.google.com/maps/search/?${new URLSearchParams({ api: '1', query })}`;
}
