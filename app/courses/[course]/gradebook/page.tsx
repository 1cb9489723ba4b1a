import { Download } from 'lucide-react';
import type { Metadata } from 'next';
import { found } from '@/app/_server/found';
import { Breadcrumbs, Page } from '@/app/_components/site/page';
import { Button } from '@/app/_components/ui/button';
import { requireActor } from '@/lib/auth/session';
import { getGradebook } from '@/lib/data/gradebook';
import { CourseTabs } from '../course-tabs';
import { GradebookTable } from './gradebook-table';

type GradebookPageProps = { readonly params: Promise<{ readonly course: string }> };

export const metadata: Metadata = { title: 'Gradebook' };

export default async function GradebookPage({ params }: GradebookPageProps) {
  const { course } = await params;
  const actor = await requireActor(`/courses/${course}/gradebook`);
  const { courseTitle, items, rows } = await found(getGradebook(actor, course));
  return (
    <Page wide>
      <Breadcrumbs crumbs={[{ label: 'Courses', href: '/courses' }]} />
      <div className="flex flex-wrap items-end justify-between gap-3">
        <h1 className="text-3xl">{courseTitle}</h1>
        <Button asChild size="sm">
          {/* A file, not a page: the browser shall fetch it itself. */}
          <a href={`/courses/${course}/gradebook/csv`} download>
            <Download aria-hidden />
            Export as CSV
          </a>
        </Button>
      </div>
      <CourseTabs course={course} reader="instructor" current="gradebook" />
      {rows.length === 0 ? (
        <p className="mt-6 text-muted">
          No student has joined yet. Read out the code on the outline page, and they will be listed
          here.
        </p>
      ) : (
        <GradebookTable course={course} items={items} rows={rows} />
      )}
    </Page>
  );
}
