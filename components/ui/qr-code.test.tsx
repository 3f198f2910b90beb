import { readFileSync } from 'node:fs';
import jsqr from 'jsqr';
import { QRCodeSVG } from 'qrcode.react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { QrCode } from './qr-code';
import { MOST_MODULES } from './qr-drawing';

const PIXELS = 4;
const partOf = (svg: string, pattern: RegExp) => pattern.exec(svg)?.[1] ?? '';

/** The path's runs (`M x y h n v1H x z`), painted as a picture. */
function painted(svg: string) {
  const side = Number(partOf(svg, /viewBox="0 0 (\d+) /)) * PIXELS;
  const picture = new Uint8ClampedArray(side * side * 4).fill(255);
  for (const [, x, y, width] of partOf(svg, /fill="#000000" d="([^"]+)"/).matchAll(/M(\d+)[ ,](\d+) ?h(\d+)v1H\d+z/g)) {
    for (let row = Number(y) * PIXELS; row < (Number(y) + 1) * PIXELS; row++) {
      const from = row * side + Number(x) * PIXELS;
      for (let at = from; at < from + Number(width) * PIXELS; at++) picture.fill(0, at * 4, at * 4 + 3);
    }
  }
  return { side, picture };
}

describe('QrCode', () => {
  it.each([
    ['a pass number', '1788000066668888', 29],
    ['a voucher', '668800008888', 29],
    ['digits of the second size', '1'.repeat(28), 33],
    ['letters', 'LOUNGE-7788', 29],
    ['a dynamic code', 'dp1:6f1d9c0b7a5e4d3c2b1a', 37],
    ['a long dynamic code', 'dp1:6f1d9c0b7a5e4d3c2b1a.6f1d9c0b7a5e4d3c2b1a6f1d9c0b7a5e4d3c2b1a', 49],
  ])('reads as exactly %s, with a margin of four modules', (_what, value, modules) => {
    const svg = renderToStaticMarkup(<QrCode value={value} label="Code" instead={null} />);
    expect(partOf(svg, /viewBox="0 0 (\d+) /)).toBe(String(modules));
    const { side, picture } = painted(svg);
    expect(jsqr(picture, side, side, { inversionAttempts: 'dontInvert' })?.data).toBe(value);
    const margin = picture.subarray(0, 4 * PIXELS * side * 4);
    expect(margin.every((value) => value === 255)).toBe(true);
  });

  it('is at level Q: what the library draws at that level, word for word, also when drawn before', () => {
    const value = '1788000066668888';
    const own = renderToStaticMarkup(
      <QRCodeSVG value={value} level="Q" marginSize={4} boostLevel={false} fgColor="#000000" />,
    );
    const path = /fill="#000000" d="([^"]+)"/;
    for (let time = 0; time < 2; time++) {
      const svg = renderToStaticMarkup(<QrCode value={value} label="Code" instead={null} />);
      expect(partOf(svg, path)).toBe(partOf(own, path));
    }
  });

  it('says what it is to those who cannot see it, without the code', () => {
    const svg = renderToStaticMarkup(<QrCode value="668800008888" label="QR code of your pass" instead={null} />);
    expect(svg).toContain('<title>QR code of your pass</title>');
    expect(svg).not.toContain('668800008888');
  });

  it.each([
    ['digits', 364, '7'],
    ['letters', 151, 'a'],
    ['Chinese', 50, '证'],
  ])('holds %s up to the largest size a scanner reads, and one more is told as text', (_what, most, letter) => {
    const texts = [most, most + 1, most * 100].map((length) => letter.repeat(length));
    const drawn = texts.map((value) => renderToStaticMarkup(<QrCode value={value} label="Code" instead="Type it" />));
    expect(drawn[0]).toContain(`data-modules="${MOST_MODULES}"`);
    expect(drawn.slice(1)).toEqual(['Type it', 'Type it']);
  });

  it('has a width in the style sheet for each size that is drawn', () => {
    const css = readFileSync(new URL('../../app/qr.css', import.meta.url), 'utf8');
    const widths = [...css.matchAll(/--qr-modules: (\d+)/g)].map(([, count]) => Number(count));
    const drawn = Array.from({ length: 364 }, (_, at) => {
      const svg = renderToStaticMarkup(<QrCode value={'7'.repeat(at + 1)} label="Code" instead={null} />);
      return Number(partOf(svg, /data-modules="(\d+)"/));
    });
    expect([...new Set(drawn)]).toEqual(widths);
  });
});
