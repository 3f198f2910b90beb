import { CircleQuestionMark } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { contactLinks } from '@/components/ui/contact-links';
import { Disclosure } from '@/components/ui/row';

/** What to do when the desk says no. `time` is the booked time, as the desk has it. */
export function BookingTrouble({ support, time }: { support: { email: string; phone: string }; time: string }) {
  const t = useTranslations('bookings.trouble');
  return (
    <Disclosure icon={CircleQuestionMark} title={t('title')}>
      {(['scan', 'tell'] as const).map((key) => (
        <div key={key}>
          <h3 className="font-bold">{t(`${key}.title`)}</h3>
          <p className="text-15 text-ink-muted">{t(`${key}.text`, { time })}</p>
        </div>
      ))}
      <div>
        <h3 className="font-bold">{t('help.title')}</h3>
        <p className="text-15 text-ink-muted">{t.rich('help.text', { ...support, ...contactLinks(support) })}</p>
      </div>
    </Disclosure>
  );
}
