import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type Partners, writeBrands } from '../../e2e/fixtures/brands';
import { freePort, type Process, startNode, waitFor } from '../../e2e/fixtures/processes';
import { answers, cleanEnv, startSandboxProcess } from '../../e2e/fixtures/server';
import type { SandboxControl } from '../../lib/sandbox/control';
import { sandboxControl } from '../../lib/sandbox/control-client';
import { startPostgres } from '../../lib/testing/postgres';
import { writeOffers } from './offers';
import type { SetUp } from './options';

const START_TIMEOUT_MS = 120_000;
const SERVERS: Record<SetUp, number> = { pglite: 1, postgres: 2 };
const LOGS = '.artifacts/chaos';

export type Deployment = Partners & {
  setUp: SetUp;
  /** Where each server is asked. */
  urls: readonly string[];
  control: SandboxControl;
  /** Where what the travellers did is kept: a connection string, or the folder of the embedded database. */
  store: { databaseUrl: string } | { folder: string };
  /** Moves the clocks of the sandbox and of every server ahead, those of servers that are started later too. */
  advance(ms: number): Promise<void>;
  /** `kill -9`, and a new start. Resolves when that server is ready again. */
  kill(server: number): Promise<void>;
  /** Resolves once one of the servers answers; at once when one does. */
  someIsUp(): Promise<void>;
  /** Ends the servers, and lets the sandbox and the database go on. */
  stopServers(): Promise<void>;
  stop(): Promise<void>;
};

type Slot = { url: string; env: NodeJS.ProcessEnv; process: Process; up: Promise<void>; starts: number };

/** Null where no PostgreSQL can be had. */
export async function startDeployment(setUp: SetUp): Promise<Deployment | null> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'layover-chaos-'));
  const closing: (() => Promise<void>)[] = [
    async () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }),
  ];
  const stop = async () => {
    for (const close of closing.reverse().splice(0)) await close();
  };
  try {
    const postgres = setUp === 'postgres' ? await startPostgres() : null;
    if (setUp === 'postgres' && !postgres) {
      await stop();
      return null;
    }
    if (postgres) closing.push(() => postgres.stop());
    return await start(setUp, folder, postgres?.databaseUrl ?? null, closing, stop);
  } catch (error) {
    await stop();
    throw error;
  }
}

async function start(
  setUp: SetUp,
  folder: string,
  databaseUrl: string | null,
  closing: (() => Promise<void>)[],
  stop: () => Promise<void>,
): Promise<Deployment> {
  const brandsDir = path.join(folder, 'brands');
  const partners = await writeBrands(brandsDir);
  writeOffers(path.join(brandsDir, 'layover', 'brand.json'));
  const running: Process[] = [];
  closing.push(async () => void (await Promise.all(running.map((one) => one.stop()))));
  const sandbox = await startSandboxProcess(folder, {}, running);
  const control = sandboxControl(`${sandbox}/_control`);
  const clockFile = path.join(folder, 'clock');
  writeFileSync(clockFile, '0');
  const shared = {
    BRANDS_DIR: brandsDir,
    DATABASE_URL: databaseUrl ?? '',
    DRAGONPASS_BASE_URL: `${sandbox}/api`,
    SESSION_SECRET: crypto.randomUUID(),
    LOG_LEVEL: 'warn',
    CHAOS_CLOCK: clockFile,
    NODE_OPTIONS: `--import=${path.resolve('scripts/chaos/clock.mjs')}`,
  };
  const slots: Slot[] = [];
  closing.push(async () => void (await Promise.all(slots.map(({ process }) => process.stop('SIGKILL')))));
  for (let index = 0; index < SERVERS[setUp]; index += 1) {
    slots.push(await startSlot(setUp, { ...shared, DATA_DIR: path.join(folder, `data-${index}`) }));
  }
  await Promise.all(slots.map(({ up }) => up));
  return {
    ...partners,
    setUp,
    urls: slots.map(({ url }) => url),
    control,
    store: databaseUrl === null ? { folder: path.join(folder, 'data-0', 'db') } : { databaseUrl },
    advance: (ms) => advance(control, clockFile, ms),
    kill: (server) => restart(setUp, slotOf(slots, server)),
    someIsUp: () => Promise.race(slots.map(({ up }) => up)),
    stopServers: async () => void (await Promise.all(slots.map(({ process }) => process.stop()))),
    stop,
  };
}

async function startSlot(setUp: SetUp, shared: Record<string, string>): Promise<Slot> {
  const port = await freePort();
  const env = cleanEnv({ ...shared, PORT: String(port) });
  const url = `http://localhost:${port}`;
  const process = launch(setUp, url, env, 0);
  return { url, env, process, up: readiness(url, process), starts: 1 };
}

function launch(setUp: SetUp, url: string, env: NodeJS.ProcessEnv, starts: number): Process {
  const { port } = new URL(url);
  const command = ['node_modules/next/dist/bin/next', 'start', '-p', port];
  return startNode(command, env, path.join(LOGS, `${setUp}-${port}-${starts}.log`));
}

async function readiness(url: string, process: Process): Promise<void> {
  const isThere = async () => ((await answers(`${url}/api/health/ready`)) ? true : null);
  await waitFor(`${url} being ready`, isThere, { timeoutMs: START_TIMEOUT_MS, process });
}

function restart(setUp: SetUp, slot: Slot): Promise<void> {
  slot.up = (async () => {
    await slot.process.stop('SIGKILL');
    slot.process = launch(setUp, slot.url, slot.env, slot.starts);
    slot.starts += 1;
    await readiness(slot.url, slot.process);
  })();
  return slot.up;
}

function slotOf(slots: readonly Slot[], server: number): Slot {
  const slot = slots[server];
  if (!slot) throw new Error(`There is no server ${server}.`);
  return slot;
}

async function advance(control: SandboxControl, clockFile: string, ms: number): Promise<void> {
  const aheadMs = Number(readFileSync(clockFile, 'utf8')) + ms;
  await control.setClock({ advanceMs: ms });
  // Renamed into place: a server that looks must not read half of it.
  writeFileSync(`${clockFile}.new`, String(aheadMs));
  renameSync(`${clockFile}.new`, clockFile);
}
