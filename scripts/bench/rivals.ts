import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { ask } from '../../e2e/fixtures/api';
import { freePort, type Process, startNode, waitFor } from '../../e2e/fixtures/processes';

/** What the product is compared with: a trivial Next app, and Node's own server. */
const NEXT = 'node_modules/next/dist/bin/next';
const TRIVIAL = 'scripts/bench/trivial';
const LOGS = '.artifacts/bench';
const START_TIMEOUT_MS = 60_000;

/** Recorded answers of the product: address → body. */
export type Recorded = Record<string, string>;

/** The trivial app, built and started. Its handler sends what was recorded. Answers its origin. */
export async function startTrivial(folder: string, recorded: Recorded, running: Process[]): Promise<string> {
  const built = spawnSync(process.execPath, [NEXT, 'build', TRIVIAL], { env: environment(), encoding: 'utf8' });
  if (built.status !== 0) throw new Error(`The trivial app could not be built.\n${built.stdout}${built.stderr}`);
  const port = await freePort();
  const env = environment({ BENCH_ANSWERS: record(folder, 'handler', recorded) });
  const server = startNode(
    [NEXT, 'start', TRIVIAL, '-p', String(port), '-H', '127.0.0.1'],
    env,
    path.join(LOGS, 'trivial.log'),
  );
  return ready(server, port, running, '/?lines=1');
}

/** Node's own server with the recorded answers. Answers its origin. */
export async function startPlain(
  folder: string,
  name: string,
  recorded: Recorded,
  type: string,
  running: Process[],
): Promise<string> {
  const port = await freePort();
  const file = record(folder, name, recorded);
  const args = ['--import', 'tsx', 'scripts/bench/plain-server.ts', String(port), file, type];
  const server = startNode(args, environment(), path.join(LOGS, `plain-${name}.log`));
  return ready(server, port, running, Object.keys(recorded)[0] ?? '/');
}

/** Address of a page of the trivial app that is as long as `bytes`. How long one line of it is, is measured. */
export async function trivialPageOf(origin: string, bytes: number): Promise<string> {
  const address = (lines: number) => `/?lines=${lines}`;
  const sizeOf = async (lines: number) => Buffer.byteLength((await ask(origin + address(lines))).text);
  const [few, many] = [1, 401];
  const [least, most] = [await sizeOf(few), await sizeOf(many)];
  const perLine = (most - least) / (many - few);
  return address(Math.max(few, Math.round(few + (bytes - least) / perLine)));
}

function record(folder: string, name: string, recorded: Recorded): string {
  const file = path.join(folder, `${name}.json`);
  writeFileSync(file, JSON.stringify(recorded));
  return file;
}

async function ready(server: Process, port: number, running: Process[], address: string): Promise<string> {
  running.push(server);
  const origin = `http://127.0.0.1:${port}`;
  const isUp = async () => {
    const answer = await ask(origin + address).catch((error: unknown) => error);
    return answer instanceof Error ? null : true;
  };
  await waitFor(`${origin} answering`, isUp, { timeoutMs: START_TIMEOUT_MS, process: server });
  return origin;
}

function environment(values: Record<string, string> = {}): NodeJS.ProcessEnv {
  const { PATH = '', HOME = '' } = process.env;
  return { PATH, HOME, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', ...values };
}
