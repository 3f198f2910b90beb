/**
 * How long something that ends at `endsMs` may still be shown, in milliseconds; not positive once it is over. The page was
 * made at `nowMs` by the server's clock and came `ageMs` ago. `deviceMs` is the device's clock where the page is a copy: it
 * may have been made long before it came, and nothing else knows how long. Null where the device is not to be trusted.
 */
export function timeLeftMs(page: { nowMs: number; endsMs: number; ageMs: number; deviceMs: number | null }): number {
  const { nowMs, endsMs, ageMs, deviceMs } = page;
  const byServerMs = endsMs - nowMs - ageMs;
  return deviceMs === null ? byServerMs : Math.min(byServerMs, endsMs - deviceMs);
}
