import 'server-only';
import { Temporal } from 'temporal-polyfill';

/** Before it, zones had offsets with seconds, which some calendars cannot read. */
const EPOCH_MS = 0;
const SINCE_EVER = '19700101T000000';

/**
 * The `VTIMEZONE` of a zone (RFC 5545, 3.6.5) for what lies between two instants: the rule in force at `fromMs`, every
 * change up to `untilMs`, and the one after, as single changes. Read from the same zone data as the booking's own instant,
 * so that the two cannot disagree, also where a zone changes its rules from year to year.
 */
export function timeZoneBlock(timeZone: string, fromMs: number, untilMs: number): string {
  const parts = [ruleAt(timeZone, fromMs)];
  let next = zoned(timeZone, fromMs).getTimeZoneTransition('next');
  while (next) {
    parts.push(change(next));
    if (next.epochMilliseconds > untilMs) break;
    next = next.getTimeZoneTransition('next');
  }
  return ['BEGIN:VTIMEZONE', `TZID:${timeZone}`, ...parts.flat(), 'END:VTIMEZONE'].join('\r\n');
}

/** What holds at an instant, since the change that brought it; for ever where there was none. */
function ruleAt(timeZone: string, ms: number): string[] {
  // One that falls on the instant itself holds already.
  const last = zoned(timeZone, ms + 1).getTimeZoneTransition('previous');
  if (last && last.epochMilliseconds > EPOCH_MS) return change(last);
  const { offset } = zoned(timeZone, ms);
  return observance('STANDARD', SINCE_EVER, offset, offset);
}

function change(to: Temporal.ZonedDateTime): string[] {
  const before = to.subtract({ nanoseconds: 1 });
  const kind = to.offsetNanoseconds > before.offsetNanoseconds ? 'DAYLIGHT' : 'STANDARD';
  // A change is written as the clock stood that it ended.
  const onset = to.toInstant().toZonedDateTimeISO(before.offset).toPlainDateTime();
  return observance(kind, onset.toString({ smallestUnit: 'second' }).replaceAll(/[-:]/g, ''), before.offset, to.offset);
}

function observance(kind: 'STANDARD' | 'DAYLIGHT', onset: string, from: string, to: string): string[] {
  return [
    `BEGIN:${kind}`,
    `DTSTART:${onset}`,
    `TZOFFSETFROM:${from.replaceAll(':', '')}`,
    `TZOFFSETTO:${to.replaceAll(':', '')}`,
    `END:${kind}`,
  ];
}

function zoned(timeZone: string, ms: number): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(timeZone);
}
