import { describe, expect, it } from 'vitest';
import { NO_ENTRY_RULES } from '@/lib/domain/entry-rules';
import { entryRulesOf } from './entry-rules';

const HOUR = 60;

describe('children', () => {
  it.each([
    'Children 0-1 years admitted free',
    'Infants under 2 are free.',
    'Children under 12 must be accompanied by an adult.',
    'Kids up to 5 yrs. of age enter free of charge',
    'Under 18s must be supervised at all times.',
    'Children are not admitted without an adult.',
    'Adults only after 20:00.',
    'No children under 12.',
    'All children count as one guest.',
  ])('keeps the sentence “%s” as it is', (words) => {
    expect(entryRulesOf(words)).toEqual({ ...NO_ENTRY_RULES, children: [words] });
  });

  it.each([
    'No children’s menu.',
    "There is no kids' corner.",
    'Baby changing facilities are not available.',
    'Children’s play area on the upper floor.',
    'Alcohol is not served to minors or persons under 18.',
    'High chairs can be had at the desk.',
    'Minor works are under way at the entrance.',
  ])('makes no rule of “%s”', (words) => {
    expect(entryRulesOf(words).children).toEqual([]);
    expect(entryRulesOf(words).adultsOnly).toBeNull();
  });

  it.each([
    'Adults only.',
    'Strictly no children.',
    'Children under 18 are not admitted.',
    'This lounge is adults only.',
    'Minimum age for entry: 18 years',
    'Entry is for guests aged 18 and over only.',
  ])('are kept out by “%s”', (words) => {
    expect(entryRulesOf(words)).toMatchObject({ adultsOnly: words, children: [] });
  });

  it.each([
    'Adults only after 20:00.',
    'The bar area is adults only.',
    'Alcoholic drinks are for adults only.',
    'No children under 12.',
    'Children are not admitted without an adult.',
    'No children are turned away.',
  ])('are not kept out by “%s”', (words) => {
    expect(entryRulesOf(words).adultsOnly).toBeNull();
  });
});

describe('dress', () => {
  it.each([
    'Dress code: smart casual',
    'No sportswear',
    'Smart casual dress is required at all times.',
    'Flip-flops, vests and caps are not allowed.',
    'There is no dress code.',
  ])('keeps the sentence “%s”', (words) => {
    expect(entryRulesOf(words).dress).toEqual([words]);
  });

  it.each([
    'Our address is Terminal 2.',
    'A shoe shine is offered in the mornings.',
    'Clothes are pressed in 20 minutes.',
    'Try the salad dressing.',
    'A short stay is best.',
  ])('makes no rule of “%s”', (words) => {
    expect(entryRulesOf(words).dress).toEqual([]);
  });
});

describe('travellers who have landed', () => {
  it.each<[string, 'allowed' | 'not-allowed' | 'unknown']>([
    ['Not accessible to arriving passengers', 'not-allowed'],
    ['Arrivals access permitted', 'allowed'],
    ['No entry on arrival.', 'not-allowed'],
    ['Access for arriving passengers is not permitted.', 'not-allowed'],
    ['The lounge may be used on departure and on arrival.', 'allowed'],
    ['Open to arriving passengers.', 'allowed'],
    ['Departing passengers only.', 'not-allowed'],
    ['Available to departing passengers only', 'not-allowed'],
    ['No access for passengers arriving without a ticket.', 'unknown'],
    ['Access for arriving passengers on domestic flights only.', 'unknown'],
    ['Arriving passengers are welcome if space allows.', 'unknown'],
  ])('“%s” is %s', (words, access) => {
    expect(entryRulesOf(words).arrivals).toEqual({ access, words });
  });

  it.each([
    'The lounge is in the arrivals hall, open daily.',
    'On arrival, show your pass at the desk.',
    'Please present your pass upon arrival at the lounge.',
    'Arrive at the lounge in good time.',
    'Book before your arrival; no changes are allowed.',
    'Arrivals hall, level 1.',
  ])('are not spoken of in “%s”', (words) => {
    expect(entryRulesOf(words).arrivals).toBeNull();
  });

  it('are told of in both sentences when these do not agree', () => {
    const arrivals = entryRulesOf('Arrivals access permitted. No entry on arrival.').arrivals;
    expect(arrivals).toEqual({ access: 'unknown', words: 'Arrivals access permitted. No entry on arrival.' });
  });
});

describe('the boarding pass', () => {
  it.each<[string, boolean]>([
    ['A same-day boarding card is needed.', true],
    ['Valid boarding pass for travel on the same day required.', true],
    ['Guests must show a boarding pass.', false],
  ])('is asked for by “%s”', (words, isSameDay) => {
    expect(entryRulesOf(words).boardingPass).toEqual({ isSameDay, words });
  });

  it.each(['No boarding pass needed.', 'Boarding passes can be printed at the desk.', 'Boarding is not announced.'])(
    'is not asked for by “%s”',
    (words) => {
      expect(entryRulesOf(words).boardingPass).toBeNull();
    },
  );
});

describe('a door that may stay shut', () => {
  it.each([
    'Walking in is not guaranteed when the lounge is full.',
    'Entry depends on space.',
    'Access is subject to space availability.',
    'Admission may be refused when the lounge is at capacity.',
    'Lounge seating is first come, first served.',
  ])('is told by “%s”', (words) => {
    expect(entryRulesOf(words).notGuaranteed).toBe(words);
  });

  it.each([
    'Showers are subject to availability.',
    'Entry with a prebooking is guaranteed; showers are not guaranteed.',
    'Wi-Fi access is not guaranteed.',
    'Guests may be refused alcohol.',
  ])('is not told by “%s”', (words) => {
    expect(entryRulesOf(words).notGuaranteed).toBeNull();
  });
});

describe('text as places write it', () => {
  it('is read by bullets, lines, semicolons and full stops, but not split at short forms', () => {
    const text = [
      '• Max. 3 hrs. stay',
      '- Children under 2 yrs. are free; smart casual (e.g. no sportswear)',
      '3) A same-day boarding card is needed',
      'Stay limit approx. Ask the staff, i.e. the desk.No entry on arrival.',
    ].join('\n');
    expect(entryRulesOf(text)).toEqual({
      ...NO_ENTRY_RULES,
      maxStay: { minutes: 3 * HOUR, words: 'Max. 3 hrs. stay' },
      children: ['Children under 2 yrs. are free'],
      dress: ['smart casual (e.g. no sportswear)'],
      boardingPass: { isSameDay: true, words: 'A same-day boarding card is needed' },
      arrivals: { access: 'not-allowed', words: 'No entry on arrival.' },
    });
  });

  it('ends a sentence at a short form that a new one follows', () => {
    const rules = entryRulesOf('Maximum stay 2 hrs. Children under 5 enter free. Smart casual.');
    expect(rules.maxStay?.words).toBe('Maximum stay 2 hrs.');
    expect(rules.children).toEqual(['Children under 5 enter free.']);
  });

  it.each([
    'Maximaler Aufenthalt 3 Stunden. Kinder unter 2 Jahren frei. Kein Zutritt bei Ankunft. Gepflegte Kleidung.',
    'Séjour limité à 3 heures. Les enfants de moins de 2 ans entrent gratuitement. Tenue correcte exigée.',
    'Estancia máxima de 3 horas. Niños menores de 2 años gratis. Sujeto a disponibilidad.',
    '最长停留3小时。两岁以下儿童免费。请着正装。',
    '最大滞在時間は3時間です。2歳未満は無料。',
    'Максимальное время пребывания 3 часа. Дети до 2 лет бесплатно.',
    'الحد الأقصى للإقامة 3 ساعات.',
    '',
    '3 hours',
    '…',
  ])('claims nothing from “%s”', (text) => {
    expect(entryRulesOf(text)).toEqual(NO_ENTRY_RULES);
  });

  it('claims nothing from a wall of text, and nothing without text', () => {
    expect(entryRulesOf(`Maximum stay 3 hours ${'and so on '.repeat(40)}`)).toEqual(NO_ENTRY_RULES);
    expect(entryRulesOf(null)).toEqual(NO_ENTRY_RULES);
  });

  it('is read in a moment, however it is written', () => {
    const hostile = [
      'max '.repeat(5000),
      '3 '.repeat(5000),
      'no '.repeat(3000),
      `${'a'.repeat(20_000)}.`,
      '. '.repeat(9000),
    ];
    // Of the processor, not of the clock, which measures what else the machine is doing.
    const before = process.cpuUsage();
    for (const text of hostile) entryRulesOf(text);
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(2000);
  });
});
