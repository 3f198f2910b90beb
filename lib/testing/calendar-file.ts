import nodeIcal, { type VEvent } from 'node-ical';

/** A calendar file as another program reads it, one that has nothing to do with what wrote it. */
export function readCalendar(file: string): { method: string | undefined; event: VEvent; events: VEvent[] } {
  const { vcalendar, ...parts } = nodeIcal.sync.parseICS(file);
  const events = Object.values(parts).filter((part): part is VEvent => part?.type === 'VEVENT');
  const [event] = events;
  if (!event) throw new Error('The file holds no event.');
  return { method: vcalendar?.method, event, events };
}
