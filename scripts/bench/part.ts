import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type Browser, chromium } from '@playwright/test';
import type { Process } from '../../e2e/fixtures/processes';
import { type App, type AppOptions, startApp } from '../../e2e/fixtures/server';
import { ensureChromium } from '../browser';
import { ensureProductionBuild } from '../production-build';

/** A table to print, and what it was made of. */
export type Section = { title: string; head: string[]; rows: string[][]; data: unknown };

/** One question the benchmark answers. `name` is what `npm run bench -- <name>` runs alone. */
export type Part = { name: string; run(bench: Bench): Promise<Section[]> };

/** What parts share. Each thing is made when a part first asks for it. */
export type Bench = {
  /** The production build, started once for all parts; with options another one, which the part stops itself. */
  app(options?: AppOptions): Promise<App>;
  browser(): Promise<Browser>;
  /** For files nobody needs afterwards. */
  folder: string;
  /** Ended, the last one first, when everything is over. */
  running: Process[];
  close(): Promise<void>;
};

export function createBench(): Bench {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'layover-bench-'));
  const running: Process[] = [];
  let app: Promise<App> | undefined;
  let browser: Promise<Browser> | undefined;
  return {
    app: (options) => {
      if (options) return startBuilt(options);
      app ??= startBuilt();
      return app;
    },
    browser: () => {
      browser ??= chromium.launch({ executablePath: ensureChromium() });
      return browser;
    },
    folder,
    running,
    async close() {
      for (const one of running.reverse()) await one.stop();
      await (await app)?.stop();
      await (await browser)?.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function startBuilt(options?: AppOptions): Promise<App> {
  ensureProductionBuild();
  return startApp(options);
}
