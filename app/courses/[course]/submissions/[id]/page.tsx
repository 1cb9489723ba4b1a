import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { found } from '@/app/_server/found';
import { DateTime } from '@/app/_components/site/date-time';
import { Breadcrumbs, Page } from '@/app/_components/site/page';
import { Callout } from '@/app/_components/ui/callout';
import { requireActor } from '@/lib/auth/session';
import { getSubmission, type SubmissionDetail } from '@/lib/data/submissions';
import { SubmissionView } from './submission-view';

type SubmissionPageProps = {
  readonly params: Promise<{ readonly course: string; readonly id: string }>;
};

export const metadata: Metadata = { title: 'Submission' };

/** One's own submission, or, for instructors, anyone's. */
export default async function SubmissionPage({ params }: SubmissionPageProps) {
  const { course, id } = await params;
  const actor = await requireActor(`/courses/${course}/submissions/${id}`);
  const submission = await found(getSubmission(actor, id));
  if (submission.courseSlug !== course) notFound();
  const { exerciseTitle, exerciseSlug, student, isMine, receivedAt, verdict, source } = submission;
  return (
    <Page wide>
      <Breadcrumbs crumbs={crumbs(submission)} />
      <h1 className="text-3xl">{exerciseTitle}</h1>
      <p className="mt-1 text-muted">
        {isMine ? 'Submitted' : `Submitted by ${student.name}`}{' '}
        <DateTime at={receivedAt} relative />
      </p>
      {!submission.isCurrentVersion && (
        <Callout tone="info" className="mt-4">
          <p>The exercise has changed since; this verdict speaks of the version of that day.</p>
        </Callout>
      )}
      <Waiting submission={submission} />
      <SubmissionView source={source} fileName={`${exerciseSlug}.c`} verdict={verdict} />
    </Page>
  );
}

function crumbs({
  isMine,
  courseSlug,
  courseTitle,
  exerciseSlug,
  exerciseTitle,
  student,
}: SubmissionDetail) {
  const path = `/courses/${courseSlug}`;
  return isMine
    ? [
        { label: courseTitle, href: path },
        { label: exerciseTitle, href: `${path}/exercises/${exerciseSlug}` },
      ]
    : [
        { label: courseTitle, href: path },
        { label: 'Gradebook', href: `${path}/gradebook` },
        {
          label: student.name,
          href: `${path}/gradebook/exercise/${exerciseSlug}/${student.userId}`,
        },
      ];
}

function Waiting({
  submission: { status, failureDetail },
}: {
  readonly submission: SubmissionDetail;
}) {
  switch (status.kind) {
    case 'graded':
      return null;
    case 'queued':
    case 'grading':
      return (
        <Callout tone="info" className="mt-4" role="status">
          <p>It is not graded yet. Load this page again in a moment.</p>
        </Callout>
      );
    case 'failed':
      return (
        <Callout tone="bad" className="mt-4" title="This could not be graded">
          <p>{status.message}</p>
          {failureDetail !== null && (
            <pre tabIndex={0} className="overflow-x-auto text-sm whitespace-pre-wrap">
              {failureDetail}
            </pre>
          )}
        </Callout>
      );
  }
}
