/** Colour by role. The `on-` roles are text on the role they name; the `-soft` ones are quiet grounds for a state. */
export const COLOUR_ROLES = [
  'surface',
  'surface-raised',
  'ink',
  'ink-muted',
  'line',
  'brand',
  'on-brand',
  'accent',
  'on-accent',
  'positive',
  'positive-soft',
  'warning',
  'warning-soft',
  'critical',
  'critical-soft',
] as const;
export type ColourRole = (typeof COLOUR_ROLES)[number];
