import 'server-only';
import { within } from './bounded';
import { logger } from './log';
import { runtime } from './runtime';

const PING_TIMEOUT_MS = 2_000;

/** Whether this process can serve travellers. */
export async function readiness() {
  const note = (error: unknown) => logger().warn({ err: error }, 'not ready');
  const current = await within(runtime(), PING_TIMEOUT_MS, note);
  const ping = current ? current.store.ping().then(() => true) : Promise.resolve(false);
  const store = (await within(ping, PING_TIMEOUT_MS, note)) ?? false;
  const catalogue = current?.catalogs().every((catalog) => catalog.isLoaded()) ?? false;
  const status: 'ok' | 'not-ready' = store && catalogue ? 'ok' : 'not-ready';
  return { status, checks: { store, catalogue } };
}
