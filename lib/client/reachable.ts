const TIMEOUT_MS = 5_000;

/** Whether our server answers now; false on a network that loses what is sent. Never throws. */
export async function isReachable(): Promise<boolean> {
  if (!navigator.onLine) return false;
  const asked = fetch('/api/health/live', { cache: 'no-store', signal: AbortSignal.timeout(TIMEOUT_MS) });
  return asked.then(
    (answer) => answer.ok,
    () => false,
  );
}
