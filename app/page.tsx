import type { Metadata } from 'next';
import { NavLink } from '@/app/_components/site/nav-link';
import { connection } from 'next/server';
import { isAppError } from '@/lib/errors';
import { currentActor } from '@/lib/auth/session';
import { listCoursesOf, listOpenCourses } from '@/lib/data/courses';
import { RunnableProgram } from './_components/lesson/runnable-program';
import { itemPath } from './_components/site/item-path';
import { wayOn } from './_components/site/way-on';
import { Button } from './_components/ui/button';

export const metadata: Metadata = {
  title: { absolute: 'Forkyard: processes, run and understood' },
};

const PROGRAM = `#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
    fork();
    fork();
    while (wait(NULL) > 0);
    printf("hello from %d\\n", getpid());
    return 0;
}`;

export default async function HomePage() {
  // The policy for scripts is of this request; a page made in advance could not run any.
  await connection();
  const ways = await waysIn();
  return (
    <div className="mx-auto w-full max-w-6xl px-4 py-10 sm:px-6 lg:py-14">
      <div className="grid items-end gap-x-14 gap-y-6 lg:grid-cols-[minmax(0,6fr)_minmax(0,5fr)]">
        <h1 className="text-4xl leading-[1.1] sm:text-5xl">
          Write real C, and watch every process it makes.
        </h1>
        <div>
          <p className="text-lg text-muted">
            Lessons, quizzes and exercises about processes. Your programs run on a simulated
            machine, right here, and are graded with reasons.
          </p>
          <div className="mt-5 flex flex-wrap gap-3">
            {ways.map(({ href, label }, i) => (
              <Button key={href} asChild look={i === 0 ? 'primary' : 'secondary'}>
                <NavLink href={href} className="max-w-full">
                  <span className="truncate">{label}</span>
                </NavLink>
              </Button>
            ))}
            <Button asChild look="quiet">
              <a href="#try">Try it here</a>
            </Button>
          </div>
        </div>
      </div>
      <div id="try" className="mt-10 scroll-mt-20">
        <RunnableProgram
          title="How many lines will it print?"
          source={PROGRAM}
          showsTree
          runsAtOnce
          isWide
        />
        <p className="mt-3 text-sm text-muted">
          Add a third <code>fork()</code>, or take the <code>wait</code> away, then run it again and
          step through it.
        </p>
      </div>
    </div>
  );
}

type Way = { readonly href: string; readonly label: string };

/** The first is what most people come for. When the database does not answer, the page is still worth having. */
async function waysIn(): Promise<readonly Way[]> {
  const signIn = { href: '/sign-in', label: 'Sign in' };
  try {
    const actor = await currentActor();
    if (actor !== null) {
      const courses = { href: '/courses', label: 'Your courses' };
      const [next] = (await listCoursesOf(actor)).flatMap(({ slug, next: step }) =>
        step === null
          ? []
          : [{ href: itemPath(slug, step.item), label: `${wayOn(step)}: ${step.item.title}` }],
      );
      return next === undefined ? [courses] : [next, courses];
    }
    const [open, ...more] = await listOpenCourses();
    if (open === undefined) return [signIn];
    const href = more.length === 0 ? `/courses/${open.slug}` : '/courses';
    return [{ href, label: 'Read the lessons' }, signIn];
  } catch (error) {
    if (isAppError(error, 'unavailable')) return [signIn];
    throw error;
  }
}
