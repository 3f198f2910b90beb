import type { ServerResponse } from 'node:http';
import type { World } from '../world';
import { drawHub, drawPlace } from './scenes';

const IMAGE_PATH = /^\/images\/([ANCR]\d{5})\.svg$/;

/** Pictures of hubs and places, drawn on the spot; the same id and view give the same bytes. */
export async function handleImage(world: World, response: ServerResponse, url: URL): Promise<void> {
  const id = IMAGE_PATH.exec(url.pathname)?.[1];
  const view = /^[1-9]$/.test(url.searchParams.get('view') ?? '') ? Number(url.searchParams.get('view')) : 1;
  const hub = id ? world.catalog.hubById.get(id) : undefined;
  const resource = id ? world.catalog.resourceById.get(id) : undefined;
  if (!hub && !resource) {
    response.writeHead(404, { 'Content-Type': 'text/plain' }).end('No such picture.');
    return;
  }
  const svg = hub ? drawHub(hub, view) : resource ? drawPlace(resource, view) : '';
  response.writeHead(200, {
    'Content-Type': 'image/svg+xml; charset=utf-8',
    'Content-Length': Buffer.byteLength(svg),
    'Cache-Control': 'public, max-age=86400',
    'Content-Security-Policy': "default-src 'none'",
    'X-Content-Type-Options': 'nosniff',
  });
  response.end(svg);
}
