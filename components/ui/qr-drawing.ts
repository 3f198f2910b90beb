import { QRCodeSVG } from 'qrcode.react';
import { Children, isValidElement, type ReactNode } from 'react';

/** Light modules on each side, which scanners need. */
const QUIET_MODULES = 4;
/**
 * Along a side, margin included: at 320 px its modules are about as fine as a scanner reads off a phone, and `qr.css` has a
 * width for each size up to it.
 */
export const MOST_MODULES = 65;
/** No symbol of that size holds more, and these are digits. */
const MOST_CHARACTERS = 364;
/** About 2 kB each; the one drawn longest ago goes first. */
const MOST_KEPT = 1000;

/** `modules` along a side, margin included; `path` draws the dark ones, one unit each. */
export type QrDrawing = { modules: number; path: string };

const kept = new Map<string, QrDrawing>();

/**
 * The symbol for exactly the given text: error correction level Q, margin of four; null for a text too long to be scanned.
 * Finding the best mask takes longer than the rest of a page, and a code hardly changes, so drawings are kept. Only while
 * React renders.
 */
export function qrDrawing(text: string): QrDrawing | null {
  if (text.length > MOST_CHARACTERS) return null;
  const drawing = kept.get(text) ?? draw(text);
  if (drawing.modules > MOST_MODULES) return null;
  kept.delete(text);
  kept.set(text, drawing);
  const oldest = kept.keys().next();
  if (kept.size > MOST_KEPT && !oldest.done) kept.delete(oldest.value);
  return drawing;
}

/** The library offers its drawing as a component only: what it would render is read instead of rendered. */
function draw(value: string): QrDrawing {
  const component: object = QRCodeSVG;
  const render = 'render' in component && typeof component.render === 'function' ? component.render : null;
  const props = { value, level: 'Q', boostLevel: false, marginSize: QUIET_MODULES, fgColor: '#000000' };
  const svg: unknown = render?.(props, null);
  if (isValidElement<{ viewBox?: string; children?: ReactNode }>(svg)) {
    const modules = Number(/^0 0 (\d+) \d+$/.exec(svg.props.viewBox ?? '')?.[1]);
    for (const child of Children.toArray(svg.props.children)) {
      if (!isValidElement<{ fill?: string; d?: string }>(child) || !modules) continue;
      if (child.props.fill === props.fgColor && child.props.d) return { modules, path: child.props.d };
    }
  }
  throw new Error('The QR library draws in another way than this file reads.');
}
