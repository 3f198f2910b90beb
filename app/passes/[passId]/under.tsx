import { Maximize, Printer } from 'lucide-react';
import { cookies } from 'next/headers';
import { getTranslations } from 'next-intl/server';
import { Door } from '@/app/_page/door';
import { Wallets } from '@/app/_page/wallets';
import { RECENT_COOKIE, readRecent } from '@/components/hubs/recent-cookie';
import { PassCode, WhileValid } from '@/components/passes/pass-ticket';
import { FullScreen } from '@/components/ui/full-screen';
import { PrintButton } from '@/components/ui/print-button';
import { RowInside } from '@/components/ui/row';
import type { PassDetail } from '@/lib/contract/passes';
import type { ResourceDto } from '@/lib/contract/resources';
import type { Caller } from '@/lib/server/caller';
import type { Whereabouts } from '@/lib/server/next-best';
import { findResource } from '@/lib/server/resources';

type Props = {
  caller: Caller;
  pass: PassDetail;
  place: ResourceDto | null;
  isWalletLater: boolean;
  nowMs: number;
};

/** What stands right under the ticket: the code over the whole screen, and help at the door. */
export async function Under({ caller, pass, place, isWalletLater, nowMs }: Props) {
  const t = await getTranslations('passes');
  const { passId, module, scope, code } = pass;
  const isShown = pass.blockedBy === null && code !== null;
  return (
    <div>
      {isShown && (
        <FullScreen
          title={`${pass.holder.firstName} ${pass.holder.lastName}`}
          opener={<RowInside icon={Maximize}>{t('fullScreen.open')}</RowInside>}
          closeLabel={t('fullScreen.close')}
          hint={t('fullScreen.hint')}
        >
          <WhileValid pass={pass} nowMs={nowMs} after={<p>{t('fullScreen.ended')}</p>}>
            <PassCode code={code} />
          </WhileValid>
        </FullScreen>
      )}
      <Door
        caller={caller}
        pass={{ passId, module, resourceIds: scope.resourceIds }}
        held={isShown ? { kind: 'pass', digits: code.length } : null}
        from={await whereabouts(caller, pass, place)}
        nowMs={nowMs}
      />
      {isShown && <Wallets path={`/api/passes/${passId}`} isLater={isWalletLater} />}
      {isShown && (
        <PrintButton>
          <Printer aria-hidden size={22} strokeWidth={1.75} />
          {t('panel.print')}
        </PrintButton>
      )}
    </div>
  );
}

/** Where the traveller is, as far as this device and the pass tell: the place asked about, the hub last looked at, or the only place of the pass. */
async function whereabouts(caller: Caller, pass: PassDetail, place: ResourceDto | null): Promise<Whereabouts | null> {
  if (place) return { hub: place.hub, place };
  const [recent] = readRecent((await cookies()).get(RECENT_COOKIE)?.value);
  if (recent) return { hub: recent, place: null };
  const [only, ...others] = pass.scope.resourceIds;
  if (only === undefined || others.length > 0) return null;
  const found = await findResource(caller, only);
  return found && { hub: found.hub, place: found };
}
