import { ArrowRight } from 'lucide-react';
import type { Metadata } from 'next';
import { NavLink } from '@/app/_components/site/nav-link';
import { currentActor, requireActor } from '@/lib/auth/session';
import {
  type CourseSummary,
  listCoursesOf,
  listOpenCourses,
  type OpenCourse,
} from '@/lib/data/courses';
import { pointsText } from '../_components/site/points';
import { Page } from '../_components/site/page';
import { Badge } from '../_components/ui/badge';
import { Button } from '../_components/ui/button';
import { Progress } from '../_components/ui/progress';
import { itemPath } from '../_components/site/item-path';
import { wayOn } from '../_components/site/way-on';
import { SignInInvitation } from '../_components/site/sign-in-invitation';
import { JoinForm } from './join-form';

export const metadata: Metadata = { title: 'Courses' };

export default async function CoursesPage() {
  const [reader, open] = await Promise.all([currentActor(), listOpenCourses()]);
  if (reader === null && open.length > 0) return <ForVisitors open={open} />;
  const actor = await requireActor('/courses');
  const courses = await listCoursesOf(actor);
  const others = open.filter(({ slug }) => !courses.some((course) => course.slug === slug));
  return (
    <Page>
      <h1 className="text-3xl">Your courses</h1>
      {courses.length === 0 ? (
        <p className="mt-4 text-muted">
          Your courses will be listed here. Your instructor has a code with ten characters: type it
          below to join.
        </p>
      ) : (
        <ul className="mt-6 grid gap-4">
          {courses.map((course) => (
            <CourseCard key={course.slug} course={course} />
          ))}
        </ul>
      )}
      <section aria-labelledby="join" className="mt-10 border-t pt-8">
        <h2 id="join" className="text-xl">
          Join a course
        </h2>
        <JoinForm />
      </section>
      {others.length > 0 && (
        <section aria-labelledby="open" className="mt-10 border-t pt-8">
          <h2 id="open" className="text-xl">
            Open to everyone
          </h2>
          <OpenCourses courses={others} />
        </section>
      )}
    </Page>
  );
}

function ForVisitors({ open }: { readonly open: readonly OpenCourse[] }) {
  return (
    <Page>
      <h1 className="text-3xl">Courses</h1>
      <p className="mt-2 text-lg text-muted">Open to everyone, without an account.</p>
      <OpenCourses courses={open} />
      <div className="mt-8">
        <SignInInvitation path="/courses" isSignedIn={false}>
          Sign in to see your own courses, take quizzes and submit exercises.
        </SignInInvitation>
      </div>
    </Page>
  );
}

function OpenCourses({ courses }: { readonly courses: readonly OpenCourse[] }) {
  return (
    <ul className="mt-4 grid gap-4">
      {courses.map(({ slug, title }) => (
        <li
          key={slug}
          className="group relative flex items-start justify-between gap-4 rounded-lg border bg-surface p-5 transition-colors hover:border-edge"
        >
          <NavLink
            href={`/courses/${slug}`}
            className="text-xl font-semibold after:absolute after:inset-0 after:rounded-lg"
          >
            {title}
          </NavLink>
          <ArrowRight aria-hidden className="mt-1 size-5 text-muted group-hover:text-accent" />
        </li>
      ))}
    </ul>
  );
}

function CourseCard({ course }: { readonly course: CourseSummary }) {
  const { slug, title, role, progress, next } = course;
  return (
    <li className="group relative rounded-lg border bg-surface p-5 transition-colors hover:border-edge">
      <div className="flex items-start justify-between gap-4">
        <h2 className="text-xl">
          <NavLink
            href={`/courses/${slug}`}
            className="after:absolute after:inset-0 after:rounded-lg"
          >
            {title}
          </NavLink>
        </h2>
        {role === 'instructor' ? (
          <Badge look="accent">You teach this</Badge>
        ) : (
          <ArrowRight aria-hidden className="mt-1 size-5 text-muted group-hover:text-accent" />
        )}
      </div>
      {role === 'student' && (
        <div className="mt-4">
          <Progress
            value={progress.stepsDone}
            max={progress.stepsTotal}
            label={`Steps done in ${title}`}
          />
          <p className="mt-2 flex flex-wrap justify-between gap-x-6 text-sm text-muted tabular-nums">
            <span>
              {progress.stepsDone} of {progress.stepsTotal} steps done
            </span>
            <span>{pointsText(progress.points, progress.pointsMax)}</span>
          </p>
          {next !== null && (
            <Button asChild size="sm" look="primary" className="relative z-10 mt-3 max-w-full">
              <NavLink href={itemPath(slug, next.item)}>
                <span className="truncate">
                  {wayOn(next)}: {next.item.title}
                </span>
              </NavLink>
            </Button>
          )}
        </div>
      )}
    </li>
  );
}
