import 'server-only';

/** Starts what every request needs. */
export async function startRuntime(): Promise<void> {}
