import { expect, it, vi } from 'vitest';
import { publicMetadata } from './public-metadata';

const env = vi.hoisted(() => ({ isSandbox: false, appUrl: 'http://localhost:3000' }));
vi.mock('@/lib/env', () => ({ env: () => env }));

const BRAND = { name: 'Meridian Bank', hosts: ['lounges.bank.example'] };
const PAGE = { path: '/hubs/MAN', title: 'Manchester', description: 'Six places', image: null };

it('lets a page be found where it is worth it, and never one of the sandbox', () => {
  expect(publicMetadata(BRAND, PAGE).robots).toEqual({ index: true });
  expect(publicMetadata(BRAND, { ...PAGE, isWorthFinding: false }).robots).toEqual({ index: false });
  env.isSandbox = true;
  expect(publicMetadata(BRAND, PAGE).robots).toEqual({ index: false });
  env.isSandbox = false;
});

it('names the brand’s own address, and shows a picture large where there is one', () => {
  const image = 'https://image.dragonpass.com/man.jpg';
  const { alternates, openGraph, twitter } = publicMetadata(BRAND, { ...PAGE, image });
  expect(alternates?.canonical).toBe('https://lounges.bank.example/hubs/MAN');
  expect(openGraph).toMatchObject({ siteName: 'Meridian Bank', images: [image] });
  expect(twitter).toMatchObject({ card: 'summary_large_image' });
});
