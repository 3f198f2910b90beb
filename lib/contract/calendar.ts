import { z } from 'zod';

/** A calendar file (`text/calendar`). */
export const calendarFileSchema = z.instanceof(Uint8Array);
