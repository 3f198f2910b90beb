import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import type { z } from 'zod';

const run = promisify(execFile);

/** The server's modules refuse to be loaded anywhere but in a server: this is how its bundler finds them too. */
const CONDITIONS = ['--conditions=react-server', '--import', 'tsx'];
const TIMEOUT_MS = 180_000;

/** Runs a file of `inside/` in a process of its own, with the server's modules, and reads the JSON it writes. */
export async function runInside<Schema extends z.ZodType>(
  file: string,
  args: readonly string[],
  dataDir: string,
  schema: Schema,
): Promise<z.output<Schema>> {
  const { PATH = '', HOME = '' } = process.env;
  const env = { PATH, HOME, NODE_ENV: 'production', LOG_LEVEL: 'silent', DATA_DIR: dataDir } as const;
  const options = { env, timeout: TIMEOUT_MS, maxBuffer: 64 * 1024 * 1024 };
  const script = path.join('scripts/bench/inside', file);
  const { stdout } = await run(process.execPath, [...CONDITIONS, script, ...args], options);
  return schema.parse(JSON.parse(stdout));
}
