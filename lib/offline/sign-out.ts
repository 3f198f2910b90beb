import type { Device } from './device';
import { OWNER_HEADER } from './headers';
import { forget } from './keep';
import { readRecord, SIGN_OUT_CACHE } from './record';

export const SIGN_OUT_PATH = '/api/session/sign-out';
/** Where somebody lands who signed out without a network. */
const SIGNED_OUT_PAGE = '/offline?signed-out';
const OWNER_KEY = '/offline/owner';

/** Erases first, then tells the server; without a network the server is told as soon as there is one. */
export async function signOut(device: Device, request: Request, origin: string): Promise<Response> {
  const owner = (await readRecord(device.caches))?.owner ?? '';
  await forget(device);
  try {
    return await device.fetch(request);
  } catch {
    await (await device.caches.open(SIGN_OUT_CACHE)).put(OWNER_KEY, new Response(owner));
    return request.mode === 'navigate'
      ? Response.redirect(new URL(SIGNED_OUT_PAGE, origin).href, 303)
      : Response.error();
  }
}

/** How it stands with a session that its traveller left without a network. Until the server is told, its cookie still opens pages. */
export type Leaving = 'none' | 'told' | 'untold';

/**
 * Ends the session that its traveller left without a network, before a page is asked for with its cookie. Somebody who has
 * signed in meanwhile stays signed in: the server compares the owner.
 */
export async function flushSignOut(device: Device): Promise<Leaving> {
  if (!(await device.caches.has(SIGN_OUT_CACHE))) return 'none';
  const found = await (await device.caches.open(SIGN_OUT_CACHE)).match(OWNER_KEY);
  const owner = found ? await found.text() : '';
  const headers = { Accept: 'application/json', ...(owner && { [OWNER_HEADER]: owner }) };
  const answer = await device
    .fetch(SIGN_OUT_PATH, { method: 'POST', credentials: 'same-origin', headers })
    .catch(() => null);
  if (!answer?.ok) return 'untold';
  await device.caches.delete(SIGN_OUT_CACHE);
  return 'told';
}
