/** A moment by this device's clock; with its day unless that is today. */
export function keptTime(keptAt: string, nowMs: number, language: string): string {
  const at = new Date(keptAt);
  const isToday = at.toDateString() === new Date(nowMs).toDateString();
  const day = isToday ? {} : ({ weekday: 'short', day: 'numeric', month: 'short' } as const);
  return new Intl.DateTimeFormat(language, { ...day, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at);
}
