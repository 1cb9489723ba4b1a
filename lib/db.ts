import 'server-only';
import { PrismaPg } from '@prisma/adapter-pg';
import { env } from './env';
import { PrismaClient } from './generated/prisma/client';
import type { Prisma } from './generated/prisma/client';

/** The client, or a transaction of it: what the functions of lib/data that take part in a transaction ask for. */
export type Db = Prisma.TransactionClient;

// Next's development server evaluates modules again after each change; the pool of connections must outlive that.
const held = globalThis as unknown as { forkyardPrisma?: PrismaClient };

export function database(): PrismaClient {
  held.forkyardPrisma ??= new PrismaClient({
    adapter: new PrismaPg({
      connectionString: env().DATABASE_URL,
      max: 10,
      connectionTimeoutMillis: 5000,
    }),
  });
  return held.forkyardPrisma;
}

export async function closeDatabase(): Promise<void> {
  await held.forkyardPrisma?.$disconnect();
  delete held.forkyardPrisma;
}
