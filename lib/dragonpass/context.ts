import 'server-only';
import type { LogEvent, Notice } from './events';
import type { Transport } from './transport';
import type { VersionProfile } from './versions';

/** What every vendor area is made with. */
export type Context = { call: Transport; profile: VersionProfile; log: LogEvent; notice: Notice };
