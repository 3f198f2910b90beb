import { expect, it } from 'vitest';
import { chooseLocale, textDirection } from './locale';

it.each([
  ['the traveller’s own language', ['en-GB', 'de'], ['en']],
  ['the browser’s list', [null, 'de-DE,de;q=0.9,en;q=0.8'], ['en', 'de']],
  ['a language that has no words yet', ['ja', null], ['en', 'ja']],
  ['nonsense', [';;;,q=', '*'], ['en']],
  ['a brand that speaks only languages without words yet', ['fr'], ['fr']],
])('%s leads to words that ship', (_, wishes, brandLocales) => {
  expect(chooseLocale(wishes, brandLocales)).toBe('en');
});

it('writes Arabic and Hebrew from right to left', () => {
  expect(['ar', 'he-IL', 'en', 'zh-Hant'].map(textDirection)).toEqual(['rtl', 'rtl', 'ltr', 'ltr']);
});
