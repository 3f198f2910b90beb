import {
  Accessibility,
  AirVent,
  Baby,
  Check,
  Cookie,
  CupSoda,
  Laptop,
  type LucideIcon,
  Moon,
  Newspaper,
  Plug,
  ShowerHead,
  Tv,
  Utensils,
  Wifi,
  Wine,
} from 'lucide-react';
import { facilityName } from './facility-name';

/** What is told apart by a drawing; the word always stands beside it, and anything else gets a tick. */
const ICONS: [RegExp, LucideIcon][] = [
  [/wi-?fi|internet/i, Wifi],
  [/alcohol|wine|bar\b/i, Wine],
  [/drink|coffee|tea\b/i, CupSoda],
  [/snack/i, Cookie],
  [/food|meal|buffet/i, Utensils],
  [/shower/i, ShowerHead],
  [/power|socket|charg/i, Plug],
  [/quiet|nap|sleep/i, Moon],
  [/family|child|baby/i, Baby],
  [/desk|work|business/i, Laptop],
  [/news|magazine/i, Newspaper],
  [/access|step-free|wheelchair/i, Accessibility],
  [/air condition/i, AirVent],
  [/\btv\b|television/i, Tv],
];

export function Facilities({ facilities }: { facilities: string[] }) {
  return (
    <ul className="grid grid-cols-[repeat(auto-fill,minmax(min(10rem,100%),1fr))] gap-x-4 gap-y-2.5">
      {facilities.map((facility) => {
        const Icon = ICONS.find(([pattern]) => pattern.test(facility))?.[1] ?? Check;
        return (
          <li key={facility} className="flex items-start gap-2.5">
            <Icon aria-hidden size={20} strokeWidth={1.75} className="mt-0.5 shrink-0 text-ink-muted" />
            <span className="min-w-0">{facilityName(facility)}</span>
          </li>
        );
      })}
    </ul>
  );
}
