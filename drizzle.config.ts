import { defineConfig } from 'drizzle-kit';

export default defineConfig({
  dialect: 'postgresql',
  schema: ['./lib/store/schema.ts', './lib/store/schema-catalogue.ts', './lib/store/schema-wallets.ts'],
  out: './lib/store/drizzle',
});
