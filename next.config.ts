import path from 'node:path';
import type { NextConfig } from 'next';
import createNextIntlPlugin from 'next-intl/plugin';
import { PRIVATE_PAGE_HEADERS, STATIC_HEADERS } from './lib/security/headers';

const root = path.resolve('.');

/** Read by path at run time, so the tracer cannot see them. */
const RUNTIME_FILES = ['./lib/brand/brands/**', './lib/store/drizzle/**', './lib/**/data/**', './messages/**'];

const nextConfig: NextConfig = {
  cacheComponents: true,
  // Every page is made for its request, so there is no shared shell to prefetch; sending one would double a page's size.
  partialPrefetching: false,
  // Nobody gets a shell first: it would fix the status at 200 before a page knows whether there is such a thing.
  htmlLimitedBots: /.*/,
  agentRules: false,
  poweredByHeader: false,
  reactStrictMode: true,
  serverExternalPackages: ['@electric-sql/pglite', 'pg', 'pino'],
  outputFileTracingRoot: root,
  outputFileTracingIncludes: { '/**': RUNTIME_FILES },
  turbopack: { root },
  headers: async () => [
    { source: '/:path*', headers: STATIC_HEADERS },
    { source: '/passes/:path*', headers: PRIVATE_PAGE_HEADERS },
    { source: '/bookings/:path*', headers: PRIVATE_PAGE_HEADERS },
  ],
};

export default createNextIntlPlugin('./lib/i18n/request.ts')(nextConfig);
