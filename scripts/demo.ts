import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { env } from '@/lib/env';
import { ensureProductionBuild } from './production-build';

/**
 * `npm run demo`: builds if needed, starts the production server with the embedded sandbox, and prints where to go.
 * Everything it keeps lies under `DATA_DIR`.
 */
const READY_TIMEOUT_MS = 120_000;

if (!(await isFree(env().port))) {
  console.error(`Port ${env().port} is in use. Stop what uses it, or choose another: PORT=3001 npm run demo`);
  process.exit(1);
}
ensureProductionBuild();
const address = `http://localhost:${env().port}`;
const server = spawn(process.execPath, ['node_modules/next/dist/bin/next', 'start', '-p', String(env().port)], {
  stdio: 'inherit',
  env: { ...process.env, NODE_ENV: 'production' },
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => server.kill(signal));
server.on('exit', (code) => process.exit(code ?? 0));

if (await isReady()) {
  console.log(`\n  Layover is ready at ${address}`);
  console.log(`  Sign in as a demo traveller: ${address}/sign-in`);
  console.log(`  Other brands: http://meridian.localhost:${env().port} and http://aurora.localhost:${env().port}`);
  console.log('  Stop it with Ctrl+C. What it keeps lies in the data folder and survives a restart.\n');
} else {
  console.error(`\n  Layover did not become ready within ${READY_TIMEOUT_MS / 1000} s; its messages stand above.\n`);
  server.kill('SIGTERM');
}

async function isReady(): Promise<boolean> {
  const endMs = Date.now() + READY_TIMEOUT_MS;
  while (Date.now() < endMs && server.exitCode === null) {
    const answer = await fetch(`${address}/api/health/ready`).catch((error: unknown) => error);
    if (answer instanceof Response && answer.ok) return true;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  return false;
}

/** Another server on the port would answer for ours, and its address be printed as ours. */
function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer()
      .once('error', () => resolve(false))
      .listen(port, () => probe.close(() => resolve(true)));
  });
}
