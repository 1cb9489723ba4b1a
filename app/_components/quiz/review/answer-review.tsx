import { CircleCheck, CircleDashed, CircleX } from 'lucide-react';
import type { ReactNode } from 'react';
import { CSource } from '@/app/_components/editor/c-source';
import { Markdown } from '@/app/_components/markdown/markdown';
import { cn } from '@/app/_components/ui/class-names';
import { assertNever } from '@/lib/abi/assert-never';
import type { Answer } from '@/lib/grading/quiz/answers';
import { treeFromText } from '@/lib/grading/quiz/drawn-tree';
import { listAnswer, recordAnswer, textAnswer } from '@/lib/grading/quiz/given';
import type { QuestionResult } from '@/lib/grading/quiz/score';
import { cellName, type ShownForm, type ShownQuestion } from '@/lib/grading/quiz/shown';
import { GanttRow } from '../figures/gantt-row';
import { TreePicture } from '../figures/tree-picture';
import { PrintedText } from '../printed-text';
import { programLines } from '../question-view';

type AnswerReviewProps = {
  readonly question: ShownQuestion;
  readonly judged: QuestionResult;
  readonly answer: Answer | undefined;
};

/** The answer beside the right one, in the form in which it was given. */
export function AnswerReview({ question, judged, answer }: AnswerReviewProps) {
  const { form } = question;
  switch (form.form) {
    case 'choice':
      return <ChoiceReview form={form} judged={judged} answer={answer} />;
    case 'number':
    case 'text':
    case 'output':
      return (
        <Compared
          isRight={judged.outcome === 'right'}
          own={<Quoted text={textAnswer(answer)} />}
          right={<Quoted text={textAnswer(judged.expected)} />}
        />
      );
    case 'order':
      return (
        <Compared
          isRight={judged.outcome === 'right'}
          own={<ItemList form={form} ids={listAnswer(answer)} judged={judged} />}
          right={<ItemList form={form} ids={listAnswer(judged.expected)} judged={null} />}
        />
      );
    case 'match':
      return <MatchReview form={form} judged={judged} answer={answer} />;
    case 'table':
      return <TableReview form={form} judged={judged} answer={answer} />;
    case 'gantt': {
      const { processes } = form;
      const own = Array.from({ length: form.length }, (_slot, at) => listAnswer(answer)[at] ?? '');
      const wrong = new Set(judged.parts.filter(({ right }) => !right).map(({ id }) => Number(id)));
      return (
        <div className="mt-3 space-y-3">
          <GanttRow title="Your chart" slots={own} processes={processes} wrong={wrong} />
          {judged.outcome !== 'right' && (
            <GanttRow
              title="The right chart"
              slots={listAnswer(judged.expected)}
              processes={processes}
            />
          )}
        </div>
      );
    }
    case 'tree':
      return (
        <Compared
          isRight={judged.outcome === 'right'}
          own={<Tree text={textAnswer(answer)} label="Your tree" />}
          right={<Tree text={textAnswer(judged.expected)} label="The right tree" />}
        />
      );
    case 'line':
      return (
        <MarkedProgram
          program={question.program ?? ''}
          chosen={Number(textAnswer(answer))}
          right={listAnswer(judged.expected).map(Number)}
        />
      );
    default:
      return assertNever(form);
  }
}

type FormReviewProps<F extends ShownForm['form']> = Omit<AnswerReviewProps, 'question'> & {
  readonly form: Extract<ShownForm, { form: F }>;
};

function ChoiceReview({ form, judged, answer }: FormReviewProps<'choice'>) {
  const given = form.many ? listAnswer(answer) : [textAnswer(answer)];
  const right = listAnswer(judged.expected);
  return (
    <>
      <ul className="mt-3 space-y-1.5">
        {form.options.map(({ id, text }) => (
          <OptionReview
            key={id}
            isRight={right.includes(id)}
            isGiven={given.includes(id)}
            note={judged.parts.find((part) => part.id === id)?.note ?? ''}
          >
            {form.shown === 'output' ? <PrintedText text={text} /> : <Markdown source={text} />}
          </OptionReview>
        ))}
      </ul>
      {judged.parts.length === 0 && judged.feedback !== '' && (
        <div className="mt-3">
          <Markdown source={judged.feedback} />
        </div>
      )}
    </>
  );
}

type OptionReviewProps = {
  readonly isRight: boolean;
  readonly isGiven: boolean;
  readonly note: string;
  readonly children: ReactNode;
};

function OptionReview({ isRight, isGiven, note, children }: OptionReviewProps) {
  const Icon = isRight ? CircleCheck : isGiven ? CircleX : CircleDashed;
  const color = isRight ? 'text-good' : isGiven ? 'text-bad' : 'text-muted';
  return (
    <li className="flex items-start gap-2">
      <Icon aria-hidden className={`mt-1 size-4 shrink-0 ${color}`} />
      <div className="min-w-0">
        {children}
        {note !== '' && (
          <div className="text-sm text-muted">
            <Markdown source={note} />
          </div>
        )}
      </div>
      <span className="ml-auto shrink-0 text-sm text-muted">
        {[isGiven ? 'your answer' : '', isRight ? 'right' : '']
          .filter((part) => part !== '')
          .join(', ')}
      </span>
    </li>
  );
}

function MatchReview({ form, judged, answer }: FormReviewProps<'match'>) {
  const given = recordAnswer(answer);
  const right = recordAnswer(judged.expected);
  const partner = (id: string | undefined) => {
    const found = form.right.find((item) => item.id === id);
    return found === undefined ? (
      <span className="text-muted">(nothing)</span>
    ) : (
      <Markdown source={found.text} />
    );
  };
  return (
    <ReviewTable head={['', 'your answer', 'right']}>
      {form.left.map(({ id, text }) => {
        const isRight = given[id] === right[id];
        const note = judged.parts.find((part) => part.id === id)?.note ?? '';
        return (
          <tr key={id}>
            <th scope="row" className={`${CELL} text-left font-normal`}>
              <Markdown source={text} />
            </th>
            <td className={CELL}>
              <Marked isRight={isRight}>{partner(given[id])}</Marked>
              {note !== '' && <Markdown source={note} />}
            </td>
            <td className={CELL}>{partner(right[id])}</td>
          </tr>
        );
      })}
    </ReviewTable>
  );
}

function TableReview({ form, judged, answer }: FormReviewProps<'table'>) {
  const given = recordAnswer(answer);
  const right = recordAnswer(judged.expected);
  return (
    <ReviewTable head={[form.corner, ...form.columns]}>
      {form.rows.map(({ label, cells }, row) => (
        <tr key={label}>
          <th scope="row" className={`${CELL} text-left font-medium`}>
            {label}
          </th>
          {cells.map((cell, column) => {
            const name = cellName(row, column);
            const part = judged.parts.find(({ id }) => id === name);
            if (cell !== null)
              return (
                <td key={name} className={CELL}>
                  {cell}
                </td>
              );
            return (
              <td key={name} className={CELL}>
                <Marked isRight={part?.right ?? false}>
                  {given[name] === undefined || given[name] === '' ? '–' : given[name]}
                </Marked>
                {part?.right !== true && (
                  <span className="block text-sm">
                    right: <strong>{right[name]}</strong>
                  </span>
                )}
                {part !== undefined && part.note !== '' && (
                  <span className="block text-sm text-muted">
                    <Markdown source={part.note} />
                  </span>
                )}
              </td>
            );
          })}
        </tr>
      ))}
    </ReviewTable>
  );
}

const CELL = 'border px-3 py-1.5 align-top';

function ReviewTable({
  head,
  children,
}: {
  readonly head: readonly string[];
  readonly children: ReactNode;
}) {
  return (
    <div className="mt-3 overflow-x-auto" tabIndex={0} role="group" aria-label="Your answer">
      <table className="border-collapse text-sm">
        <thead>
          <tr>
            {head.map((title, at) =>
              title === '' ? (
                <td key={at} className={CELL} />
              ) : (
                <th key={at} scope="col" className={`${CELL} font-medium`}>
                  {title}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}

function Marked({
  isRight,
  children,
}: {
  readonly isRight: boolean;
  readonly children: ReactNode;
}) {
  const Icon = isRight ? CircleCheck : CircleX;
  return (
    <span className="flex items-start gap-1.5">
      <Icon
        aria-label={isRight ? 'right' : 'not right'}
        className={cn('mt-1 size-4 shrink-0', isRight ? 'text-good' : 'text-bad')}
      />
      <span className="min-w-0">{children}</span>
    </span>
  );
}

type ItemListProps = {
  readonly form: Extract<ShownForm, { form: 'order' }>;
  readonly ids: readonly string[];
  readonly judged: QuestionResult | null;
};

function ItemList({ form, ids, judged }: ItemListProps) {
  if (ids.length === 0) return <p className="text-muted">(nothing)</p>;
  return (
    <ol className="list-decimal space-y-1 pl-6">
      {ids.map((id) => {
        const text = form.items.find((item) => item.id === id)?.text ?? '';
        const part = judged?.parts.find((each) => each.id === id);
        return (
          <li key={id}>
            {part === undefined ? (
              <Markdown source={text} />
            ) : (
              <Marked isRight={part.right}>
                <Markdown source={text} />
              </Marked>
            )}
          </li>
        );
      })}
    </ol>
  );
}

type ComparedProps = {
  readonly isRight: boolean;
  readonly own: ReactNode;
  readonly right: ReactNode;
};

function Compared({ isRight, own, right }: ComparedProps) {
  return (
    <div className="mt-3 grid gap-3 sm:grid-cols-2">
      <div className="min-w-0">
        <p className="eyebrow mb-1">Your answer</p>
        {own}
      </div>
      {!isRight && (
        <div className="min-w-0">
          <p className="eyebrow mb-1">The right answer</p>
          {right}
        </div>
      )}
    </div>
  );
}

function Quoted({ text }: { readonly text: string }) {
  return (
    <pre tabIndex={0} className="overflow-x-auto rounded-md border bg-sunken px-3 py-2">
      {text === '' ? <span className="text-muted">(nothing)</span> : text}
    </pre>
  );
}

function Tree({ text, label }: { readonly text: string; readonly label: string }) {
  const root = treeFromText(text);
  return root === null ? (
    <p className="text-muted">(nothing)</p>
  ) : (
    <TreePicture root={root} label={label} />
  );
}

type MarkedProgramProps = {
  readonly program: string;
  readonly chosen: number;
  readonly right: readonly number[];
};

function MarkedProgram({ program, chosen, right }: MarkedProgramProps) {
  return (
    <pre
      tabIndex={0}
      aria-label="Program"
      className="mt-3 overflow-x-auto rounded-lg border bg-sunken py-2"
    >
      {programLines(program).map((line, at) => {
        const number = at + 1;
        const isRight = right.includes(number);
        const isChosen = chosen === number;
        return (
          <span
            key={number}
            className={cn('flex w-max min-w-full gap-3 px-3', isRight && 'marked-line')}
          >
            <span className="w-6 text-right text-muted">{number}</span>
            <code className="whitespace-pre">
              <CSource source={line} />
            </code>
            {(isRight || isChosen) && (
              <span className="ml-auto pl-4 font-sans text-sm">
                {[isChosen ? 'your answer' : '', isRight ? 'right' : '']
                  .filter((part) => part !== '')
                  .join(', ')}
              </span>
            )}
          </span>
        );
      })}
    </pre>
  );
}
