import { describe, expect, it } from 'vitest';
import { checkContrast, contrastRatio } from './contrast';
import { loadBrands } from './registry';

const [brand] = loadBrands('lib/brand/brands');
if (!brand) throw new Error('No brand ships.');
const { theme } = brand;

describe('contrastRatio', () => {
  it.each([
    ['#000000', '#ffffff', 21],
    ['#ffffff', '#ffffff', 1],
    ['#777777', '#ffffff', 4.48],
    ['#767676', '#ffffff', 4.54],
  ])('%s on %s is %d:1, as WCAG computes it', (one, other, expected) => {
    expect(contrastRatio(one, other)).toBeCloseTo(expected, 2);
    expect(contrastRatio(other, one)).toBeCloseTo(expected, 2);
  });
});

describe('checkContrast', () => {
  it('finds nothing wrong with any brand that ships, light or dark', () => {
    for (const shipped of loadBrands('lib/brand/brands')) expect(checkContrast(shipped.theme)).toEqual([]);
  });

  it.each([
    ['ink-muted', 'surface', { 'ink-muted': '#8a97a3' }],
    ['on-accent', 'accent', { 'on-accent': '#ffffff' }],
    ['accent', 'brand', { accent: '#16314f', 'on-accent': '#ffffff' }],
    ['warning', 'warning-soft', { warning: '#c98500' }],
    ['critical', 'critical-soft', { 'critical-soft': '#a8231c' }],
  ] as const)('names %s on %s when people could not read it', (text, ground, change) => {
    const problems = checkContrast({ ...theme, light: { ...theme.light, ...change } });
    expect(problems).toEqual(expect.arrayContaining([expect.stringContaining(`light: ${text} `)]));
    expect(problems.some((problem) => problem.includes(` on ${ground} `))).toBe(true);
  });

  it('judges the dark theme by itself', () => {
    const problems = checkContrast({ ...theme, dark: { ...theme.dark, ink: '#333333' } });
    expect(problems.length).toBeGreaterThan(0);
    expect(problems.every((problem) => problem.startsWith('dark: ink '))).toBe(true);
  });
});
