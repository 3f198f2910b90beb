import { describe, expect, it } from 'vitest';
import { comingExceptions, hoursOn, weekdayName, weekLines, weekTable } from './week';

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];

describe('the week of a place', () => {
  it('has seven days, and an empty one is closed', () => {
    const week = weekTable([{ days: [5, 6, 7], opens: '08:00', closes: '20:00' }]);
    expect(week).toHaveLength(7);
    expect(week[0]).toEqual({ day: 1, allDay: false, spans: [] });
    expect(week[4]?.spans).toEqual([{ opens: '08:00', closes: '20:00', closesNextDay: false }]);
  });

  it.each(['24:00', '00:00'])('reads 00:00 to %s as all day', (closes) => {
    expect(weekTable([{ days: EVERY_DAY, opens: '00:00', closes }])[6]).toEqual({ day: 7, allDay: true, spans: [] });
  });

  it('marks a closing after midnight, but not one at midnight', () => {
    const [night] = weekTable([{ days: EVERY_DAY, opens: '20:00', closes: '04:00' }]);
    const [evening] = weekTable([{ days: EVERY_DAY, opens: '06:00', closes: '24:00' }]);
    expect(night?.spans[0]).toEqual({ opens: '20:00', closes: '04:00', closesNextDay: true });
    expect(evening?.spans[0]).toEqual({ opens: '06:00', closes: '00:00', closesNextDay: false });
  });

  it('orders two stretches of a day', () => {
    const [monday] = weekTable([
      { days: [1], opens: '15:00', closes: '22:30' },
      { days: [1], opens: '06:00', closes: '11:00' },
    ]);
    expect(monday?.spans.map((span) => span.opens)).toEqual(['06:00', '15:00']);
  });

  it('joins days in a row with the same hours', () => {
    const lines = weekLines(
      weekTable([
        { days: [1, 2, 3, 4, 5], opens: '06:00', closes: '21:00' },
        { days: [6, 7], opens: '07:00', closes: '18:00' },
      ]),
    );
    expect(lines.map(({ from, to }) => [from, to])).toEqual([
      [1, 5],
      [6, 7],
    ]);
  });

  it('gives way to a date with hours of its own', () => {
    const hours = {
      rows: [{ days: EVERY_DAY, opens: '05:00', closes: '22:00' }],
      exceptions: [
        { on: '2026-12-25', spans: [] },
        {
          on: '2026-12-31',
          spans: [
            { opens: '20:00', closes: '02:00' },
            { opens: '06:00', closes: '11:00' },
          ],
        },
        { on: '2027-01-01', spans: [{ opens: '00:00', closes: '24:00' }] },
      ],
    };
    const usual = { opens: '05:00', closes: '22:00', closesNextDay: false };
    expect(hoursOn(hours, '2026-12-24')).toEqual({ allDay: false, spans: [usual], isException: false });
    expect(hoursOn(hours, '2026-12-25')).toEqual({ allDay: false, spans: [], isException: true });
    expect(hoursOn(hours, '2026-12-31').spans).toEqual([
      { opens: '06:00', closes: '11:00', closesNextDay: false },
      { opens: '20:00', closes: '02:00', closesNextDay: true },
    ]);
    expect(hoursOn(hours, '2027-01-01')).toMatchObject({ allDay: true, isException: true });
    const coming = (today: string) => comingExceptions(hours.exceptions, today, 14).map(({ on }) => on);
    expect(coming('2026-12-10')).toEqual([]);
    expect(coming('2026-12-11')).toEqual(['2026-12-25']);
    expect(coming('2026-12-25')).toEqual(['2026-12-31', '2027-01-01']);
  });

  it('names the weekdays from Monday on', () => {
    expect(weekdayName(1, 'en', 'long')).toBe('Monday');
    expect(weekdayName(7, 'en', 'short')).toBe('Sun');
  });
});
