import { headers } from 'next/headers';
import type { ReactNode } from 'react';
import { SkeletonBoundary } from '@/components/ui/skeleton-boundary';
import { COPY_HEADER } from '@/lib/offline/headers';

/**
 * A skeleton for going from page to page. A first visit waits for the content instead and gets the page whole: in reading
 * order, with the right status, and without JavaScript, which a streamed page needs to put its content in place.
 */
export async function WholeFirst({ skeleton, children }: { skeleton: ReactNode; children: ReactNode }) {
  // Only a page already running fetches, or the device for a copy to keep; browsers too old to say how they ask get whole
  // pages throughout.
  const list = await headers();
  const isNavigation = list.get('sec-fetch-dest') === 'empty' && !list.has(COPY_HEADER);
  return <SkeletonBoundary skeleton={isNavigation ? skeleton : null}>{children}</SkeletonBoundary>;
}
