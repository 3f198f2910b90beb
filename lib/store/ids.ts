import 'server-only';
import { randomInt } from 'node:crypto';

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const LENGTH = 22;

/** A new id that nobody can guess (131 bits): `ps` a pass, `bk` a booking, `hd` a hold, `rf` a refusal, `ev` an event. */
export function newId(prefix: 'ps' | 'bk' | 'hd' | 'rf' | 'ev'): string {
  const text = Array.from({ length: LENGTH }, () => ALPHABET.charAt(randomInt(ALPHABET.length))).join('');
  return `${prefix}_${text}`;
}
