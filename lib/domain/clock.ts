/** Milliseconds since the epoch. Everything that asks for the time takes one, so that a test can fix it. */
export type Clock = () => number;
