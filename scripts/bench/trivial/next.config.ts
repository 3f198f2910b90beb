import path from 'node:path';
import type { NextConfig } from 'next';

/** Built and started from the top of the project, whose packages it uses. Renders as the product does, and nothing else. */
const root = path.resolve('.');

const nextConfig: NextConfig = {
  cacheComponents: true,
  partialPrefetching: true,
  agentRules: false,
  poweredByHeader: false,
  outputFileTracingRoot: root,
  turbopack: { root },
};

export default nextConfig;
