import path from 'node:path';
import type { NextConfig } from 'next';

/**
 * Built and started from the top of the project, whose packages it uses, with the settings that decide how the product's
 * pages are rendered.
 */
const root = path.resolve('.');

const nextConfig: NextConfig = {
  cacheComponents: true,
  partialPrefetching: false,
  experimental: { cachedNavigations: false },
  htmlLimitedBots: /.*/,
  agentRules: false,
  poweredByHeader: false,
  outputFileTracingRoot: root,
  turbopack: { root },
};

export default nextConfig;
