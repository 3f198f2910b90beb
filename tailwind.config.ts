import type { Config } from 'tailwindcss';
import { COLOUR_ROLES } from './lib/brand/colour-roles';

const roles = Object.fromEntries(COLOUR_ROLES.map((role) => [role, `var(--${role})`]));

const rem = (pixels: number) => `${pixels / 16}rem`;

/** Sizes are in rem, so that people's own text size counts. The number is the size in pixels at the usual 16. */
const type = (pixels: number, lineHeight: number, letterSpacing = '0em'): [string, Record<string, string>] => [
  rem(pixels),
  { lineHeight: String(lineHeight), letterSpacing },
];

export default {
  content: [],
  theme: {
    screens: { sm: rem(480), md: rem(680), lg: rem(900), xl: rem(1120) },
    colors: {
      ...roles,
      transparent: 'transparent',
      current: 'currentColor',
      inherit: 'inherit',
      // The pass panel stays white and black in every theme: a scanner reads it.
      paper: '#ffffff',
      print: '#000000',
    },
    fontSize: {
      13: type(13, 1.4),
      15: type(15, 1.42),
      17: type(17, 1.45),
      20: type(20, 1.3, '-0.01em'),
      26: type(26, 1.18, '-0.02em'),
      34: type(34, 1.1, '-0.025em'),
      56: type(56, 1, '-0.025em'),
    },
    fontWeight: { normal: '400', medium: '500', semibold: '650', bold: '750', black: '800' },
    fontFamily: { sans: 'var(--font-sans)', mono: 'ui-monospace, monospace' },
    borderRadius: { none: '0', chip: '0.5rem', control: '0.75rem', card: '1rem', panel: '1.375rem', full: '999px' },
    boxShadow: { none: 'none', card: '0 10px 30px rgb(0 0 0 / 0.1)' },
    extend: {
      maxWidth: { page: rem(1120), text: '68ch', form: rem(480) },
      transitionDuration: { DEFAULT: '160ms' },
      transitionTimingFunction: { DEFAULT: 'ease-out' },
    },
  },
} satisfies Config;
