/**
 * Hosts whose pictures our server makes smaller: the vendor's `image.dragonpass.com` [doc v2 338421m0], and others that may
 * stand under the same name [inferred]. Over https and on its usual port only: whatever this lets through, the server fetches
 * for anybody who asks.
 */
export const PICTURE_HOSTS = [{ protocol: 'https' as const, hostname: '*.dragonpass.com', port: '', pathname: '/**' }];

const PICTURE_HOST = /^([a-z0-9-]+\.)+dragonpass\.com$/;

/** Whether a picture may be asked of our optimiser, by the same rule as `PICTURE_HOSTS`. Others are shown as they are. */
export function isOptimisable(src: string): boolean {
  if (!URL.canParse(src)) return false;
  const { protocol, hostname, port } = new URL(src);
  return protocol === 'https:' && port === '' && PICTURE_HOST.test(hostname);
}

/** Widths in pixels that pictures are made in: cards on one and two device pixels, phones, wide windows. */
export const PICTURE_WIDTHS = { imageSizes: [256, 512], deviceSizes: [768, 1200, 1920] };
