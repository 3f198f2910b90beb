import type { Device } from './device';
import { OWNER_FIELD, OWNER_HEADER } from './headers';
import { forget } from './keep';
import { startPatience } from './patience';
import { readRecord, SIGN_OUT_CACHE } from './record';

export const SIGN_OUT_PATH = '/api/session/sign-out';
/** Where somebody lands who signed out without a network. */
const SIGNED_OUT_PAGE = '/offline?signed-out';
const OWNER_KEY = '/offline/owner';

/** Erases first, then tells the server; without a network the server is told as soon as there is one. */
export async function signOut(device: Device, request: Request, origin: string): Promise<Response> {
  const owner = (await ownerIn(request.clone())) || ((await readRecord(device.caches))?.owner ?? '');
  await forget(device);
  try {
    return await device.fetch(request);
  } catch {
    device.hasLeft = true;
    await (await device.caches.open(SIGN_OUT_CACHE)).put(OWNER_KEY, new Response(owner));
    return request.mode === 'navigate'
      ? Response.redirect(new URL(SIGNED_OUT_PAGE, origin).href, 303)
      : Response.error();
  }
}

/** Whose page was left, as its form says; a page says so before anything of its traveller's is kept. */
async function ownerIn(request: Request): Promise<string> {
  const form = await request.formData().catch(() => null);
  const owner = form?.get(OWNER_FIELD);
  return typeof owner === 'string' ? owner : '';
}

/** How it stands with a session that its traveller left without a network. Until the server is told, its cookie still opens pages. */
export type Leaving = 'none' | 'told' | 'untold';

/** Whether somebody signed out and the server may not know it. */
export async function isLeaving(device: Device): Promise<boolean> {
  device.hasLeft ??= await device.caches.has(SIGN_OUT_CACHE);
  return device.hasLeft;
}

/**
 * Ends the session that its traveller left without a network, before a page is asked for with its cookie. Somebody who has
 * signed in meanwhile stays signed in: the server compares the owner.
 */
export async function flushSignOut(device: Device): Promise<Leaving> {
  if (!(await isLeaving(device))) return 'none';
  const found = await (await device.caches.open(SIGN_OUT_CACHE)).match(OWNER_KEY);
  const owner = found ? await found.text() : '';
  const headers = { Accept: 'application/json', ...(owner && { [OWNER_HEADER]: owner }) };
  const answer = await device
    .fetch(SIGN_OUT_PATH, { method: 'POST', credentials: 'same-origin', headers })
    .catch(() => null);
  if (!answer?.ok) return 'untold';
  await device.caches.delete(SIGN_OUT_CACHE);
  device.hasLeft = false;
  return 'told';
}

/**
 * A question to our API, as from a page that is open in another tab: whoever has left is nobody to it, also while the server
 * does not know it.
 */
export async function apiFor(device: Device, request: Request): Promise<Response> {
  if (!(await isLeaving(device))) return device.fetch(request);
  const patience = startPatience();
  const leaving = await patience.wait(flushSignOut(device));
  patience.end();
  return device.fetch(leaving === 'told' ? request : new Request(request, { credentials: 'omit' }));
}
