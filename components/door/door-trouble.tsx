import { CircleQuestionMark, Phone } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { contactLinks, phoneHref } from '@/components/ui/contact-links';
import { Disclosure, RowLink } from '@/components/ui/row';

type Support = { email: string; phone: string };

/** What is held up: a pass's number, or a booking's code with the time the desk has. */
export type Held = { kind: 'pass'; digits: number } | { kind: 'booking'; time: string };

/**
 * What to do when the desk says no, in the order in which things go wrong; readable without script and without a signal.
 * `held` is null while there is no code to show.
 */
export function DoorTrouble({
  held,
  support,
  brandName,
  nearby,
  turnedAway,
}: {
  held: Held | null;
  support: Support;
  brandName: string;
  /** Where else to go now. */
  nearby: ReactNode;
  /** The way to tell us. */
  turnedAway: ReactNode;
}) {
  const t = useTranslations('door');
  return (
    <Disclosure icon={CircleQuestionMark} title={t('title')}>
      {held && <WithCode held={held} />}
      <section>
        <h2 className="font-bold">{t('help.title')}</h2>
        <RowLink href={phoneHref(support.phone)} icon={Phone} hint={support.phone}>
          {t('help.call', { brand: brandName })}
        </RowLink>
        <p className="pt-2 text-15 text-ink-muted">{t.rich('help.write', { ...support, ...contactLinks(support) })}</p>
      </section>
      {nearby}
      <section className="grid gap-2.5 noscript:hidden">
        <h2 className="font-bold">{t('turnedAway.heading')}</h2>
        <p className="text-15 text-ink-muted">{t('turnedAway.intro', { brand: brandName })}</p>
        {turnedAway}
      </section>
    </Disclosure>
  );
}

function WithCode({ held }: { held: Held }) {
  const t = useTranslations('door');
  const say = held.kind === 'pass' ? t('say.pass') : t('say.booking', { time: held.time });
  const type = held.kind === 'pass' ? t('type.pass', { count: held.digits }) : t('type.booking');
  return (
    <>
      <section>
        <h2 className="font-bold">{t('scan.title')}</h2>
        <p className="text-15 text-ink-muted">{t('scan.text')}</p>
      </section>
      <section>
        <h2 className="font-bold">{t('say.title')}</h2>
        <p className="my-1 border-line border-s-4 ps-3">{say}</p>
        <p className="text-15 text-ink-muted">{t('say.system')}</p>
      </section>
      <section>
        <h2 className="font-bold">{t('type.title')}</h2>
        <p className="text-15 text-ink-muted">{type}</p>
      </section>
    </>
  );
}
