import {
  Ban,
  CalendarCheck,
  CalendarClock,
  CircleCheck,
  Clock,
  Hourglass,
  type LucideIcon,
  MapPinOff,
  PauseCircle,
} from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Chip } from '@/components/ui/chip';
import type { Tone } from '@/components/ui/tones';
import type { PassFace } from './pass-face';

const LOOKS: Record<PassFace, { tone: Tone; icon: LucideIcon }> = {
  code: { tone: 'positive', icon: CircleCheck },
  'booking-only': { tone: 'positive', icon: CalendarCheck },
  booked: { tone: 'positive', icon: CalendarCheck },
  'not-here': { tone: 'warning', icon: MapPinOff },
  'not-yet-active': { tone: 'warning', icon: CalendarClock },
  'used-up': { tone: 'neutral', icon: CircleCheck },
  expired: { tone: 'neutral', icon: Clock },
  cancelled: { tone: 'neutral', icon: Ban },
  suspended: { tone: 'critical', icon: PauseCircle },
  pending: { tone: 'warning', icon: Hourglass },
};

export function PassStatusChip({ face }: { face: PassFace }) {
  const t = useTranslations('passes.status');
  const { tone, icon } = LOOKS[face];
  return (
    <Chip tone={tone} icon={icon}>
      {t(`${face === 'code' ? 'active' : face}.label`)}
    </Chip>
  );
}
