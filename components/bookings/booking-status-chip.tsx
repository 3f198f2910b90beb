import { Ban, CircleCheck, CircleX, Clock, Hourglass, type LucideIcon, RefreshCw } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Chip } from '@/components/ui/chip';
import type { Tone } from '@/components/ui/tones';
import type { BookingFace } from './booking-groups';

const LOOKS: Record<BookingFace, { tone: Tone; icon: LucideIcon }> = {
  confirmed: { tone: 'positive', icon: CircleCheck },
  pending: { tone: 'warning', icon: Hourglass },
  checking: { tone: 'warning', icon: RefreshCw },
  cancelling: { tone: 'warning', icon: RefreshCw },
  refused: { tone: 'critical', icon: CircleX },
  cancelled: { tone: 'neutral', icon: Ban },
  used: { tone: 'neutral', icon: CircleCheck },
  past: { tone: 'neutral', icon: Clock },
};

export function BookingStatusChip({ face }: { face: BookingFace }) {
  const t = useTranslations('bookings.status');
  const { tone, icon } = LOOKS[face];
  return (
    <Chip tone={tone} icon={icon}>
      {t(face)}
    </Chip>
  );
}
