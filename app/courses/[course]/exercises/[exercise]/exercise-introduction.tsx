import { Markdown } from '@/app/_components/markdown/markdown';
import { Breadcrumbs, Page } from '@/app/_components/site/page';
import { pointNumber } from '@/app/_components/site/points';
import { SignInInvitation } from '@/app/_components/site/sign-in-invitation';
import type { ExerciseIntroduction } from '@/lib/data/introductions';
import { ExerciseFacts } from './exercise-facts';

type ExerciseIntroductionPageProps = {
  readonly course: string;
  readonly path: string;
  readonly exercise: ExerciseIntroduction;
  readonly isSignedIn: boolean;
};

/** What someone without a place in the course sees of an exercise. */
export function ExerciseIntroductionPage({
  course,
  path,
  exercise,
  isSignedIn,
}: ExerciseIntroductionPageProps) {
  return (
    <Page>
      <Breadcrumbs
        crumbs={[
          { label: 'Courses', href: '/courses' },
          { label: exercise.courseTitle, href: `/courses/${course}` },
        ]}
      />
      <p className="eyebrow">Exercise, {pointNumber(exercise.pointsMax)} points</p>
      <h1 className="text-3xl">{exercise.title}</h1>
      <p className="mt-2 mb-4 text-lg text-muted">{exercise.summary}</p>
      <ExerciseFacts exercise={exercise} />
      <SignInInvitation path={path} isSignedIn={isSignedIn}>
        {isSignedIn
          ? 'Exercises are for members of the course. Your instructor has the code with which you join.'
          : 'Sign in to write the program here: you run it, step through it, submit it, and are told what is right and what to mend.'}
      </SignInInvitation>
      <section aria-labelledby="task" className="mt-8">
        <h2 id="task" className="mb-3 text-xl">
          The task
        </h2>
        <Markdown source={exercise.statement} />
      </section>
    </Page>
  );
}
