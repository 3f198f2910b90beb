/**
 * Where fingers type, a keyboard covers the lower half of the screen: the field goes to the top, so that hits show between
 * the two. Only after the tap is over: what lies under the finger must not change before.
 */
export function makeRoomForHits(field: HTMLElement): void {
  if (!window.matchMedia('(pointer: coarse)').matches) return;
  requestAnimationFrame(() => field.scrollIntoView({ block: 'start', behavior: 'instant' }));
}
