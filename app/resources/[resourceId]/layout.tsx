import type { ReactNode } from 'react';
import { resourceOf } from './resource-of';

type Props = { params: Promise<{ resourceId: string }>; children: ReactNode };

/** Asked above the skeleton, so that an unknown place answers 404 and not a page that then turns out to be empty. */
export default async function ResourceLayout({ params, children }: Props) {
  await resourceOf((await params).resourceId);
  return children;
}
