// Without the server marker: drizzle-kit reads this file outside of a server.
import { customType } from 'drizzle-orm/pg-core';

/** An instant: `timestamptz` in the table, an ISO string in UTC in the code, whatever text or Date a driver hands over. */
export const instant = customType<{ data: string; driverData: string | Date }>({
  dataType: () => 'timestamptz(3)',
  toDriver: (value) => value,
  fromDriver: (value) => new Date(value).toISOString(),
});
