import 'server-only';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { brands } from '@/lib/brand/registry';
import type { Brand } from '@/lib/brand/schema';
import type { Catalog } from '@/lib/catalog/catalog';
import type { Clock } from '@/lib/domain/clock';
import type { DragonPassClient } from '@/lib/dragonpass/client';
import { env } from '@/lib/env';
import { type Sandbox, startSandbox } from '@/lib/sandbox/server';
import { openStore } from '@/lib/store/connection';
import type { Store } from '@/lib/store/db';
import { logger } from './log';
import { forgetForProcess, oncePerProcess, setForProcess } from './process-state';
import { startRunner } from './runner';
import { createVendors, type Vendors } from './vendors';

/** What every use case works with; one for each process. */
export type Runtime = {
  store: Store;
  /** The machine's clock, or the embedded sandbox's, so that a story can move a day forward on both sides at once. */
  clock: Clock;
  /** Where the vendor's pictures come from when a browser cannot reach them: the sandbox's address on loopback. */
  imageOrigin: string | null;
  dragonpassFor(brand: Brand): DragonPassClient;
  catalogFor(brand: Brand): Catalog;
  /** Every catalogue in use. */
  catalogs(): Catalog[];
  /** Ends what runs beside requests; those under way are still answered. */
  stop(): void;
};

const NAME = 'runtime';

export function runtime(): Promise<Runtime> {
  return oncePerProcess(NAME, boot);
}

/** Starts what every request needs, and what runs beside requests. Called once, when the server starts. */
export async function startRuntime(): Promise<void> {
  const started = await runtime().catch(giveUp);
  const runner = startRunner(started, brands());
  // Next answers the requests that are under way and then ends the process, without waiting for us. The store stays open
  // for them: both kinds of database are safe when the process just ends, and a folder's lock is taken over from the dead.
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      runner.stop();
      started.stop();
    });
  }
}

/** A server that cannot reach its store, or whose folder another process uses, says so and ends instead of serving errors. */
function giveUp(error: unknown): never {
  logger().error({ err: error }, 'did not start');
  process.stderr.write(`Layover cannot start: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}

/** Puts a runtime made for a test in place. */
export function setRuntime(value: Runtime): void {
  setForProcess(NAME, Promise.resolve(value));
}

/** The sandbox inside this process, the store, and a catalogue that is loading for each brand. */
async function boot(): Promise<Runtime> {
  try {
    return await start();
  } catch (error) {
    // The next request tries again instead of failing for ever.
    forgetForProcess(NAME);
    throw error;
  }
}

async function start(): Promise<Runtime> {
  const { dragonpass, dataDir, databaseUrl, isSandbox } = env();
  const sandbox = dragonpass.baseUrl === null ? await startEmbeddedSandbox(dataDir) : null;
  try {
    const store = await openStore({ databaseUrl, dataDir });
    const baseUrl = dragonpass.baseUrl ?? sandbox?.apiUrl ?? '';
    const clock = sandbox ? () => sandbox.nowMs() : Date.now;
    const vendors = createVendors({ config: dragonpass, baseUrl, store, clock });
    await Promise.all(brands().map((brand) => vendors.of(brand).catalog.start()));
    return assemble({ store, clock, vendors, imageOrigin: isSandbox ? new URL(baseUrl).origin : null });
  } catch (error) {
    await sandbox?.close();
    throw error;
  }
}

type Parts = { store: Store; clock: Clock; vendors: Vendors; imageOrigin: string | null };

function assemble({ store, clock, vendors, imageOrigin }: Parts): Runtime {
  return {
    store,
    clock,
    imageOrigin,
    dragonpassFor: (brand) => vendors.of(brand).client,
    catalogFor: (brand) => vendors.of(brand).catalog,
    catalogs: () => vendors.all().map((vendor) => vendor.catalog),
    stop: vendors.stop,
  };
}

/** Its address is left in a file, so that tools on this machine find the control interface. */
async function startEmbeddedSandbox(dataDir: string): Promise<Sandbox> {
  const folder = path.resolve(/* turbopackIgnore: true */ dataDir, 'sandbox');
  await mkdir(folder, { recursive: true });
  const sandbox = await startSandbox({ dataDir: folder, port: env().sandboxPort });
  const { apiUrl, controlUrl } = sandbox;
  await writeFile(path.join(folder, 'address.json'), `${JSON.stringify({ apiUrl, controlUrl })}\n`);
  return sandbox;
}
