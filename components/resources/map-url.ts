/** A map of the hub in the browser or the phone's own app; null where nobody knows where it is. */
export function mapUrl({ latitude, longitude }: { latitude: number | null; longitude: number | null }): string | null {
  if (latitude === null || longitude === null) return null;
  const position = { mlat: latitude.toFixed(5), mlon: longitude.toFixed(5) };
  return `https://www.openstreetmap.org/?${new URLSearchParams(position)}#map=15/${position.mlat}/${position.mlon}`;
}
