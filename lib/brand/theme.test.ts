import { expect, it } from 'vitest';
import { COLOUR_ROLES } from './colour-roles';
import { loadBrands } from './registry';
import { themeCss } from './theme';

it('gives every role a value in light and in dark, for this brand only', () => {
  for (const brand of loadBrands('lib/brand/brands')) {
    const css = themeCss(brand);
    const [light = '', dark = ''] = css.split('@media (prefers-color-scheme:dark)');
    for (const role of COLOUR_ROLES) {
      expect(light).toContain(`--${role}:${brand.theme.light[role]}`);
      expect(dark).toContain(`--${role}:${brand.theme.dark[role]}`);
    }
    expect(css).toContain(`[data-brand="${brand.id}"]`);
  }
});

it('holds nothing that could end the style element it is written into', () => {
  for (const brand of loadBrands('lib/brand/brands')) expect(themeCss(brand)).not.toContain('<');
});
