import { hasRemoteMatch } from 'next/dist/shared/lib/match-remote-pattern';
import { describe, expect, it } from 'vitest';
import { isOptimisable, PICTURE_HOSTS } from './picture-hosts';

const OURS = [
  'https://image.dragonpass.com/uploadFile/images/cover.png',
  'https://image.eu.dragonpass.com/a.jpg?x=1',
  'https://IMAGE.dragonpass.com/a.jpg',
];
const OTHERS = [
  'http://image.dragonpass.com/a.png',
  'https://image.dragonpass.com:8443/a.png',
  'https://dragonpass.com.evil.example/a.png',
  'https://evil.example/image.dragonpass.com/a.png',
  'https://image.dragonpass.com@evil.example/a.png',
  'https://evildragonpass.com/a.png',
  'https://169.254.169.254/latest/meta-data',
  'http://127.0.0.1:3000/api/health/live',
];

describe('which pictures our server fetches', () => {
  it.each(OURS)('%s, as one of the vendor’s', (src) => {
    expect(isOptimisable(src)).toBe(true);
    expect(hasRemoteMatch([], PICTURE_HOSTS, new URL(src))).toBe(true);
  });

  it.each(OTHERS)('not %s, and pages do not ask for it', (src) => {
    expect(isOptimisable(src)).toBe(false);
    expect(hasRemoteMatch([], PICTURE_HOSTS, new URL(src))).toBe(false);
  });

  it('none of our own addresses', () => {
    expect(isOptimisable('/api/images/N00001.svg')).toBe(false);
    expect(isOptimisable('//image.dragonpass.com/a.png')).toBe(false);
  });
});
