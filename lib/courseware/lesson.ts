/**
 * A lesson: `content/lessons/<slug>.md`, Markdown after a head of YAML between `---` lines. The text may
 * use the directives of `lessonDirectives` and no other; it is data, never code.
 */
import { parse as parseYaml } from 'yaml';
import { z } from 'zod';

const headSchema = z.strictObject({
  title: z.string().min(1).max(200),
  summary: z.string().min(1).max(500),
  /** Reading time. */
  minutes: z.int().min(1).max(240),
  /** What a reader can do afterwards: each goes on from "you can …". */
  objectives: z.array(z.string().min(1).max(200)).max(6).default([]),
});

/**
 * What a lesson's text may contain beside Markdown (remark-directive syntax):
 *
 *     :::note[Title]            an aside; also `warning` and `linux` (how it looks on a real system)
 *     text
 *     :::
 *
 *     :::program{title="Two processes" figure="process-tree" stdin="3\n"}
 *     ```c
 *     int main(void) { … }      editable, runnable; figure: one of `lessonViews`, or none
 *     ```
 *     ```output
 *     found 3                   what it prints, shown until the reader runs it; may be left out
 *     ```
 *     :::
 *
 *     ::figure{name="memory-layout"}      a live figure of our own, one of `lessonFigures`
 *     ::question{quiz="fork-and-wait" id="how-many"}      one question of a quiz, answered in place
 *     ::quiz{slug="fork-and-wait"}        the way to the quiz
 *     ::exercise{slug="fork-tree"}        the way to the exercise
 */
export const lessonDirectives = [
  'note',
  'warning',
  'linux',
  'program',
  'figure',
  'question',
  'quiz',
  'exercise',
] as const;

export const lessonFigures = [
  'memory-layout',
  'process-states',
  'scheduling-queues',
  'quantum',
  'process-creation-elsewhere',
  'communication-models',
  'bounded-buffer',
  'mailbox',
  'mailbox-capacity',
  'socket-calls',
  'marshalling',
  'rpc-failures',
  'rmi-call',
  'mach-port',
  'lpc-connection',
] as const;
export type LessonFigure = (typeof lessonFigures)[number];

export interface Lesson extends z.output<typeof headSchema> {
  readonly slug: string;
  /** Markdown. */
  readonly body: string;
}

export type ParsedLesson =
  | { readonly kind: 'lesson'; readonly lesson: Lesson }
  | { readonly kind: 'broken'; readonly problems: readonly string[] };

/** Never throws. */
export function parseLesson(slug: string, text: string): ParsedLesson {
  const split = /^---\r?\n(.*?)\r?\n---\r?\n(.*)$/s.exec(text);
  if (split === null) {
    return {
      kind: 'broken',
      problems: [`${slug}.md: must begin with a head of YAML between --- lines`],
    };
  }
  const [, head = '', body = ''] = split;
  let data: unknown;
  try {
    data = parseYaml(head);
  } catch (error) {
    return {
      kind: 'broken',
      problems: [`${slug}.md: ${error instanceof Error ? error.message : String(error)}`],
    };
  }
  const parsed = headSchema.safeParse(data);
  return parsed.success
    ? { kind: 'lesson', lesson: { slug, ...parsed.data, body } }
    : {
        kind: 'broken',
        problems: parsed.error.issues.map(
          ({ path, message }) => `${slug}.md: ${path.join('.')}: ${message}`,
        ),
      };
}

/** Views of a recorded run with which one can step through a program (app/_components/machine/views.ts). */
export const lessonViews = [
  'timeline',
  'process-tree',
  'gantt',
  'memory',
  'control-blocks',
  'files-and-ipc',
  'messages',
  'calls',
] as const;

export interface LessonProgram {
  readonly attributes: string;
  readonly source: string;
  /** What the lesson says that it prints; null: it says nothing. */
  readonly output: string | null;
}

/** The runnable programs of a lesson's text, in order. */
export function programsOf(body: string): readonly LessonProgram[] {
  const directive = /^:::program\{([^}]*)\}\n```c\n(.*?)^```\n(?:```output\n(.*?)^```\n)?:::$/gms;
  return [...body.matchAll(directive)].map(([, attributes = '', source = '', output]) => ({
    attributes,
    source,
    output: output ?? null,
  }));
}
