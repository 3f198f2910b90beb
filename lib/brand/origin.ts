import { env } from '@/lib/env';
import type { Brand } from './schema';

/**
 * The origin under which everybody finds a brand: its first public host over https, or `APP_URL` where that names one of its
 * hosts, or where it has loopback hosts only. Never what a request says of itself, which anybody may make up.
 */
export function originOf(brand: Pick<Brand, 'hosts'>, appUrl: string = env().appUrl): string {
  const configured = new URL(appUrl);
  if (brand.hosts.some((host) => host === configured.host || host === configured.hostname)) return configured.origin;
  const host = brand.hosts.find((one) => !isLoopback(one));
  if (host) return `https://${host}`;
  const local = brand.hosts[0] ?? configured.hostname;
  const port = configured.port === '' ? '' : `:${configured.port}`;
  return `${configured.protocol}//${/:\d+$/.test(local) ? local : local + port}`;
}

function isLoopback(host: string): boolean {
  return /^((.+\.)?localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i.test(host);
}
