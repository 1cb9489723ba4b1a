import type { Metadata } from 'next';
import { NavLink } from '@/app/_components/site/nav-link';
import { found } from '@/app/_server/found';
import { DateTime } from '@/app/_components/site/date-time';
import { itemPath } from '@/app/_components/site/item-path';
import { Breadcrumbs, Page } from '@/app/_components/site/page';
import { pointNumber, pointsText } from '@/app/_components/site/points';
import { Badge } from '@/app/_components/ui/badge';
import { requireActor } from '@/lib/auth/session';
import { getOwnGrades } from '@/lib/data/courses';
import type { OutlineItem } from '@/lib/data/outline';
import { CourseTabs } from '../course-tabs';

type GradesPageProps = { readonly params: Promise<{ readonly course: string }> };

export const metadata: Metadata = { title: 'My grades' };

export default async function GradesPage({ params }: GradesPageProps) {
  const { course: slug } = await params;
  const actor = await requireActor(`/courses/${slug}/grades`);
  const course = await found(getOwnGrades(actor, slug));
  const graded = course.items.filter(({ pointsMax }) => pointsMax > 0);
  return (
    <Page>
      <Breadcrumbs crumbs={[{ label: 'Courses', href: '/courses' }]} />
      <h1 className="text-3xl">{course.title}</h1>
      <CourseTabs course={course.slug} reader={course.reader} current="grades" />
      <p className="mt-6 text-xl font-semibold tabular-nums">
        {pointsText(course.progress.points, course.progress.pointsMax)}
      </p>
      <p className="mt-1 text-muted">
        The sum of your best result in each task. You may try as often as you like; a later, worse
        result takes nothing away. What is handed in after it was due still counts, and is shown as
        late.
      </p>
      {graded.length === 0 ? (
        <p className="mt-6 text-muted">
          There is nothing with points yet. Quizzes and exercises will be listed here.
        </p>
      ) : (
        <div className="mt-6 overflow-x-auto rounded-lg border bg-surface">
          <table className="w-full border-collapse text-left [&_td]:px-3 [&_td]:py-2.5 [&_th]:px-3 [&_th]:py-2.5 [&_tr+tr]:border-t sm:[&_td]:px-4 sm:[&_th]:px-4">
            <thead className="border-b text-sm text-muted">
              <tr>
                <th scope="col">Task</th>
                <th scope="col" className="text-right">
                  Best
                </th>
                <th scope="col" className="text-right">
                  Of
                </th>
                <th scope="col" className="text-right max-sm:hidden">
                  Attempts
                </th>
                <th scope="col" className="max-sm:hidden">
                  Due
                </th>
              </tr>
            </thead>
            <tbody className="tabular-nums">
              {graded.map((item) => (
                <GradeLine key={`${item.kind} ${item.slug}`} course={course.slug} item={item} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Page>
  );
}

function GradeLine({ course, item }: { readonly course: string; readonly item: OutlineItem }) {
  const { grade, dueAt, pointsMax, title, kind } = item;
  return (
    <tr>
      <th scope="row" className="font-normal">
        <NavLink href={itemPath(course, item)} className="link">
          {title}
        </NavLink>
        <span className="ml-2 text-sm text-muted">{kind}</span>
        {dueAt !== null && (
          // A phone has no room for the last columns.
          <span className="mt-1 block text-sm sm:hidden">
            Due <When dueAt={dueAt} isLate={grade?.isLate === true} />
          </span>
        )}
      </th>
      <td className="text-right font-semibold">
        {grade === null ? (
          <span className="font-normal whitespace-nowrap text-muted">not tried</span>
        ) : (
          pointNumber(grade.points)
        )}
      </td>
      <td className="text-right">{pointNumber(grade?.pointsMax ?? pointsMax)}</td>
      <td className="text-right max-sm:hidden">{grade?.attempts ?? 0}</td>
      <td className="text-sm max-sm:hidden">
        <When dueAt={dueAt} isLate={grade?.isLate === true} />
      </td>
    </tr>
  );
}

function When({ dueAt, isLate }: { readonly dueAt: Date | null; readonly isLate: boolean }) {
  return (
    <>
      {dueAt === null ? <span className="text-muted">any time</span> : <DateTime at={dueAt} />}
      {isLate && (
        <Badge look="warn" className="ml-2">
          handed in late
        </Badge>
      )}
    </>
  );
}
