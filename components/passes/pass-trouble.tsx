import { CircleQuestionMark } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { contactLinks } from '@/components/ui/contact-links';
import { Disclosure } from '@/components/ui/row';

const POINTS = ['scan', 'tell', 'full'] as const;

/** What to do when the desk says no: in the order in which things go wrong. `nearHref` leads to other places. */
export function PassTrouble({ support, nearHref }: { support: { email: string; phone: string }; nearHref: string }) {
  const t = useTranslations('passes.trouble');
  return (
    <Disclosure icon={CircleQuestionMark} title={t('title')}>
      {POINTS.map((key) => (
        <div key={key}>
          <h3 className="font-bold">{t(`${key}.title`)}</h3>
          <p className="text-15 text-ink-muted">{t(`${key}.text`)}</p>
          {key === 'full' && (
            <Link
              href={nearHref}
              className="inline-flex min-h-11 items-center font-bold text-15 underline underline-offset-4"
            >
              {t('full.action')}
            </Link>
          )}
        </div>
      ))}
      <div>
        <h3 className="font-bold">{t('help.title')}</h3>
        <p className="text-15 text-ink-muted">{t.rich('help.text', { ...support, ...contactLinks(support) })}</p>
      </div>
    </Disclosure>
  );
}
