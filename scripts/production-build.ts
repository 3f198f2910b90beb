import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';

const SOURCES = ['app', 'components', 'lib', 'messages', 'public'];
const FILES = [
  'next.config.ts',
  'tailwind.config.ts',
  'postcss.config.mjs',
  'proxy.ts',
  'instrumentation.ts',
  'package-lock.json',
];

/** Builds for production unless the build that is there is newer than everything it was made of. */
export function ensureProductionBuild(): void {
  const marker = '.next/BUILD_ID';
  const isFresh = existsSync(marker) && statSync(marker).mtimeMs > newestSourceMs();
  if (isFresh) return;
  console.log('Building Layover for production…');
  const built = spawnSync('npm', ['run', 'build', '--silent'], { stdio: 'inherit' });
  if (built.status !== 0) throw new Error('The build failed; what it said stands above.');
}

function newestSourceMs(): number {
  const times = FILES.filter((file) => existsSync(file)).map((file) => statSync(file).mtimeMs);
  for (const folder of SOURCES.filter((name) => existsSync(name))) {
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      if (entry.isFile()) times.push(statSync(path.join(entry.parentPath ?? entry.path, entry.name)).mtimeMs);
    }
  }
  return Math.max(...times);
}
