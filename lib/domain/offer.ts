import type { Module } from './module';

/** Something a brand grants its customers: an E-pass of one module. */
export type Offer = {
  id: string;
  title: string;
  module: Module;
  visits: number;
  validDays: number;
  /** Empty: every place of the module. */
  resourceIds: string[];
  maxPerTraveller: number;
};
