import type { ReactNode } from 'react';
import { passOf } from './pass-of';

type Props = { params: Promise<{ passId: string }>; children: ReactNode };

/** Asked above the skeleton, so that an unknown pass answers 404. */
export default async function PassLayout({ params, children }: Props) {
  await passOf((await params).passId);
  return children;
}
