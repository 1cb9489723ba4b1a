'use client';

import { type ReactNode, useId, useState, useTransition } from 'react';
import { pointNumber } from '@/app/_components/site/points';
import { Button } from '@/app/_components/ui/button';
import { Callout } from '@/app/_components/ui/callout';
import { Checkbox, Radio, RadioGroup } from '@/app/_components/ui/choice';
import { Input } from '@/app/_components/ui/input';
import type { QuizAnswers } from '@/lib/grading/score-quiz';
import { submitQuizAction } from './actions';
import { useKeptAnswers } from './use-kept-answers';

type ShownOption = { readonly id: string; readonly text: ReactNode };

export type ShownQuestion = {
  readonly id: string;
  readonly points: number;
  readonly prompt: ReactNode;
  readonly answer:
    | { readonly kind: 'single' | 'multiple'; readonly options: readonly ShownOption[] }
    | { readonly kind: 'numeric'; readonly unit: string | null }
    | { readonly kind: 'predict-output' };
};

type QuizFormProps = {
  readonly course: string;
  readonly quiz: string;
  readonly versionId: string;
  readonly questions: readonly ShownQuestion[];
  readonly pointsMax: number;
  readonly storageKey: string;
};

export function QuizForm(props: QuizFormProps) {
  const { course, quiz, versionId, questions, pointsMax, storageKey } = props;
  const { answers, answer, forget } = useKeptAnswers(storageKey);
  const [pending, startTransition] = useTransition();
  const [problem, setProblem] = useState<string | null>(null);
  const open = questions.filter(({ id }) => isEmpty(answers[id])).length;

  function submit() {
    setProblem(null);
    startTransition(async () => {
      try {
        await submitQuizAction(course, quiz, versionId, answers);
        forget();
      } catch (error) {
        // Next leads to the review by throwing.
        if (isRedirect(error)) {
          forget();
          throw error;
        }
        setProblem(
          'Your answers could not be sent. They are kept in this browser; try again in a moment.',
        );
      }
    });
  }

  return (
    <form action={submit} className="mt-8">
      <ol className="space-y-6">
        {questions.map((question, i) => (
          <li key={question.id} id={question.id}>
            <Question
              number={i + 1}
              question={question}
              value={answers[question.id]}
              onChange={(value) => answer(question.id, value)}
            />
          </li>
        ))}
      </ol>
      {problem !== null && (
        <Callout tone="bad" role="alert" className="mt-6">
          {problem}
        </Callout>
      )}
      <div className="mt-8 flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button type="submit" look="primary" disabled={pending}>
          {pending ? 'Submitting…' : 'Submit answers'}
        </Button>
        <p className="text-sm text-muted" role="status">
          {open === 0
            ? 'All questions answered'
            : `${open} of ${questions.length} not answered yet`}
          ; {pointNumber(pointsMax)} points in all. Answers are kept in this browser as you go.
        </p>
      </div>
    </form>
  );
}

type Answer = QuizAnswers[string];

type QuestionProps = {
  readonly number: number;
  readonly question: ShownQuestion;
  readonly value: Answer | undefined;
  readonly onChange: (value: Answer) => void;
};

function Question({ number, question, value, onChange }: QuestionProps) {
  const promptId = useId();
  const { points, prompt, answer } = question;
  return (
    <section aria-labelledby={promptId} className="rounded-lg border bg-surface p-5">
      <p className="eyebrow mb-2 flex justify-between">
        <span>Question {number}</span>
        <span>
          {pointNumber(points)} {points === 1 ? 'point' : 'points'}
        </span>
      </p>
      <div id={promptId}>{prompt}</div>
      <div className="mt-4">
        <AnswerControl answer={answer} labelledBy={promptId} value={value} onChange={onChange} />
      </div>
    </section>
  );
}

type AnswerControlProps = {
  readonly answer: ShownQuestion['answer'];
  readonly labelledBy: string;
  readonly value: Answer | undefined;
  readonly onChange: (value: Answer) => void;
};

function AnswerControl({ answer, labelledBy, value, onChange }: AnswerControlProps) {
  const text = typeof value === 'string' ? value : '';
  switch (answer.kind) {
    case 'single':
      return (
        <RadioGroup aria-labelledby={labelledBy} value={text} onValueChange={onChange}>
          {answer.options.map((option) => (
            <OptionLine key={option.id} option={option}>
              {(id) => <Radio value={option.id} aria-labelledby={id} />}
            </OptionLine>
          ))}
        </RadioGroup>
      );
    case 'multiple': {
      const chosen = Array.isArray(value) ? value : [];
      return (
        <div role="group" aria-labelledby={labelledBy}>
          <p className="mb-1 text-sm text-muted">Choose all that are right.</p>
          {answer.options.map((option) => (
            <OptionLine key={option.id} option={option}>
              {(id) => (
                <Checkbox
                  aria-labelledby={id}
                  checked={chosen.includes(option.id)}
                  onCheckedChange={(checked) =>
                    onChange(
                      checked === true
                        ? [...chosen, option.id]
                        : chosen.filter((other) => other !== option.id),
                    )
                  }
                />
              )}
            </OptionLine>
          ))}
        </div>
      );
    }
    case 'numeric':
      return (
        <div className="flex items-center gap-2">
          <Input
            aria-labelledby={labelledBy}
            inputMode="decimal"
            autoComplete="off"
            className="w-36"
            value={text}
            onChange={(event) => onChange(event.target.value)}
          />
          {answer.unit}
        </div>
      );
    case 'predict-output':
      return (
        <label className="block">
          <span className="text-sm text-muted">What it prints, line by line</span>
          <textarea
            aria-describedby={labelledBy}
            rows={Math.max(3, text.split('\n').length)}
            spellCheck={false}
            autoComplete="off"
            className="mt-1 block w-full rounded-md border border-edge bg-sunken px-3 py-2 font-mono text-sm"
            value={text}
            onChange={(event) => onChange(event.target.value)}
          />
        </label>
      );
  }
}

type OptionLineProps = {
  readonly option: ShownOption;
  readonly children: (labelId: string) => ReactNode;
};

function OptionLine({ option, children }: OptionLineProps) {
  const id = useId();
  return (
    <label className="-mx-2 flex cursor-pointer items-start gap-3 rounded-md px-2 py-1.5 hover:bg-hover [&>button]:mt-0.5">
      {children(id)}
      <span id={id} className="min-w-0 flex-1">
        {option.text}
      </span>
    </label>
  );
}

function isEmpty(answer: Answer | undefined): boolean {
  return answer === undefined || answer.length === 0;
}

function isRedirect(error: unknown): boolean {
  return (
    typeof error === 'object' &&
    error !== null &&
    'digest' in error &&
    String(error.digest).startsWith('NEXT_REDIRECT')
  );
}
