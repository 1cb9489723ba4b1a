import type { Metadata } from 'next';
import { found } from '@/app/_server/found';
import { readable } from '@/app/_server/readable';
import { Markdown } from '@/app/_components/markdown/markdown';
import { currentActor } from '@/lib/auth/session';
import { getReaderKind } from '@/lib/data/courses';
import { getDraft } from '@/lib/data/drafts';
import { getExercise } from '@/lib/data/exercises';
import { getExerciseIntroduction } from '@/lib/data/introductions';
import { isExplorationCheck } from '@/lib/grading/exploration/exploration-check';
import { SOURCE_BYTES_MAX } from '@/lib/grading/grade';
import { listSubmissions } from '@/lib/data/submissions';
import { ExerciseIntroductionPage } from './exercise-introduction';
import { Workspace } from './workspace';

type ExercisePageProps = {
  readonly params: Promise<{ readonly course: string; readonly exercise: string }>;
};

export const metadata: Metadata = { title: 'Exercise' };

export default async function ExercisePage({ params }: ExercisePageProps) {
  const { course, exercise: slug } = await params;
  const path = `/courses/${course}/exercises/${slug}`;
  const actor = await currentActor();
  const kind = await readable(actor, path, getReaderKind(actor, course));
  if (actor === null || kind === 'visitor') {
    return (
      <ExerciseIntroductionPage
        course={course}
        path={path}
        exercise={await found(getExerciseIntroduction(actor, course, slug))}
        isSignedIn={actor !== null}
      />
    );
  }
  const { courseTitle, title, dueAt, exercise } = await found(getExercise(actor, course, slug));
  const [draft, submissions] = await Promise.all([
    getDraft(actor, course, slug),
    listSubmissions(actor, course, slug),
  ]);
  return (
    <Workspace
      course={{ slug: course, title: courseTitle }}
      title={title}
      dueAt={dueAt}
      exercise={exercise}
      explored={exercise.checks.filter(isExplorationCheck).map((check) => check.title)}
      statement={<Markdown source={exercise.statement} />}
      hints={exercise.hints.map((hint) => (
        <Markdown key={hint} source={hint} />
      ))}
      draft={{ source: draft?.source ?? exercise.starter, revision: draft?.revision ?? 0 }}
      draftKey={`draft ${actor.userId} ${course}/${slug}`}
      submissions={submissions}
      sourceBytesMax={SOURCE_BYTES_MAX}
    />
  );
}
