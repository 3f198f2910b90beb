import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ICON_SOURCE, ICONS } from './icons';
import { iconUrl, webManifest } from './manifest';
import { loadBrands } from './registry';

const WORDS = { locale: 'en', direction: 'ltr', description: 'Lounges' } as const;
const shipped = loadBrands('lib/brand/brands');

describe('webManifest', () => {
  it.each(shipped)('of $id can be installed: name, colours, start, and icons of both sizes and kinds', (brand) => {
    const manifest = webManifest(brand, WORDS);
    expect(manifest).toMatchObject({ name: brand.name, start_url: '/start', scope: '/', display: 'standalone' });
    expect(manifest.background_color).toBe(brand.theme.light.surface);
    expect(manifest.short_name.length).toBeLessThanOrEqual(12);
    const kinds = manifest.icons.map(({ sizes, purpose }) => `${sizes} ${purpose}`);
    expect(kinds).toEqual(['192x192 any', '512x512 any', '512x512 maskable']);
    for (const { src } of manifest.icons) expect(src).toMatch(/^\/brand\/icon\/icon-[\w-]+\.png\?v=[0-9a-f]{12}$/);
  });

  it('shows the logo for a brand without icons', () => {
    const brand = { name: 'Harbour', theme: shipped[0]?.theme ?? expect.fail(), iconVersion: null, logoVersion: 'abc' };
    expect(webManifest(brand, WORDS).icons).toEqual([{ src: '/brand/logo?v=abc', sizes: 'any', purpose: 'any' }]);
    expect(iconUrl(brand, 'icon-180.png')).toBe('/brand/logo?v=abc');
  });

  it.each(shipped)('$id ships every icon that is made from its source', ({ folder }) => {
    for (const file of [ICON_SOURCE, ...ICONS.map((icon) => icon.file)]) {
      expect(existsSync(path.join(folder, file)), file).toBe(true);
    }
  });
});
