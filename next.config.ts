import { randomUUID } from 'node:crypto';
import path from 'node:path';
import type { NextConfig } from 'next';
import { PHASE_DEVELOPMENT_SERVER } from 'next/constants.js';
import createNextIntlPlugin from 'next-intl/plugin';
import { PRIVATE_PAGE_HEADERS, STATIC_HEADERS } from './lib/security/headers';
import { PICTURE_HOSTS, PICTURE_WIDTHS } from './lib/security/picture-hosts';
import { buildWorker, WORKER_HEADERS, WORKER_REWRITES } from './scripts/build-worker';
import { compressBuiltFiles, compressedHeaders, compressedRewrites } from './scripts/precompress';

const root = path.resolve('.');

/** Made once by the process that builds; the service worker carries it. */
const buildId = randomUUID();

/** Read by path at run time, so the tracer cannot see them. */
const RUNTIME_FILES = ['./lib/brand/brands/**', './lib/store/drizzle/**', './lib/**/data/**', './messages/**'];

/** Browsers ask for it before they have read which picture a page names. */
const FAVICON = { source: '/favicon.ico', destination: '/brand/logo' };

const nextConfig = (isDevelopment: boolean): NextConfig => ({
  cacheComponents: true,
  // Every page is made for its request, so there is no shared shell to prefetch; sending one would double a page's size.
  partialPrefetching: false,
  // For the same reason no part of a page is worth keeping apart for later, which would make each render more work.
  experimental: { cachedNavigations: false },
  // Nobody gets a shell first: it would fix the status at 200 before a page knows whether there is such a thing.
  htmlLimitedBots: /.*/,
  agentRules: false,
  poweredByHeader: false,
  reactStrictMode: true,
  images: {
    ...PICTURE_WIDTHS,
    remotePatterns: PICTURE_HOSTS,
    // Nothing of ours goes through the optimiser, which would ask it of ourselves; nor does anything a host redirects to.
    localPatterns: [],
    maximumRedirects: 0,
    qualities: [75],
    formats: ['image/webp'],
    minimumCacheTTL: 7 * 86_400,
    // Left to itself it takes half of the free disk, which the store needs, and anybody can ask for a picture in endless ways.
    maximumDiskCacheSize: 500_000_000,
    maximumResponseBody: 8 * 1024 * 1024,
  },
  serverExternalPackages: ['@electric-sql/pglite', 'passkit-generator', 'pg', 'pino'],
  outputFileTracingRoot: root,
  outputFileTracingIncludes: { '/**': RUNTIME_FILES },
  turbopack: { root },
  headers: async () => [
    { source: '/:path*', headers: STATIC_HEADERS },
    { source: '/passes/:path*', headers: PRIVATE_PAGE_HEADERS },
    { source: '/bookings/:path*', headers: PRIVATE_PAGE_HEADERS },
    ...(isDevelopment ? [] : [...compressedHeaders, ...WORKER_HEADERS]),
  ],
  rewrites: async () => ({
    beforeFiles: [FAVICON, ...(isDevelopment ? [] : [...compressedRewrites, ...WORKER_REWRITES])],
  }),
  generateBuildId: () => buildId,
  compiler: {
    runAfterProductionCompile: async ({ distDir }) => {
      await buildWorker(distDir, buildId);
      await compressBuiltFiles({ distDir });
    },
  },
});

const withWords = createNextIntlPlugin('./lib/i18n/request.ts');

export default function configOf(phase: string): NextConfig {
  return withWords(nextConfig(phase === PHASE_DEVELOPMENT_SERVER));
}
