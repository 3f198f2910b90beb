import { describe, expect, it } from 'vitest';
import { distance } from './distance';
import { pluralForms, pluralText } from './plural';

describe('counted texts', () => {
  it('takes the form of the number and writes the number by language', () => {
    const forms = pluralForms((count) => (count === 1 ? '1 place' : `${count.toLocaleString('en')} places`), 'en');
    expect(forms).toEqual({ one: '# place', other: '# places' });
    expect(pluralText(forms, 1, 'en')).toBe('1 place');
    expect(pluralText(forms, 0, 'en')).toBe('0 places');
    expect(pluralText(forms, 1234, 'en')).toBe('1,234 places');
  });

  it.each(['en', 'de', 'pl', 'cs', 'ar'])('knows every form of %s that a count can need', (locale) => {
    const forms = pluralForms((count) => `${count}`, locale);
    const rules = new Intl.PluralRules(locale);
    for (let count = 0; count <= 1000; count += 1) expect(forms[rules.select(count)]).toBeDefined();
  });
});

describe('distances', () => {
  it('are whole from ten kilometres', () => {
    expect(distance(34.4, 'en')).toBe('34 km');
    expect(distance(1.42, 'en')).toBe('1.4 km');
  });
});

it('does not take the words for zero for those of many', () => {
  const forms = pluralForms((count) => (count === 0 ? 'Nothing' : `${count} places`), 'en');
  expect(pluralText(forms, 5, 'en')).toBe('5 places');
});
