import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';

/** Below the folder of built files, which every way of serving the app serves. */
const FILE = 'static/sw.js';

/** Builds the service worker beside the scripts of the build `buildId`. */
export async function buildWorker(distDir: string, buildId: string): Promise<void> {
  // Needed to build only: a server that is already built starts without it.
  const { build } = await import('esbuild');
  const built = await build({
    entryPoints: ['lib/offline/worker.ts'],
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    target: 'es2022',
    legalComments: 'none',
    define: { BUILD: JSON.stringify(createHash('sha256').update(buildId).digest('hex').slice(0, 12)) },
  });
  const [file] = built.outputFiles;
  if (!file) throw new Error('The service worker was not built.');
  await writeFile(path.join(distDir, FILE), file.contents);
}

/** A worker speaks for pages at and below its own address, so it is asked for at the root. */
export const WORKER_REWRITES = [{ source: '/sw.js', destination: `/_next/${FILE}` }];

/** Asked for anew each time: a new build is a new worker. */
export const WORKER_HEADERS = [{ source: '/sw.js', headers: [{ key: 'Cache-Control', value: 'no-cache' }] }];
