import { RotateCcw } from 'lucide-react';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { NavLink } from '@/app/_components/site/nav-link';
import { found } from '@/app/_server/found';
import { CSource } from '@/app/_components/editor/c-source';
import { Markdown } from '@/app/_components/markdown/markdown';
import { DateTime } from '@/app/_components/site/date-time';
import { Breadcrumbs, Page } from '@/app/_components/site/page';
import { pointsText } from '@/app/_components/site/points';
import { Button } from '@/app/_components/ui/button';
import { requireActor } from '@/lib/auth/session';
import { getQuizForStudent, listQuizAttempts, type QuizAttempt } from '@/lib/data/quizzes';
import type { QuestionForStudent } from '@/lib/grading/quiz';
import { AttemptReview } from '@/app/_components/quiz/attempt-review';
import { PrintedText } from '@/app/_components/quiz/printed-text';
import { QuizForm, type ShownQuestion } from './quiz-form';

type QuizPageProps = {
  readonly params: Promise<{ readonly course: string; readonly quiz: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
};

export const metadata: Metadata = { title: 'Quiz' };

export default async function QuizPage({ params, searchParams }: QuizPageProps) {
  const { course, quiz: slug } = await params;
  const { attempt: attemptId, again } = await searchParams;
  const path = `/courses/${course}/quizzes/${slug}`;
  const actor = await requireActor(path);
  const shown = await found(getQuizForStudent(actor, course, slug));
  const attempts = await listQuizAttempts(actor, course, slug);
  const attempt = again === undefined ? chosenAttempt(attempts, attemptId) : null;
  return (
    <Page>
      <Breadcrumbs
        crumbs={[
          { label: 'Courses', href: '/courses' },
          { label: shown.courseTitle, href: `/courses/${course}` },
        ]}
      />
      <p className="eyebrow">Quiz</p>
      <h1 className="text-3xl">{shown.title}</h1>
      <p className="mt-2 text-lg text-muted">{shown.quiz.summary}</p>
      {shown.dueAt !== null && (
        <p className="mt-1 text-sm text-muted">
          Due <DateTime at={shown.dueAt} relative />
        </p>
      )}
      {attempt === null ? (
        <QuizForm
          course={course}
          quiz={slug}
          versionId={shown.versionId}
          questions={shown.quiz.questions.map(shownQuestion)}
          pointsMax={shown.quiz.pointsMax}
          storageKey={`quiz ${actor.userId} ${shown.versionId}`}
        />
      ) : (
        <>
          <AttemptReview attempt={attempt} />
          <Button asChild look="primary" className="mt-8">
            <NavLink href={`${path}?again=1`}>
              <RotateCcw aria-hidden />
              Try again
            </NavLink>
          </Button>
        </>
      )}
      {attempts.length > 0 && <AttemptList path={path} attempts={attempts} current={attempt} />}
    </Page>
  );
}

/** The one that was asked for, or the latest. */
function chosenAttempt(
  attempts: readonly QuizAttempt[],
  id: string | string[] | undefined,
): QuizAttempt | null {
  if (id === undefined) return attempts[0] ?? null;
  return attempts.find((attempt) => attempt.id === id) ?? notFound();
}

type AttemptListProps = {
  readonly path: string;
  readonly attempts: readonly QuizAttempt[];
  readonly current: QuizAttempt | null;
};

function AttemptList({ path, attempts, current }: AttemptListProps) {
  return (
    <section aria-labelledby="attempts" className="mt-12 border-t pt-6">
      <h2 id="attempts" className="text-lg">
        Your attempts
      </h2>
      <p className="text-sm text-muted">The best one counts.</p>
      <ol className="mt-2 divide-y">
        {attempts.map((attempt, i) => (
          <li key={attempt.id} className="flex flex-wrap items-baseline gap-x-4 py-2">
            <NavLink
              href={`${path}?attempt=${attempt.id}`}
              className="link"
              aria-current={attempt === current ? 'page' : undefined}
            >
              Attempt {attempts.length - i}
            </NavLink>
            <span className="tabular-nums">{pointsText(attempt.points, attempt.pointsMax)}</span>
            <DateTime at={attempt.submittedAt} relative className="ml-auto text-sm text-muted" />
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Texts of authors become elements here, on the server. */
function shownQuestion(question: QuestionForStudent): ShownQuestion {
  const { id, points, kind } = question;
  return {
    id,
    points,
    prompt: <Prompt question={question} />,
    answer:
      kind === 'single' || kind === 'multiple'
        ? {
            kind,
            options: question.options.map((option) => ({
              id: option.id,
              text: <Markdown source={option.text} />,
            })),
          }
        : kind === 'possible-outputs'
          ? {
              kind: 'multiple',
              options: question.options.map((option) => ({
                id: option.id,
                text: <PrintedText text={option.text} />,
              })),
            }
          : kind === 'numeric'
            ? { kind, unit: question.unit }
            : { kind },
  };
}

function Prompt({ question }: { readonly question: QuestionForStudent }) {
  return (
    <>
      <Markdown source={question.prompt} />
      {'program' in question && (
        <>
          <pre
            tabIndex={0}
            aria-label="Program"
            className="mt-3 overflow-x-auto rounded-lg border bg-sunken px-4 py-3"
          >
            <code>
              <CSource source={question.program.trimEnd()} />
            </code>
          </pre>
          {question.stdin !== '' && (
            <p className="mt-2">
              Its input is <code>{question.stdin.trimEnd()}</code>
            </p>
          )}
        </>
      )}
    </>
  );
}
