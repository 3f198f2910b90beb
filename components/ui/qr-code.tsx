import { QRCodeSVG } from 'qrcode.react';
import { cx } from './cx';
import { QUIET_MODULES, qrModules } from './qr-size';

/**
 * The largest whole number of pixels a module can have in the width there is, up to 320 px: scanners read whole pixels
 * best. By modules along the side, for the sizes that codes at desks have.
 */
const WHOLE_PIXELS: Record<number, string> = {
  29: 'supports-[width:round(down,1px,1px)]:w-[min(319px,round(down,100%,29px))]',
  33: 'supports-[width:round(down,1px,1px)]:w-[min(297px,round(down,100%,33px))]',
  37: 'supports-[width:round(down,1px,1px)]:w-[min(296px,round(down,100%,37px))]',
  41: 'supports-[width:round(down,1px,1px)]:w-[min(287px,round(down,100%,41px))]',
  45: 'supports-[width:round(down,1px,1px)]:w-[min(315px,round(down,100%,45px))]',
};

/**
 * A QR code with exactly the given text and nothing else. Black on white with its quiet margin in every theme, in forced
 * colours and on paper; drawn on the server, so it needs no script.
 */
export function QrCode({ value, label }: { value: string; label: string }) {
  const modules = qrModules(value);
  return (
    <QRCodeSVG
      value={value}
      title={label}
      role="img"
      level="Q"
      boostLevel={false}
      marginSize={QUIET_MODULES}
      size={modules ? modules * Math.floor(320 / modules) : 320}
      fgColor="#000000"
      bgColor="#ffffff"
      shapeRendering="crispEdges"
      className={cx(
        'mx-auto block h-auto w-full min-w-[200px] max-w-[320px] forced-color-adjust-none',
        modules !== null && WHOLE_PIXELS[modules],
      )}
    />
  );
}
