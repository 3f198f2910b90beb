import { QRCodeSVG } from 'qrcode.react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { QUIET_MODULES, qrModules } from './qr-size';

const drawn = (value: string) => {
  const svg = renderToStaticMarkup(<QRCodeSVG value={value} level="Q" marginSize={QUIET_MODULES} boostLevel={false} />);
  return Number(/viewBox="0 0 (\d+) /.exec(svg)?.[1]);
};

describe('qrModules', () => {
  it.each([
    ['a pass number', '1788000066668888'],
    ['a voucher', '668800008888'],
    ['the longest digits of a version', '1'.repeat(27)],
    ['one digit more', '1'.repeat(28)],
    ['letters', 'LOUNGE-7788'],
    ['a dynamic code', 'dp1:6f1d9c0b7a5e4d3c2b1a'],
    ['bytes of other scripts', '龙腾出行贵宾厅'],
  ])('agrees with what is drawn for %s', (_what, value) => {
    expect(qrModules(value)).toBe(drawn(value));
  });

  it('gives no size for a text too long to be a code at a desk', () => {
    expect(qrModules('x'.repeat(100))).toBeNull();
  });
});
