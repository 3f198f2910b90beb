import type { Metadata } from 'next';
import { originOf } from '@/lib/brand/origin';
import type { Brand } from '@/lib/brand/schema';
import { env } from '@/lib/env';

type Shared = {
  /** Without a query: the same page with filters is not another page. */
  path: string;
  title: string;
  description: string;
  /** A whole address; null where there is no picture to show. */
  image: string | null;
  /** False for a page with nothing on it worth finding. */
  isWorthFinding?: boolean;
};

/** What a link to a page that everybody may see looks like elsewhere. Pages of the sandbox are never to be found. */
export function publicMetadata(
  brand: Pick<Brand, 'name' | 'hosts'>,
  { path, title, description, image, isWorthFinding = true }: Shared,
): Metadata {
  const url = new URL(path, originOf(brand)).href;
  return {
    title,
    description,
    alternates: { canonical: url },
    robots: { index: isWorthFinding && !env().isSandbox },
    openGraph: {
      type: 'website',
      url,
      title,
      description,
      siteName: brand.name,
      ...(image ? { images: [image] } : {}),
    },
    twitter: {
      card: image ? 'summary_large_image' : 'summary',
      title,
      description,
      ...(image ? { images: [image] } : {}),
    },
  };
}
