import { ICONS } from './icons';
import type { BrandWithFolder } from './registry';

/** Longer names are cut off under an icon. */
const SHORT_NAME = 12;

/** The pictures of the installed app, by their versioned addresses; the logo for a brand without icons. */
export function iconUrl(brand: Pick<BrandWithFolder, 'iconVersion' | 'logoVersion'>, file: string): string {
  return brand.iconVersion === null
    ? `/brand/logo?v=${brand.logoVersion}`
    : `/brand/icon/${file}?v=${brand.iconVersion}`;
}

/** The web app manifest of a brand (https://www.w3.org/TR/appmanifest/). It starts at the pass or at the next booking. */
export function webManifest(
  brand: Pick<BrandWithFolder, 'name' | 'theme' | 'iconVersion' | 'logoVersion'>,
  words: { locale: string; direction: 'ltr' | 'rtl'; description: string },
) {
  const icons = ICONS.filter(({ purpose }) => purpose !== 'apple').map(({ file, size, purpose }) => ({
    src: iconUrl(brand, file),
    sizes: `${size}x${size}`,
    type: 'image/png',
    purpose,
  }));
  return {
    id: '/',
    name: brand.name,
    short_name: brand.name.length <= SHORT_NAME ? brand.name : (brand.name.split(' ')[0] ?? brand.name),
    description: words.description,
    lang: words.locale,
    dir: words.direction,
    start_url: '/start',
    scope: '/',
    display: 'standalone',
    background_color: brand.theme.light.surface,
    theme_color: brand.theme.light.surface,
    icons: brand.iconVersion === null ? [{ src: iconUrl(brand, ''), sizes: 'any', purpose: 'any' }] : icons,
  };
}
