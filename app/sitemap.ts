import type { MetadataRoute } from 'next';
import { connection } from 'next/server';
import { itemPath } from '@/app/_components/site/item-path';
import { getCourse, listOpenCourses } from '@/lib/data/courses';
import { env } from '@/lib/env';

/** What can be read without an account. */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  await connection();
  const base = env().NEXTAUTH_URL;
  // Addresses in a sitemap are absolute, and only the operator knows ours.
  if (base === undefined) return [];
  const open = await listOpenCourses();
  const courses = await Promise.all(open.map(({ slug }) => getCourse(null, slug)));
  const paths = [
    '/',
    '/play',
    ...courses.flatMap(({ slug, items }) => [
      `/courses/${slug}`,
      `/courses/${slug}/glossary`,
      ...items.filter(({ kind }) => kind === 'lesson').map((item) => itemPath(slug, item)),
    ]),
  ];
  return paths.map((path) => ({ url: new URL(path, base).href }));
}
