import path from 'node:path';
import { defineConfig } from 'vitest/config';

const root = import.meta.dirname ?? new URL('.', import.meta.url).pathname;

export default defineConfig({
  resolve: {
    alias: {
      '@': root,
      // Next replaces this marker at build time; under Vitest everything runs on the server.
      'server-only': path.join(root, 'lib/testing/server-only.ts'),
    },
  },
  test: {
    include: [
      'lib/**/*.test.{ts,tsx}',
      'app/**/*.test.{ts,tsx}',
      'components/**/*.test.{ts,tsx}',
      'scripts/**/*.test.ts',
    ],
    environment: 'node',
    testTimeout: 20_000,
    hookTimeout: 60_000,
    // What a test waits for comes at once, but on a busy machine "at once" may be seconds.
    expect: { poll: { timeout: 10_000 } },
    // Two zones apart from the machine's own: a rule that reads the local zone by accident shows itself.
    env: {
      TZ: 'Pacific/Auckland',
      // So that no test writes a generated secret, or log lines, beside its results.
      SESSION_SECRET: 'a-secret-for-tests-and-nothing-else',
      LOG_LEVEL: 'silent',
    },
  },
});
