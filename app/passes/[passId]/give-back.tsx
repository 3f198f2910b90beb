import { getMessages, getTranslations } from 'next-intl/server';
import { CancelPass } from '@/components/passes/cancel-pass';
import { canCancelPass } from '@/components/passes/pass-face';
import { NotLoaded } from '@/components/ui/not-loaded';
import type { PassDto } from '@/lib/contract/passes';

/** Offered only while nothing of the pass is used or booked; otherwise it would be refused. */
export async function GiveBack({ pass }: { pass: PassDto }) {
  if (!canCancelPass(pass)) return null;
  const [t, common, messages] = await Promise.all([
    getTranslations('passes.cancel'),
    getTranslations('common'),
    getMessages(),
  ]);
  const { fields: _fields, ...errors } = messages.errors;
  const words = {
    open: t('open'),
    title: t('title'),
    text: t('text'),
    final: t('final'),
    confirm: t('confirm'),
    keep: t('keep'),
    busy: t('busy'),
    close: t('close'),
    reference: common.raw('reference'),
    errors,
  };
  return <CancelPass passId={pass.passId} words={words} notLoaded={<NotLoaded {...errors.offline} />} />;
}
