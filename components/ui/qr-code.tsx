import type { ReactNode } from 'react';
import { qrDrawing } from './qr-drawing';

/**
 * A QR code with exactly the given text and nothing else. Black on white with its quiet margin in every theme, in forced
 * colours and on paper; drawn on the server, so it needs no script. The `qr` class gives each module a whole number of the
 * screen's pixels, which scanners read best. `instead` takes its place for a text too long to be scanned off a phone.
 */
export function QrCode({ value, label, instead }: { value: string; label: string; instead: ReactNode }) {
  const drawing = qrDrawing(value);
  if (!drawing) return instead;
  const { modules, path } = drawing;
  return (
    <svg
      role="img"
      viewBox={`0 0 ${modules} ${modules}`}
      width={320}
      height={320}
      shapeRendering="crispEdges"
      data-modules={modules}
      className="qr"
    >
      <title>{label}</title>
      <path fill="#ffffff" d={`M0 0h${modules}v${modules}H0z`} />
      <path fill="#000000" d={path} />
    </svg>
  );
}
