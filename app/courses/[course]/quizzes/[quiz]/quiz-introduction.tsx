import { Breadcrumbs, Page } from '@/app/_components/site/page';
import { SignInInvitation } from '@/app/_components/site/sign-in-invitation';
import type { QuizIntroduction } from '@/lib/data/introductions';
import { QuizRules } from './quiz-rules';

type QuizIntroductionPageProps = {
  readonly course: string;
  readonly path: string;
  readonly quiz: QuizIntroduction;
  readonly isSignedIn: boolean;
};

/** What someone without a place in the course sees of a quiz. */
export function QuizIntroductionPage({
  course,
  path,
  quiz,
  isSignedIn,
}: QuizIntroductionPageProps) {
  return (
    <Page>
      <Breadcrumbs
        crumbs={[
          { label: 'Courses', href: '/courses' },
          { label: quiz.courseTitle, href: `/courses/${course}` },
        ]}
      />
      <p className="eyebrow">Quiz</p>
      <h1 className="text-3xl">{quiz.title}</h1>
      <p className="mt-2 mb-6 text-lg text-muted">{quiz.summary}</p>
      <SignInInvitation path={path} isSignedIn={isSignedIn}>
        {isSignedIn
          ? 'Quizzes are for members of the course. Your instructor has the code with which you join.'
          : 'Sign in to take this quiz: what you answer is saved as you go, and your best result is kept.'}
      </SignInInvitation>
      <section aria-label="About this quiz" className="mt-6 rounded-lg border bg-surface p-5">
        <QuizRules {...quiz} taken={null} />
      </section>
    </Page>
  );
}
