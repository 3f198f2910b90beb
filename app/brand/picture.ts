import { readFile } from 'node:fs/promises';
import path from 'node:path';

const TYPES: Record<string, string> = { '.svg': 'image/svg+xml', '.png': 'image/png', '.webp': 'image/webp' };

/** An address that carries the version may be kept for ever, any other for a day. */
const LIVES = { versioned: 'public, max-age=31536000, immutable', plain: 'public, max-age=86400' };

/** A picture of the brand's folder. */
export async function brandPicture(folder: string, name: string, isVersioned = true): Promise<Response> {
  const file = await readFile(path.join(/* turbopackIgnore: true */ folder, name));
  return new Response(new Uint8Array(file), {
    headers: {
      'Content-Type': TYPES[path.extname(name).toLowerCase()] ?? 'application/octet-stream',
      'Cache-Control': isVersioned ? LIVES.versioned : LIVES.plain,
      // Opened on its own, a picture runs nothing and loads nothing.
      'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    },
  });
}
