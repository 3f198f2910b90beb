import type { ReactNode } from 'react';
import { hubOf } from './hub-of';

/** Asked above the skeleton, so that an unknown hub answers 404 and not a page that then turns out to be empty. */
export default async function HubLayout({
  params,
  children,
}: {
  params: Promise<{ hub: string }>;
  children: ReactNode;
}) {
  await hubOf((await params).hub);
  return children;
}
