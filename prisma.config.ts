import { defineConfig } from 'prisma/config';

const url = process.env.DATABASE_URL;

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  // `generate` needs no database; `scripts/prisma.mjs` sets the address for the commands that do.
  ...(url === undefined ? {} : { datasource: { url } }),
});
