import { z } from 'zod';
import { MODULES } from '@/lib/domain/module';
import type { Offer } from '@/lib/domain/offer';
import { COLOUR_ROLES, type ColourRole } from './colour-roles';

const colourSchema = z.string().regex(/^#[0-9a-fA-F]{6}$/, 'must be a colour like #0c2440');

const paletteSchema = z.object(
  Object.fromEntries(COLOUR_ROLES.map((role) => [role, colourSchema])) as Record<ColourRole, typeof colourSchema>,
);

const offerSchema = z.object({
  id: z.string().min(1).max(100),
  title: z.string().min(1),
  module: z.union(MODULES.map((module) => z.literal(module))),
  visits: z.int().min(1).max(99),
  validDays: z.int().min(1).max(3650),
  resourceIds: z.array(z.string()).default([]),
  maxPerTraveller: z.int().min(1).default(1),
}) satisfies z.ZodType<Offer>;

/** Keys fetched in the clear could be anybody's; a server on this machine is the exception, for trying things out. */
function isPrivateEnough({ protocol, hostname }: URL): boolean {
  return protocol === 'https:' || ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
}

const launchSchema = z
  .object({
    issuer: z.string().min(1),
    audience: z.string().min(1),
    jwks: z.object({ keys: z.array(z.record(z.string(), z.unknown())).min(1) }).optional(),
    jwksUrl: z
      .url({ protocol: /^https?$/ })
      .refine((url) => isPrivateEnough(new URL(url)), 'must be https')
      .optional(),
  })
  .refine((launch) => (launch.jwks === undefined) !== (launch.jwksUrl === undefined), {
    message: 'needs either jwks or jwksUrl',
  });

const envPrefixSchema = z.string().regex(/^[A-Z][A-Z0-9_]*$/, 'must be a prefix like AURORA_WALLET');

/** The wallet's official button, an SVG in the brand's folder; words stand in where there is none. */
const badgeSchema = z.string().regex(/\.svg$/, 'must be an SVG file');

/** Ids only: the keys stand in variables under `keysEnvPrefix` (see lib/brand/wallet-keys.ts), never in this file. */
const walletSchema = z.object({
  apple: z
    .object({
      passTypeIdentifier: z.string().regex(/^pass\.[A-Za-z0-9.-]+$/, 'must be like pass.com.example.lounge'),
      teamIdentifier: z.string().regex(/^[A-Z0-9]{10}$/, 'must be ten capitals and digits'),
      keysEnvPrefix: envPrefixSchema,
      /** PNG files in the brand's folder; scaled down by the phone. */
      icon: z.string().endsWith('.png').default('icon-180.png'),
      logo: z.string().endsWith('.png').optional(),
      badge: badgeSchema.optional(),
    })
    .optional(),
  google: z
    .object({
      issuerId: z.string().regex(/^\d{6,25}$/, 'must be digits'),
      keysEnvPrefix: envPrefixSchema,
      badge: badgeSchema.optional(),
    })
    .optional(),
});

/** `brand.json` of one brand: all that makes it different. A new brand is this file and its assets, no code. */
export const brandSchema = z.object({
  id: z.string().regex(/^[a-z0-9-]{1,40}$/),
  name: z.string().min(1).max(60),
  /** Host names it is served under, without scheme; with a port only where it is not the scheme's own. */
  hosts: z.array(z.string().min(1)).min(1),
  locales: z.array(z.string().min(2)).min(1).default(['en']),
  support: z.object({ email: z.email(), phone: z.string().min(1), url: z.url() }),
  theme: z.object({ light: paletteSchema, dark: paletteSchema }),
  /** File in the brand's folder. */
  logo: z.string().min(1),
  /** The network's mark, as SVG, black on white: what a desk looks for on a pass. Its name stands in where there is none. */
  mark: z
    .string()
    .regex(/\.svg$/, 'must be an SVG file')
    .optional(),
  modules: z.array(z.union(MODULES.map((module) => z.literal(module)))).min(1),
  offers: z.array(offerSchema).default([]),
  signIn: z.object({ demo: z.boolean().default(false), launch: launchSchema.optional() }),
  dragonpass: z
    .object({
      programId: z.string().min(1),
      credentialsEnvPrefix: envPrefixSchema.optional(),
    })
    .optional(),
  wallet: walletSchema.optional(),
});

export type Brand = z.infer<typeof brandSchema>;
