/** The picture an installed app wears, drawn to the edges of its square: devices cut their own shape out of it. */
export const ICON_SOURCE = 'icon.svg';

/**
 * What `npm run icons` renders from it. `any` has its corners rounded and is shown as it is; the others fill their square,
 * with what matters inside the inner 80 %, as the device rounds them.
 */
export const ICONS = [
  { file: 'icon-180.png', size: 180, purpose: 'apple' },
  { file: 'icon-192.png', size: 192, purpose: 'any' },
  { file: 'icon-512.png', size: 512, purpose: 'any' },
  { file: 'icon-maskable-512.png', size: 512, purpose: 'maskable' },
] as const;
