import { Clock, DoorOpen, type LucideIcon } from 'lucide-react';
import { Chip } from '@/components/ui/chip';
import type { Tone } from '@/components/ui/tones';
import type { OpeningChip } from '@/lib/format/opening';

const ICONS: Record<OpeningChip['tone'], LucideIcon> = { positive: DoorOpen, warning: Clock, neutral: Clock };

/** Open or not, by icon, word and colour. */
export function OpeningLabel({ chip, text }: { chip: OpeningChip; text: string }) {
  const tone: Tone = chip.tone;
  return (
    <Chip tone={tone} icon={ICONS[chip.tone]}>
      <span className="tabular">{text}</span>
    </Chip>
  );
}
