import type { Device } from './device';
import { languageOf, markedAsShownAtOnce, saysOf } from './html';
import { keptCopy } from './keep';
import { keptTime } from './kept-time';

/** A page older than this warns of its own age, which a copy shown at once cannot: visits may have been used since. */
const YOUNG_MS = 10 * 60_000;
/** A copy this new was made for the page that is being replaced: whoever is at the desk is not led in circles. */
const JUST_NOW_MS = 10_000;
/** How a browser asks when somebody reloads a page, who wants to know how it stands now. */
const WANTS_NEWS: readonly RequestCache[] = ['no-cache', 'reload', 'no-store'];

export type ShownAtOnce = { response: Response; says: string; keptMs: number };

/**
 * The copy of a pass or booking for showing before the network has answered: a young one, of a page whose traveller and
 * state nothing done on this device can have changed since. Null when the network is to be asked first. What it says has
 * to be compared with what the network answers (`isOutdated`).
 */
export async function copyAtOnce(device: Device, request: Request): Promise<ShownAtOnce | null> {
  const { pathname, search } = new URL(request.url);
  if (!device.isOnline() || search !== '' || WANTS_NEWS.includes(request.cache)) return null;
  const kept = await keptCopy(device, pathname);
  if (!kept) return null;
  const keptMs = Date.parse(kept.page.keptAt);
  const ageMs = device.nowMs() - keptMs;
  if (ageMs < 0 || ageMs >= YOUNG_MS || keptMs <= device.doubtedAtMs) return null;
  const html = await kept.response.text();
  const says = saysOf(html);
  if (says === null) return null;
  const time = keptTime(kept.page.keptAt, device.nowMs(), languageOf(html));
  const { headers } = kept.response;
  return { response: new Response(markedAsShownAtOnce(html, time), { headers }), says, keptMs };
}

/** Whether the copy that the network's answer left of a page says something else than what was shown, or is gone. */
export async function isOutdated(device: Device, path: string, shown: ShownAtOnce): Promise<boolean> {
  if (device.nowMs() - shown.keptMs < JUST_NOW_MS) return false;
  const kept = await keptCopy(device, path);
  return kept === null || saysOf(await kept.response.text()) !== shown.says;
}

/** Something was done here that may have changed who the traveller is, or how a page stands: the network is asked first. */
export function doubtCopies(device: Device): void {
  device.doubtedAtMs = device.nowMs();
}
