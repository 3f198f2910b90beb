import { COLOUR_ROLES } from './colour-roles';
import type { Brand } from './schema';

/**
 * The brand's colours as CSS variables, light by default and dark where the system asks for it. What stands `on-paper`,
 * around a code for a scanner, stays light.
 */
export function themeCss(brand: Pick<Brand, 'id' | 'theme'>): string {
  const { light, dark } = brand.theme;
  const selector = `[data-brand="${brand.id}"]`;
  return [
    `${selector}{color-scheme:light dark;${declarations(light)}}`,
    `@media (prefers-color-scheme:dark){${selector}{${declarations(dark)}}`,
    `${selector} .on-paper{color-scheme:light;${declarations(light)}}}`,
  ].join('');
}

function declarations(palette: Brand['theme']['light']): string {
  return COLOUR_ROLES.map((role) => `--${role}:${palette[role]}`).join(';');
}
