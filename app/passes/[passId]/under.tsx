import { getTranslations } from 'next-intl/server';
import type { PassFace } from '@/components/passes/pass-face';
import { PassCode } from '@/components/passes/pass-ticket';
import { PassTrouble } from '@/components/passes/pass-trouble';
import { FullScreen } from '@/components/ui/full-screen';
import type { PassDetail } from '@/lib/contract/passes';

/** What stands right under the ticket: the code over the whole screen, and help at the door. */
export async function Under({
  pass,
  face,
  support,
}: {
  pass: PassDetail;
  face: PassFace;
  support: { email: string; phone: string };
}) {
  const t = await getTranslations('passes');
  const [place] = pass.scope.resourceIds;
  return (
    <div>
      {face === 'code' && pass.code && (
        <FullScreen
          title={`${pass.holder.firstName} ${pass.holder.lastName}`}
          openLabel={t('fullScreen.open')}
          closeLabel={t('fullScreen.close')}
          hint={t('fullScreen.hint')}
        >
          <PassCode code={pass.code} />
        </FullScreen>
      )}
      <PassTrouble support={support} nearHref={place ? `/resources/${encodeURIComponent(place)}` : '/'} />
    </div>
  );
}
