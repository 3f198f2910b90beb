/** Room for digits, upper-case alphanumerics and bytes at error correction level Q, by version (ISO/IEC 18004, table 7). */
const CAPACITY_Q = [
  { digits: 27, alphanumerics: 16, bytes: 11 },
  { digits: 48, alphanumerics: 29, bytes: 20 },
  { digits: 77, alphanumerics: 47, bytes: 32 },
  { digits: 111, alphanumerics: 67, bytes: 46 },
  { digits: 144, alphanumerics: 87, bytes: 60 },
] as const;

/** Light modules on each side, which scanners need. */
export const QUIET_MODULES = 4;

/** Modules along a side, margin included, of the smallest level-Q symbol for the text; null beyond version 5. */
export function qrModules(text: string): number | null {
  const version = CAPACITY_Q.findIndex((room) => {
    if (/^\d+$/.test(text)) return text.length <= room.digits;
    if (/^[0-9A-Z $%*+\-./:]+$/.test(text)) return text.length <= room.alphanumerics;
    return new TextEncoder().encode(text).length <= room.bytes;
  });
  return version === -1 ? null : 21 + 4 * version + 2 * QUIET_MODULES;
}
