import type { Metadata } from 'next';
import { connection } from 'next/server';
import { readExamples } from '@/lib/courseware/repository';
import { EmbeddedPlayground } from './embedded-playground';

export const metadata: Metadata = {
  title: 'A C program',
  robots: { index: false },
};

/** In a frame of another site: proxy.ts allows it for this page alone, and leaves out the site's header. */
export default async function EmbedPage({
  searchParams,
}: {
  readonly searchParams: Promise<{ readonly example?: string | readonly string[] }>;
}) {
  await connection();
  const { example } = await searchParams;
  const examples = readExamples(process.cwd()).flatMap((topic) => topic.examples);
  const first = examples.find(({ slug }) => slug === 'fork') ?? examples[0];
  if (first === undefined) throw new Error('there are no examples');
  return (
    <EmbeddedPlayground
      first={first}
      asked={examples.find(({ slug }) => slug === example) ?? null}
    />
  );
}
