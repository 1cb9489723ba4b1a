import type { Metadata } from 'next';
import { NavLink } from '@/app/_components/site/nav-link';
import { found } from '@/app/_server/found';
import { readable } from '@/app/_server/readable';
import { Markdown } from '@/app/_components/markdown/markdown';
import { DateTime } from '@/app/_components/site/date-time';
import { Breadcrumbs, Page } from '@/app/_components/site/page';
import { pointsText } from '@/app/_components/site/points';
import { AttemptReview } from '@/app/_components/quiz/attempt-review';
import { AttemptForm } from '@/app/_components/quiz/attempt/attempt-form';
import { questionView } from '@/app/_components/quiz/question-view';
import { currentActor } from '@/lib/auth/session';
import { getReaderKind } from '@/lib/data/courses';
import { getQuizIntroduction } from '@/lib/data/introductions';
import { getOpenAttempt, type OpenAttempt } from '@/lib/data/quiz-attempts';
import { getQuizAttempt, getQuizOverview, type QuizOverview } from '@/lib/data/quizzes';
import {
  saveAnswersAction,
  startAttemptAction,
  submitAttemptAction,
  takeHintAction,
} from './actions';
import { QuizIntroductionPage } from './quiz-introduction';
import { QuizRules } from './quiz-rules';
import { StartAttempt } from './start-attempt';

type QuizPageProps = {
  readonly params: Promise<{ readonly course: string; readonly quiz: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
};

export const metadata: Metadata = { title: 'Quiz' };

export default async function QuizPage({ params, searchParams }: QuizPageProps) {
  const { course, quiz: slug } = await params;
  const { attempt: attemptId } = await searchParams;
  const path = `/courses/${course}/quizzes/${slug}`;
  const actor = await currentActor();
  const kind = await readable(actor, path, getReaderKind(actor, course));
  if (actor === null || kind === 'visitor') {
    return (
      <QuizIntroductionPage
        course={course}
        path={path}
        quiz={await found(getQuizIntroduction(actor, course, slug))}
        isSignedIn={actor !== null}
      />
    );
  }
  const overview = await found(getQuizOverview(actor, course, slug));
  const reviewed =
    attemptId === undefined
      ? null
      : await found(getQuizAttempt(actor, course, slug, String(attemptId)));
  const open = reviewed === null ? await getOpenAttempt(actor, course, slug) : null;
  return (
    <Page>
      <Breadcrumbs
        crumbs={[
          { label: 'Courses', href: '/courses' },
          { label: overview.courseTitle, href: `/courses/${course}` },
        ]}
      />
      <p className="eyebrow">Quiz</p>
      <h1 className="text-3xl">{overview.title}</h1>
      <p className="mt-2 text-lg text-muted">{overview.summary}</p>
      {overview.dueAt !== null && (
        <p className="mt-1 text-sm text-muted">
          Due <DateTime at={overview.dueAt} relative />
        </p>
      )}
      {open !== null ? (
        <Taking course={course} quiz={slug} attempt={open} />
      ) : (
        <>
          {reviewed !== null && <AttemptReview attempt={reviewed} />}
          <Beginning overview={overview} />
          {overview.attempts.length > 0 && (
            <AttemptList path={path} overview={overview} current={reviewed?.id ?? null} />
          )}
        </>
      )}
    </Page>
  );
}

type TakingProps = {
  readonly course: string;
  readonly quiz: string;
  readonly attempt: OpenAttempt;
};

function Taking({ course, quiz, attempt }: TakingProps) {
  const { id, questions, pointsMax, answers, hints, deadlineAt, now } = attempt;
  return (
    <AttemptForm
      key={id}
      attemptId={id}
      questions={questions.map(questionView)}
      pointsMax={pointsMax}
      answers={answers}
      hints={Object.fromEntries(
        Object.entries(hints).map(([question, texts]) => [
          question,
          texts.map((text, at) => <Markdown key={at} source={text} />),
        ]),
      )}
      deadlineMs={deadlineAt?.getTime() ?? null}
      serverNowMs={now.getTime()}
      save={saveAnswersAction.bind(null, id)}
      takeHint={takeHintAction.bind(null, id)}
      submit={submitAttemptAction.bind(null, course, quiz, id)}
    />
  );
}

function Beginning({ overview }: { readonly overview: QuizOverview }) {
  const { courseSlug, slug, attempts, isOpen, triesMax } = overview;
  const isFirst = attempts.length === 0;
  const left = triesMax === null ? null : triesMax - attempts.length;
  return (
    <section aria-label="Before you begin" className="mt-8 rounded-lg border bg-surface p-5">
      <QuizRules {...overview} taken={attempts.length} />
      {(left === null || left > 0 || isOpen) && (
        <StartAttempt
          label={isOpen ? 'Go on' : isFirst ? 'Begin' : 'Try again'}
          start={startAttemptAction.bind(null, courseSlug, slug)}
        />
      )}
    </section>
  );
}

type AttemptListProps = {
  readonly path: string;
  readonly overview: QuizOverview;
  readonly current: string | null;
};

function AttemptList({ path, overview, current }: AttemptListProps) {
  return (
    <section aria-labelledby="attempts" className="mt-12 border-t pt-6">
      <h2 id="attempts" className="text-lg">
        Your attempts
      </h2>
      <p className="text-sm text-muted">
        The {overview.counts === 'best' ? 'best' : 'last'} one counts.
      </p>
      <ol className="mt-2 divide-y">
        {overview.attempts.map(({ id, number, points, pointsMax, submittedAt }) => (
          <li key={id} className="flex flex-wrap items-baseline gap-x-4 py-2">
            <NavLink
              href={`${path}?attempt=${id}`}
              className="link"
              aria-current={id === current ? 'page' : undefined}
            >
              Attempt {number}
            </NavLink>
            <span className="tabular-nums">{pointsText(points, pointsMax)}</span>
            <DateTime at={submittedAt} relative className="ml-auto text-sm text-muted" />
          </li>
        ))}
      </ol>
    </section>
  );
}
