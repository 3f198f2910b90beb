import type { Instrumentation } from 'next';

/** Runs once when the server starts: a configuration that cannot work stops it here, with a readable list. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { checkConfiguration } = await import('@/lib/server/check-configuration');
  checkConfiguration();
  const { startRuntime } = await import('@/lib/server/runtime');
  await startRuntime();
}

export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { logRequestError } = await import('@/lib/server/log');
  logRequestError(error, { method: request.method, route: context.routePath });
};
