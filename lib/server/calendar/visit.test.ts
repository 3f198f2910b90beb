import { describe, expect, it } from 'vitest';
import { brands } from '@/lib/brand/registry';
import type { BookingDto } from '@/lib/contract/bookings';
import { instantOf, isoInZone } from '@/lib/domain/place-time';
import { readCalendar } from '@/lib/testing/calendar-file';
import { visitCalendar } from './visit';

const NOW = Date.parse('2026-11-22T12:00:00Z');
const VOUCHER = '668800008888';

function bookingAt(at: string, timeZone: string, changes: Partial<BookingDto> = {}): BookingDto {
  return {
    bookingId: 'bk_0123456789abcdefgh',
    status: 'confirmed',
    isCancelling: false,
    refusal: null,
    passId: 'ps_0123456789abcdefgh',
    resourceId: 'N00001',
    resourceName: 'Escape Lounge',
    module: 1,
    hub: 'MAN',
    hubName: 'Manchester Airport',
    city: 'Manchester',
    terminal: 'Terminal 1',
    location: 'Airside, near gate A1',
    at,
    startsAt: isoInZone(instantOf(at, timeZone), timeZone),
    timeZone,
    party: { adults: 2, children: 1 },
    visitsUsed: 3,
    vouchers: [{ code: VOUCHER, kind: 'qr' }],
    holder: { firstName: 'Ada', lastName: 'Lovelace' },
    cancellation: { kind: 'free-until', until: '2026-11-24T10:30:00+00:00', allowed: 'allowed' },
    createdAt: '2026-11-22T11:00:00Z',
    cancelledAt: null,
    asOf: '2026-11-22T11:00:00Z',
    sequence: 0,
    flaggedAt: null,
    replaces: null,
    replacedBy: null,
    change: null,
    cancelFailedAt: null,
    ...changes,
  };
}

function fileOf(booking: BookingDto): string {
  const brand = brands().find(({ id }) => id === 'layover');
  const file = brand && visitCalendar(booking, brand, null, NOW);
  if (!file) throw new Error('no calendar file');
  return file;
}

describe('the moment of a visit', () => {
  it.each([
    ['2026-07-01T10:30', 'Europe/London'],
    ['2027-03-28T01:30', 'Europe/London'],
    ['2026-10-25T02:00', 'Europe/London'],
    ['2027-03-14T02:30', 'America/New_York'],
    ['2026-12-24T23:30', 'Asia/Bangkok'],
    ['2026-12-24T05:00', 'Asia/Kathmandu'],
    ['2026-12-24T05:00', 'UTC'],
  ])('is %s in %s for whoever reads the file', (at, timeZone) => {
    const booking = bookingAt(at, timeZone);
    expect(readCalendar(fileOf(booking)).event.start.toISOString()).toBe(new Date(booking.startsAt).toISOString());
  });

  it('stands on the place’s clock under the zone’s own name, and ends when the desk stops reading its code', () => {
    const file = fileOf(bookingAt('2026-11-26T23:00', 'Asia/Bangkok'));
    expect(file).toContain('DTSTART;TZID=Asia/Bangkok:20261126T230000\r\n');
    expect(file).toContain('DTEND;TZID=Asia/Bangkok:20261127T020000\r\n');
    expect(readCalendar(file).event.dtstamp.getTime()).toBe(NOW);
  });
});

describe('the text of a calendar entry', () => {
  const NAMES = [
    'Lounge; with, signs \\ and "quotes"',
    '北京首都国际机场国内贵宾休息室三号航站楼东侧二层靠近三十八号登机口旁边',
    'صالة كبار الشخصيات في مطار دبي الدولي مبنى المسافرين رقم ثلاثة',
    '👨‍👩‍👧‍👦'.repeat(30),
    `${'é'.repeat(80)}\u0301`,
    'First line\r\nBEGIN:VALARM\nEND:VEVENT',
  ];

  it.each(NAMES)('comes back as it was: %s', (resourceName) => {
    const { event, events } = readCalendar(fileOf(bookingAt('2026-11-25T10:30', 'Europe/London', { resourceName })));
    expect(event.summary).toBe(resourceName.replaceAll('\r', ' ').trimEnd());
    expect(events).toHaveLength(1);
    expect(event).not.toHaveProperty('alarms');
  });

  it.each(NAMES)('is folded at 75 bytes, between whole characters, with every line ended: %s', (resourceName) => {
    const file = fileOf(bookingAt('2026-11-25T10:30', 'Europe/London', { resourceName }));
    expect(file.endsWith('END:VCALENDAR\r\n')).toBe(true);
    expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    for (const line of file.split('\r\n')) {
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      expect(line).not.toMatch(/\p{Surrogate}/u);
    }
  });

  it('holds no control characters, whatever a place calls itself', () => {
    const resourceName = 'A\u0000B\u0007C\u007fD\u0085E';
    expect(readCalendar(fileOf(bookingAt('2026-11-25T10:30', 'Europe/London', { resourceName }))).event.summary).toBe(
      'A B C D E',
    );
  });

  it('tells the place, the party and where the code is, and neither the code nor whose pass or name it is', () => {
    const file = fileOf(bookingAt('2026-11-25T10:30', 'Europe/London'));
    const { event } = readCalendar(file);
    expect(event.location).toBe('Escape Lounge, Manchester Airport, Terminal 1, Airside, near gate A1');
    expect(event.description).toContain('2 adults, 1 child');
    expect(event.description).toContain('from 09:30 GMT to 13:30 GMT');
    expect(event.url).toMatchObject({ val: 'http://localhost:3000/bookings/bk_0123456789abcdefgh' });
    const unfolded = file.replaceAll('\r\n ', '');
    for (const secret of [VOUCHER, 'Lovelace', 'Ada', 'ps_0123456789abcdefgh']) expect(unfolded).not.toContain(secret);
  });
});

describe('a change of the booking', () => {
  const cancelled = { status: 'cancelled' as const, vouchers: [], sequence: 2, cancelledAt: '2026-11-22T11:30:00Z' };

  it('keeps the entry’s UID and tells its sequence', () => {
    const before = readCalendar(fileOf(bookingAt('2026-11-25T10:30', 'Europe/London', { status: 'pending' })));
    const after = readCalendar(fileOf(bookingAt('2026-11-25T10:30', 'Europe/London', { sequence: 1 })));
    expect(after.event.uid).toBe(before.event.uid);
    expect([before, after].map(({ event }) => [event.sequence, event.status])).toEqual([
      [0, 'TENTATIVE'],
      [1, 'CONFIRMED'],
    ]);
    expect(after.method).toBe('PUBLISH');
  });

  it('takes the entry out again once the booking is cancelled', () => {
    const { method, event } = readCalendar(fileOf(bookingAt('2026-11-25T10:30', 'Europe/London', cancelled)));
    expect(method).toBe('CANCEL');
    expect(event).toMatchObject({ status: 'CANCELLED', sequence: 2, uid: 'bk_0123456789abcdefgh@layover' });
    expect(event.organizer).toMatchObject({ val: 'mailto:help@layover.example' });
  });

  it('takes out again what its place declined after a calendar may have had it', () => {
    const declined = { ...cancelled, status: 'refused' as const, sequence: 1 };
    const { method, event } = readCalendar(fileOf(bookingAt('2026-11-25T10:30', 'Europe/London', declined)));
    expect(method).toBe('CANCEL');
    expect(event).toMatchObject({ status: 'CANCELLED', sequence: 1 });
  });

  it.each(['checking', 'refused'] as const)('has nothing for a calendar while it is %s', (status) => {
    const [brand] = brands();
    expect(
      brand && visitCalendar(bookingAt('2026-11-25T10:30', 'Europe/London', { status }), brand, null, NOW),
    ).toBeNull();
  });
});
