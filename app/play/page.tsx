import type { Metadata } from 'next';
import { connection } from 'next/server';
import { readExamples } from '@/lib/courseware/repository';
import { Playground } from './playground';

export const metadata: Metadata = {
  title: 'Playground',
  description: 'Write C programs with processes, run them in a machine of your own, share them.',
};

export default async function PlayPage({
  searchParams,
}: {
  readonly searchParams: Promise<{ readonly example?: string | readonly string[] }>;
}) {
  await connection();
  const { example } = await searchParams;
  return (
    <Playground
      topics={readExamples(process.cwd())}
      asked={typeof example === 'string' ? example : null}
    />
  );
}
