import 'server-only';
import { env } from '@/lib/env';

type HeaderReader = { get(name: string): string | null };

const LOOPBACK = /^(localhost|[a-z0-9-]+\.localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i;

/**
 * Whether the traveller's browser speaks https with us, as the edge reports it. Away from loopback it must, so there a
 * missing report counts as https: a cookie is never handed out in the clear. Only the sandbox may be shown around on plain
 * http, for instance to a phone in the same room.
 */
export function isHttpsRequest(headers: HeaderReader): boolean {
  if (headers.get('x-forwarded-proto')?.split(',')[0]?.trim() === 'https') return true;
  return !LOOPBACK.test(headers.get('host') ?? '') && !env().isSandbox;
}
