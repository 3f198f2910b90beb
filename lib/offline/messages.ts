import type { KeptPage } from '@/lib/domain/kept-page';

/** What a page tells the worker. Each is answered once it is done, when a port to answer on comes with it. */
export type DeviceMessage =
  | { type: 'keep'; owner: string; pages: KeptPage[] }
  | { type: 'forget' }
  /** Whether anything is to be kept for this traveller on this device. Ends when they sign out. */
  | { type: 'switch'; owner: string; isOn: boolean };
