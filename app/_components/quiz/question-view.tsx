import type { ReactNode } from 'react';
import { CSource } from '@/app/_components/editor/c-source';
import { Markdown } from '@/app/_components/markdown/markdown';
import type { ShownForm, ShownQuestion } from '@/lib/grading/quiz/shown';
import { PrintedText } from './printed-text';
import { WorkloadTable } from './figures/workload-table';

/** A choice or an item: what is seen, and the same as plain text for names and native lists. */
export type ViewItem = { readonly id: string; readonly text: string; readonly shown: ReactNode };

export type FormView =
  | { readonly form: 'choice'; readonly many: boolean; readonly options: readonly ViewItem[] }
  | { readonly form: 'order'; readonly items: readonly ViewItem[] }
  | {
      readonly form: 'match';
      readonly left: readonly ViewItem[];
      readonly right: readonly ViewItem[];
    }
  | { readonly form: 'line'; readonly lines: readonly ReactNode[] }
  | Exclude<ShownForm, { readonly form: 'choice' | 'order' | 'match' | 'line' }>;

/** A question as the browser gets it: texts of authors became elements on the server. */
export type QuestionView = {
  readonly id: string;
  readonly points: number;
  readonly prompt: ReactNode;
  readonly hintCosts: readonly number[];
  readonly answer: FormView;
};

export function questionView(question: ShownQuestion): QuestionView {
  const { id, points, hintCosts } = question;
  return {
    id,
    points,
    hintCosts,
    prompt: <QuestionPrompt question={question} />,
    answer: formView(question),
  };
}

function formView({ form, program }: ShownQuestion): FormView {
  switch (form.form) {
    case 'choice':
      return {
        form: 'choice',
        many: form.many,
        options: form.options.map(({ id, text }) => ({
          id,
          text: plainText(text),
          shown: form.shown === 'output' ? <PrintedText text={text} /> : <Markdown source={text} />,
        })),
      };
    case 'order':
      return { form: 'order', items: form.items.map(viewItem) };
    case 'match':
      return { form: 'match', left: form.left.map(viewItem), right: form.right.map(viewItem) };
    case 'line':
      return {
        form: 'line',
        lines: programLines(program ?? '').map((line, at) => <CSource key={at} source={line} />),
      };
    default:
      return form;
  }
}

export function programLines(program: string): readonly string[] {
  return program.trimEnd().split('\n');
}

function viewItem({ id, text }: { readonly id: string; readonly text: string }): ViewItem {
  return { id, text: plainText(text), shown: <Markdown source={text} /> };
}

function plainText(markdown: string): string {
  return markdown.replace(/[`*]/g, '');
}

/** Text, program and workload. The lines of a program that are chosen among are in the answer. */
export function QuestionPrompt({ question }: { readonly question: ShownQuestion }) {
  const { prompt, program, stdin, workload, form } = question;
  return (
    <>
      <Markdown source={prompt} />
      {program !== null && form.form !== 'line' && (
        <pre
          tabIndex={0}
          aria-label="Program"
          className="mt-3 overflow-x-auto rounded-lg border bg-sunken px-4 py-3"
        >
          <code>
            <CSource source={program.trimEnd()} />
          </code>
        </pre>
      )}
      {stdin !== '' && (
        <p className="mt-2">
          Its input is <code>{stdin.trimEnd()}</code>
        </p>
      )}
      {workload !== null && <WorkloadTable workload={workload} />}
    </>
  );
}
