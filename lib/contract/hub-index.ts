/**
 * `GET /api/hubs/index`: all hubs of the brand as lib/search/compact.ts packs them, for search in the browser. Public, with
 * an `ETag`. The body itself is gzip, because the framework takes `Content-Encoding` off a handler's answer: the browser
 * unpacks it.
 */
export const HUB_INDEX_PATH = '/api/hubs/index';

export const HUB_INDEX_TYPE = 'application/gzip';
