/** Path parts of the modules; the first is [doc v1 338669m0], the others [3p]. */
export const MODULE_PATHS: readonly { readonly module: number; readonly path: string }[] = [
  { module: 1, path: 'lounges' },
  { module: 2, path: 'fastTrack' },
  { module: 3, path: 'setMeals' },
  { module: 4, path: 'coupons' },
];

/** Only these two take prebookings. */
export const PREBOOKING_PATHS = MODULE_PATHS.filter(({ module }) => module <= 2);
