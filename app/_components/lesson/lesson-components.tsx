import { ArrowRight } from 'lucide-react';
import { NavLink } from '@/app/_components/site/nav-link';
import type { Components } from 'react-markdown';
import type { GlossaryTerm } from '@/lib/courseware/glossary';
import { lessonViews } from '@/lib/courseware/lesson';
import { TermLink } from '../glossary/term-link';
import { codeIn } from '../markdown/code-in';
import { textOf } from '../markdown/text-of';
import { PracticeQuestion } from '../quiz/practice/practice-question';
import { Button } from '../ui/button';
import { LiveFigure } from './live-figures';
import { RunnableProgram } from './runnable-program';

/** Titles of what a lesson leads to, by kind and name, e.g. "quiz fork-and-wait". */
export type Titles = ReadonlyMap<string, string>;

/** What stands in a lesson for each of its directives. */
export function lessonComponents(
  course: string,
  titles: Titles,
  terms: readonly GlossaryTerm[],
): Components {
  return {
    'glossary-term': ({ term: slug, children }) => {
      const found = terms.find((term) => term.slug === slug);
      return found === undefined ? (
        children
      ) : (
        <TermLink
          href={`/courses/${course}/glossary#${found.slug}`}
          term={found.term}
          definition={found.text}
        >
          {children}
        </TermLink>
      );
    },
    'lesson-program': ({ title = 'Program', figure, stdin, children }) => (
      <div className="not-prose">
        <RunnableProgram
          title={title}
          source={textOf(codeIn(children, 'language-c')).trim()}
          output={textOf(codeIn(children, 'language-output')).trimEnd()}
          showsTree={figure === 'process-tree'}
          view={lessonViews.find((known) => known === figure)}
          // In an attribute a newline is written as \n.
          stdin={stdin?.replaceAll('\\n', '\n')}
        />
      </div>
    ),
    'lesson-figure': ({ figure }) => <LiveFigure name={figure} />,
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

type WayOnProps = { readonly href: string; readonly kind: string; readonly title: string };

function WayOn({ href, kind, title }: WayOnProps) {
  return (
    <div className="not-prose flex items-center justify-between gap-4 rounded-lg border bg-surface p-4 print:hidden">
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
