import { describe, expect, it } from 'vitest';
import { fold, isBlank, readingsOf, withJoined } from './fold';

describe('texts as search compares them', () => {
  it.each([
    ['Zürich', 'zurich'],
    ['Zu\u0308rich', 'zurich'],
    ['São Paulo', 'sao paulo'],
    ['Łódź', 'lodz'],
    ['Straße', 'strasse'],
    ['İstanbul', 'istanbul'],
    ['Diyarbakır', 'diyarbakir'],
    ['Đà Nẵng', 'da nang'],
    ["Xi'an", 'xian'],
    ['Dallas/Fort-Worth', 'dallas fort worth'],
    ['ＬＨＲ', 'lhr'],
    ['ЙОШКАР-ОЛА', 'иошкар ола'],
    ['Θεσσαλονίκη', 'θεσσαλονικη'],
    ['أبو ظبي', 'ابو ظبي'],
    ['القاهرة', 'القاهره'],
    ['דֻּבַּאי', 'דבאי'],
    ['ハネダ', 'はねだ'],
    ['ﾊﾈﾀﾞ', 'はねだ'],
    ['ガ', 'が'],
    ['กรุงเทพ', 'กรุงเทพ'],
    ['मुंबई', 'मुंबई'],
    ['서울', '서울'],
    ['\u202blondon\u202c', 'london'],
    ['✈️ london', 'london'],
    ['🛫', ''],
  ])('takes %s for %s', (text, folded) => {
    expect(fold(text)).toBe(folded);
    expect(fold(fold(text))).toBe(folded);
  });

  it.each([
    ['zuerich', 'zurich'],
    ['heathrow airport', 'heathrow'],
    ['flughafen muenchen', 'munchen'],
    ['羽田空港', '羽田'],
    ['北京首都国际机场', '北京首都'],
    ['인천국제공항', '인천'],
    ['st louis', 'saint louis'],
    ['saint pancras', 'st pancras'],
  ])('reads %s as typed, and also as %s', (typed, reading) => {
    const readings = readingsOf(typed);
    expect(readings[0]).toBe(typed);
    expect(readings).toContain(reading);
  });

  it('leaves what says nothing but airport as it is', () => {
    expect(readingsOf('airport')).toEqual(['airport']);
    expect(readingsOf('空港')).toEqual(['空港']);
  });

  it('joins the words of a name', () => {
    expect(withJoined('new york')).toEqual(['new york', 'newyork']);
    expect(withJoined('rome')).toEqual(['rome']);
  });

  it('sees nothing in what nobody can see', () => {
    expect(['', ' \t', '\u200f', '\u00ad '].every(isBlank)).toBe(true);
    expect(isBlank('🛫')).toBe(false);
  });
});
