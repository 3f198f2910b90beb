import 'server-only';
import { createHash, randomUUID } from 'node:crypto';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export function isUuid(text: string): boolean {
  return UUID.test(text);
}

/** The reference of a request: the caller's own when it is a UUID (any other text could carry personal data into logs). */
export function requestIdOf(headers: Headers): string {
  const given = headers.get('x-request-id');
  return given && isUuid(given) ? given.toLowerCase() : randomUUID();
}

/**
 * The id of one intention towards the vendor, the same in every repeat of it, also after a restart: a UUID made from its
 * name (RFC 9562, version 8).
 */
export function intentionId(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex');
  const variant = '89ab'[Number.parseInt(hex.slice(16, 17), 16) % 4];
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
