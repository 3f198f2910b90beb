/** The wallet that the device of this `User-Agent` has comes first; the other may be on a watch or another phone. */
export function walletOrder(userAgent: string | null) {
  const isApple = /iPhone|iPad|iPod|Macintosh/.test(userAgent ?? '');
  return isApple ? (['apple', 'google'] as const) : (['google', 'apple'] as const);
}
