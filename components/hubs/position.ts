export type Position = { latitude: number; longitude: number };

/** A phone indoors may never find itself; ten seconds is as long as anybody waits. */
const LIMIT_MS = 10_000;

/** Asks the browser where it is: the position, `refused` by the person or the browser, or `failed` to find out in time. */
export function askPosition(): Promise<Position | 'refused' | 'failed'> {
  const { geolocation } = navigator;
  if (!geolocation) return Promise.resolve('failed');
  return new Promise((resolve) => {
    // The browser's own limit does not run while it waits for permission, so that a question left open would hang.
    const timer = setTimeout(() => resolve('failed'), LIMIT_MS * 2);
    const settle = (result: Position | 'refused' | 'failed') => {
      clearTimeout(timer);
      resolve(result);
    };
    geolocation.getCurrentPosition(
      ({ coords }) => settle({ latitude: coords.latitude, longitude: coords.longitude }),
      (error) => settle(error.code === error.PERMISSION_DENIED ? 'refused' : 'failed'),
      { timeout: LIMIT_MS, maximumAge: 5 * 60_000 },
    );
  });
}
