import { hasEnded, type KeptPage } from '@/lib/domain/kept-page';
import type { Device } from './device';
import { ensureFiles } from './files';
import { COPY_HEADERS } from './headers';
import { hasFailed, ownerOf } from './html';
import { KEPT_CACHE, type KeptCopy, type KeptRecord, readRecord, writeRecord } from './record';

/** A copy this old is fetched again, so that "as of" means something. */
const FRESH_MS = 10 * 60_000;
/** Of an answer; the others are about its way here, or about a body that was packed. */
const KEPT_HEADERS = ['content-type', 'content-security-policy', 'content-language', 'referrer-policy'];

/** Erases everything of a traveller's from this device. */
export async function forget(device: Device): Promise<void> {
  device.erasings += 1;
  await device.caches.delete(KEPT_CACHE);
}

/**
 * Keeps the pages that the server named, and nothing else. A page that answers as somebody else's, or as nobody's, means
 * that the traveller has gone: everything is erased. `since` is the count of erasings when the pages were named: after
 * another one they are not wanted any more.
 */
export async function keep(
  device: Device,
  wanted: { owner: string; pages: KeptPage[] },
  since = device.erasings,
): Promise<void> {
  const before = await readRecord(device.caches);
  if (device.erasings !== since) return;
  const isSame = before?.owner === wanted.owner;
  if (isSame && before.isOff) return;
  let erasings = since;
  if (before && !isSame) {
    erasings += 1;
    await forget(device);
  }
  const earlier = isSame ? before.pages : [];
  const pages = earlier.filter((copy) => wanted.pages.some((page) => page.path === copy.path));
  const record: KeptRecord = { owner: wanted.owner, isOff: false, pages };
  for (const copy of earlier) if (!pages.includes(copy)) await dropCopy(device, copy.path);
  await save(device, record, erasings);
  for (const page of wanted.pages) {
    if (device.erasings !== erasings || !(await keepPage(device, record, page, erasings))) return;
  }
}

/** False when there is no point in going on. */
async function keepPage(device: Device, record: KeptRecord, page: KeptPage, erasings: number): Promise<boolean> {
  const known = record.pages.find((copy) => copy.path === page.path);
  const ageMs = known ? device.nowMs() - Date.parse(known.keptAt) : Number.POSITIVE_INFINITY;
  if (known?.hasCopy && known.version === page.version && ageMs >= 0 && ageMs < FRESH_MS) return true;
  const answer = await device.fetch(page.path, { credentials: 'same-origin', headers: COPY_HEADERS }).catch(() => null);
  if (!answer) return false;
  return learn(device, page.path, answer, { record, page, erasings });
}

type Learning = { record: KeptRecord; page: KeptPage; erasings: number };

/**
 * Takes in what the server answered for the address of a kept page: its copy is renewed, dropped (it is gone), or everything
 * is erased (it is not this traveller's any more). Answers whether the traveller is still the same.
 */
export async function learn(device: Device, path: string, answer: Response, about: Learning): Promise<boolean> {
  const { record, page, erasings } = about;
  if (answer.status === 404 || answer.status === 410) {
    // To somebody else the pages of the first traveller are not found either.
    const reader = ownerOf(await answer.text());
    if (reader !== null && reader !== record.owner) return gone(device);
    record.pages = record.pages.filter((copy) => copy.path !== path);
    await dropCopy(device, path);
    await save(device, record, erasings);
    return true;
  }
  if (answer.status === 401 || answer.status === 403) return gone(device);
  if (!answer.ok || answer.redirected) return true;
  const html = await answer.text();
  if (ownerOf(html) !== record.owner) return gone(device);
  // A copy that shows the code is worth more than a page that says why it does not.
  if (hasFailed(html)) return true;
  const assets = await ensureFiles(device, html).catch(() => null);
  if (!assets || device.erasings !== erasings) return true;
  const keptAt = new Date(device.nowMs()).toISOString();
  const copy: KeptCopy = { ...page, keptAt, hasCopy: true, assets };
  record.pages = [...record.pages.filter((one) => one.path !== path), copy];
  await (await device.caches.open(KEPT_CACHE)).put(path, copyOf(answer, html));
  await save(device, record, erasings);
  return true;
}

async function gone(device: Device): Promise<false> {
  await forget(device);
  return false;
}

/** Written only while nothing was erased since `erasings`; otherwise what was just written goes as well. */
async function save(device: Device, record: KeptRecord, erasings: number): Promise<void> {
  if (device.erasings === erasings) await writeRecord(device.caches, record);
  if (device.erasings !== erasings) await device.caches.delete(KEPT_CACHE);
}

async function dropCopy(device: Device, path: string): Promise<void> {
  if (await device.caches.has(KEPT_CACHE)) await (await device.caches.open(KEPT_CACHE)).delete(path);
}

/** The page with its policy, whose nonce stands in its scripts. */
function copyOf(answer: Response, html: string): Response {
  const headers = KEPT_HEADERS.flatMap((name) => {
    const value = answer.headers.get(name);
    return value === null ? [] : ([[name, value]] as [string, string][]);
  });
  return new Response(html, { headers });
}

/** The copy of a page; null without one. One whose time is over is erased here, and only what it was stays in the record. */
export async function keptCopy(device: Device, path: string): Promise<{ page: KeptCopy; response: Response } | null> {
  const { erasings } = device;
  const record = await readRecord(device.caches);
  const page = record?.pages.find((one) => one.path === path);
  if (!record || !page?.hasCopy) return null;
  if (hasEnded(page, device.nowMs())) {
    page.hasCopy = false;
    await dropCopy(device, path);
    await save(device, record, erasings);
    return null;
  }
  const response = await (await device.caches.open(KEPT_CACHE)).match(path);
  return response ? { page, response } : null;
}
