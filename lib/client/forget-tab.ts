import { writeText } from './kept-values';
import { deviceStorage, ERASED_KEY, forgetWhere } from './tab-memory';

/** Leaves nothing behind for the next person at this screen, in this tab and on the device. */
export function forgetTab(): void {
  forgetWhere(() => true);
  const device = deviceStorage();
  if (device) writeText(device, ERASED_KEY, '1');
  device?.removeItem(ERASED_KEY);
}
