import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { NavLink } from '@/app/_components/site/nav-link';
import { found } from '@/app/_server/found';
import { AttemptReview } from '@/app/_components/quiz/attempt-review';
import { DateTime } from '@/app/_components/site/date-time';
import { Breadcrumbs, Page } from '@/app/_components/site/page';
import { pointsText } from '@/app/_components/site/points';
import { requireActor } from '@/lib/auth/session';
import type { Actor } from '@/lib/auth/actor';
import { getGradebook } from '@/lib/data/gradebook';
import { listQuizAttemptsOf } from '@/lib/data/quizzes';
import { listSubmissionsOf, type SubmissionStatus } from '@/lib/data/submissions';

type HistoryPlace = {
  readonly course: string;
  readonly kind: string;
  readonly item: string;
  readonly student: string;
};

type HistoryPageProps = { readonly params: Promise<HistoryPlace> };

export const metadata: Metadata = { title: 'History' };

/** What one student handed in for one task. Instructors only: lib/data sees to that. */
export default async function HistoryPage({ params }: HistoryPageProps) {
  const place = await params;
  const { course, kind, item: slug, student: studentId } = place;
  const actor = await requireActor(`/courses/${course}/gradebook/${kind}/${slug}/${studentId}`);
  const gradebook = await found(getGradebook(actor, course));
  const item = gradebook.items.find((each) => each.kind === kind && each.slug === slug);
  const student = gradebook.rows.find((row) => row.student.userId === studentId)?.student;
  if (item === undefined || student === undefined) notFound();
  return (
    <Page>
      <Breadcrumbs
        crumbs={[
          { label: gradebook.courseTitle, href: `/courses/${course}` },
          { label: 'Gradebook', href: `/courses/${course}/gradebook` },
        ]}
      />
      <h1 className="text-3xl">{student.name}</h1>
      <p className="mt-1 text-lg text-muted">
        {item.title}
        {item.dueAt !== null && (
          <span className="text-base">
            , due <DateTime at={item.dueAt} />
          </span>
        )}
      </p>
      {item.kind === 'exercise' ? (
        <Submissions actor={actor} place={place} />
      ) : (
        <Attempts actor={actor} place={place} />
      )}
    </Page>
  );
}

type HistoryProps = { readonly actor: Actor; readonly place: HistoryPlace };

async function Submissions({ actor, place: { course, item, student } }: HistoryProps) {
  const submissions = await found(listSubmissionsOf(actor, course, item, student));
  if (submissions.length === 0)
    return <p className="mt-6 text-muted">Nothing was submitted yet.</p>;
  return (
    <ol className="mt-6 divide-y rounded-lg border bg-surface">
      {submissions.map(({ id, receivedAt, status }, i) => (
        <li key={id} className="flex flex-wrap items-baseline gap-x-4 px-4 py-3">
          <NavLink href={`/courses/${course}/submissions/${id}`} className="link">
            Submission {submissions.length - i}
          </NavLink>
          <span className="tabular-nums">{statusText(status)}</span>
          <DateTime at={receivedAt} relative className="ml-auto text-sm text-muted" />
        </li>
      ))}
    </ol>
  );
}

async function Attempts({ actor, place: { course, item, student } }: HistoryProps) {
  const attempts = await found(listQuizAttemptsOf(actor, course, item, student));
  if (attempts.length === 0) return <p className="mt-6 text-muted">There is no attempt yet.</p>;
  return (
    <div className="mt-6 space-y-3">
      {attempts.map((attempt, i) => (
        <details key={attempt.id} className="rounded-lg border bg-surface" open={i === 0}>
          <summary className="px-4 py-3">
            <span className="font-medium">Attempt {attempts.length - i}</span>
            <span className="ml-4 tabular-nums">
              {pointsText(attempt.points, attempt.pointsMax)}
            </span>
            <DateTime at={attempt.submittedAt} className="ml-4 text-sm text-muted" />
          </summary>
          <div className="px-4 pb-4">
            <AttemptReview attempt={attempt} />
          </div>
        </details>
      ))}
    </div>
  );
}

function statusText(status: SubmissionStatus): string {
  switch (status.kind) {
    case 'queued':
      return 'waiting for its turn';
    case 'grading':
      return 'being graded';
    case 'graded':
      return pointsText(status.points, status.pointsMax);
    case 'failed':
      return 'could not be graded';
  }
}
