import { getTranslations } from 'next-intl/server';
import { HubRow } from '@/components/hubs/hub-row';
import { OptionGroup, OptionItem } from '@/components/hubs/search-option';
import { ButtonLink } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { attempt } from '@/lib/server/attempt';
import type { Caller } from '@/lib/server/caller';
import { popularHubs } from '@/lib/server/hubs';

const SHOWN = 8;

/** Where many people fly from, for those who would rather tap than type. */
export async function Popular({ caller }: { caller: Caller }) {
  const [popular, t] = await Promise.all([attempt(caller, popularHubs(caller, SHOWN)), getTranslations('home')]);
  return (
    <section aria-labelledby="popular-title">
      <h2 id="popular-title" className="overline">
        {t('popular')}
      </h2>
      {popular.value ? (
        <OptionGroup
          name="popular"
          labelledBy="popular-title"
          className="mt-1 gap-x-12 group-has-[>:first-child:empty]:lg:grid group-has-[>:first-child:empty]:lg:grid-cols-2"
        >
          {popular.value.map((hub) => (
            <OptionItem key={hub.hub}>
              <HubRow hub={hub} end={t('places', { count: hub.resourceCount })} />
            </OptionItem>
          ))}
        </OptionGroup>
      ) : (
        <div className="mt-3">
          <PopularFailed requestId={popular.failure.requestId} />
        </div>
      )}
    </section>
  );
}

/** Nothing is popular while no place is known at all: search would find none either. */
async function PopularFailed({ requestId }: { requestId: string }) {
  const [t, common] = await Promise.all([getTranslations('home'), getTranslations('common')]);
  return (
    <Notice title={t('popularFailed')}>
      <p>{t('popularFailedText')}</p>
      <p className="tabular">{common('reference', { reference: requestId })}</p>
      <div className="mt-2">
        <ButtonLink href="/" prefetch={false} variant="secondary">
          {common('tryAgain')}
        </ButtonLink>
      </div>
    </Notice>
  );
}
