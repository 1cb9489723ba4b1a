import type { MetadataRoute } from 'next';
import { connection } from 'next/server';
import { env } from '@/lib/env';

export default async function robots(): Promise<MetadataRoute.Robots> {
  await connection();
  const base = env().NEXTAUTH_URL;
  return {
    rules: { userAgent: '*', disallow: ['/api/', '/account', '/sign-in'] },
    ...(base === undefined ? {} : { sitemap: new URL('/sitemap.xml', base).href }),
  };
}
