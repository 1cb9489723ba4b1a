import { ArrowRight } from 'lucide-react';
import { NavLink } from '@/app/_components/site/nav-link';
import type { Components } from 'react-markdown';
import type { LessonFigure } from '@/lib/courseware/lesson';
import { textOf } from '../markdown/text-of';
import { PracticeQuestion } from '../quiz/practice/practice-question';
import { Button } from '../ui/button';
import { BoundedBufferFigure } from './bounded-buffer-figure';
import { MemoryLayoutFigure } from './memory-layout-figure';
import { ProcessStatesFigure } from './process-states-figure';
import { RunnableProgram } from './runnable-program';

/** Titles of what a lesson leads to, by kind and name, e.g. "quiz fork-and-wait". */
export type Titles = ReadonlyMap<string, string>;

/** What stands in a lesson for each of its directives. */
export function lessonComponents(course: string, titles: Titles): Components {
  return {
    'lesson-program': ({ title = 'Program', figure, stdin, children }) => (
      <div className="not-prose">
        <RunnableProgram
          title={title}
          source={textOf(children).trim()}
          showsTree={figure === 'process-tree'}
          // In an attribute a newline is written as \n.
          stdin={stdin?.replaceAll('\\n', '\n')}
        />
      </div>
    ),
    'lesson-figure': ({ figure }) => <DrawnFigure name={figure} />,
    'lesson-quiz': ({ slug = '' }) => (
      <WayOn
        href={`/courses/${course}/quizzes/${slug}`}
        kind="Quiz"
        title={titles.get(`quiz ${slug}`) ?? slug}
      />
    ),
    'lesson-question': ({ quiz = '', question = '' }) => (
      <PracticeQuestion course={course} quiz={quiz} question={question} />
    ),
    'lesson-exercise': ({ slug = '' }) => (
      <WayOn
        href={`/courses/${course}/exercises/${slug}`}
        kind="Exercise"
        title={titles.get(`exercise ${slug}`) ?? slug}
      />
    ),
  };
}

const FIGURES: Readonly<Record<LessonFigure, () => React.ReactNode>> = {
  'memory-layout': MemoryLayoutFigure,
  'process-states': ProcessStatesFigure,
  'bounded-buffer': BoundedBufferFigure,
};

function DrawnFigure({ name }: { readonly name: string | undefined }) {
  const Figure = Object.entries(FIGURES).find(([known]) => known === name)?.[1];
  return Figure === undefined ? null : <Figure />;
}

type WayOnProps = { readonly href: string; readonly kind: string; readonly title: string };

function WayOn({ href, kind, title }: WayOnProps) {
  return (
    <div className="not-prose flex items-center justify-between gap-4 rounded-lg border bg-surface p-4">
      <div>
        <p className="eyebrow">{kind}</p>
        <p className="font-semibold">{title}</p>
      </div>
      <Button asChild look="primary" size="sm">
        <NavLink href={href} aria-label={`${kind}: ${title}`}>
          Go
          <ArrowRight aria-hidden />
        </NavLink>
      </Button>
    </div>
  );
}
