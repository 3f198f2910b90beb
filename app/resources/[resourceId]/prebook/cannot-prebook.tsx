import { CalendarOff, Ticket } from 'lucide-react';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { PageShell } from '@/components/ui/page-shell';
import type { PrebookAnswer } from './setup';

type Cannot = Exclude<PrebookAnswer, { kind: 'ready' | 'failed' }>;
type Place = { resourceId: string; name: string; walkIn: boolean };
type Way = { href: string; text: string };

/** Why nothing can be booked here now, and what can be done. */
export async function CannotPrebook({ bar, answer, place }: { bar: ReactNode; answer: Cannot; place: Place }) {
  const { title, text, ways } = await wordsOf(answer, place);
  const needsPass = answer.kind === 'noPass' || answer.kind === 'usedUp' || answer.kind === 'noneForBoth';
  return (
    <PageShell bar={bar} width="text">
      <EmptyState
        icon={needsPass ? Ticket : CalendarOff}
        title={title}
        action={
          <div className="grid justify-items-center gap-2.5">
            {ways.map(({ href, text: label }, index) => (
              <ButtonLink key={href} href={href} variant={index === 0 ? 'primary' : 'secondary'}>
                {label}
              </ButtonLink>
            ))}
          </div>
        }
      >
        <p>{text}</p>
      </EmptyState>
    </PageShell>
  );
}

async function wordsOf(answer: Cannot, place: Place): Promise<{ title: string; text: string; ways: Way[] }> {
  const t = await getTranslations('prebook');
  const { name, resourceId } = place;
  const newPass = `/passes/new?for=${encodeURIComponent(resourceId)}`;
  const about = `/resources/${encodeURIComponent(resourceId)}`;
  switch (answer.kind) {
    case 'noPass':
    case 'usedUp':
      return {
        title: t(`${answer.kind}.title`),
        text: t(`${answer.kind}.text`, { place: name }),
        // The last visit may have gone into a booking whose answer was lost.
        ways: [
          { href: newPass, text: t(`${answer.kind}.action`) },
          ...(answer.kind === 'usedUp' ? [{ href: '/bookings', text: t('failed.bookings') }] : []),
        ],
      };
    case 'notPossible':
      return {
        title: t('notPossible.title'),
        text: t(`notPossible.${place.walkIn ? 'walkIn' : 'neither'}`, { place: name }),
        ways: [{ href: about, text: t('notPossible.action') }],
      };
    case 'noDays':
      return {
        title: t('noDays.title'),
        text: t('noDays.text', { place: name }),
        ways: [{ href: about, text: t('noDays.action') }],
      };
    case 'noChange':
      return {
        title: t('noChange.title'),
        text: t(`noChange.${answer.why}`),
        ways: [{ href: `/bookings/${answer.old.bookingId}`, text: t('noChange.action') }],
      };
    case 'noneForBoth':
      return {
        title: t('noneForBoth.title'),
        text: t('noneForBoth.text'),
        ways: [
          { href: newPass, text: t('noneForBoth.action') },
          { href: `/bookings/${answer.old.bookingId}`, text: t('noneForBoth.cancel') },
        ],
      };
  }
}
