/** What the vendor charges for one adult and one child. The rates are exact decimal texts, as it wrote them. */
export type Price = { currency: string; adultRate: string; childRate: string };
