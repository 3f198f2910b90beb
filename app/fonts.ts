import localFont from 'next/font/local';

/**
 * Atkinson Hyperlegible Next (SIL Open Font License 1.1), made for legibility: the letters most texts need, preloaded. Where
 * it is late, a first visit is shown in the system's face instead of changing under the reader's eyes.
 */
export const latin = localFont({
  src: '../node_modules/@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2',
  weight: '200 800',
  display: 'optional',
  variable: '--font-latin',
});

/** Letters such as Ł and Ő, fetched only by a page that shows one. Stands first in the font list, limited to its range. */
export const latinExtended = localFont({
  src: '../node_modules/@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-ext-wght-normal.woff2',
  weight: '200 800',
  display: 'swap',
  variable: '--font-latin-ext',
  preload: false,
  adjustFontFallback: false,
  declarations: [
    {
      prop: 'unicode-range',
      value: 'U+0100-0130, U+0132-0151, U+0154-02BA, U+1E00-1E9F, U+1EF2-1EFF, U+20A0-20AB, U+20AD-20C0, U+A720-A7FF',
    },
  ],
});
