'use client';

import { Check, RotateCcw } from 'lucide-react';
import { type ReactNode, useId, useState, useTransition } from 'react';
import { Button } from '@/app/_components/ui/button';
import type { Answer } from '@/lib/grading/quiz/answers';
import { isEmptyAnswer } from '@/lib/grading/quiz/given';
import { AnswerControl } from '../answers/answer-control';
import type { QuestionView } from '../question-view';

type PracticeFormProps = {
  readonly first: QuestionView;
  readonly check: (
    variant: number,
    answer: Answer,
  ) => Promise<{ readonly isRight: boolean; readonly shown: ReactNode }>;
  readonly another: (variant: number) => Promise<QuestionView>;
};

export function PracticeForm({ first, check, another }: PracticeFormProps) {
  const promptId = useId();
  const [question, setQuestion] = useState(first);
  const [variant, setVariant] = useState(0);
  const [answer, setAnswer] = useState<Answer | undefined>(undefined);
  const [judged, setJudged] = useState<ReactNode>(null);
  const [problem, setProblem] = useState(false);
  const [pending, startTransition] = useTransition();

  function ask(act: () => Promise<void>) {
    setProblem(false);
    startTransition(async () => {
      try {
        await act();
      } catch {
        setProblem(true);
      }
    });
  }

  return (
    <section
      aria-label="Check yourself"
      className="not-prose my-6 rounded-lg border bg-surface p-4 sm:p-5"
    >
      <p className="eyebrow mb-2">Check yourself</p>
      <div id={promptId}>{question.prompt}</div>
      {judged === null ? (
        <div className="mt-4">
          <AnswerControl
            key={variant}
            answer={question.answer}
            labelledBy={promptId}
            value={answer}
            onChange={setAnswer}
          />
          <Button
            look="primary"
            size="sm"
            className="mt-4"
            disabled={pending || isEmptyAnswer(answer)}
            onClick={() => {
              const given = answer;
              if (given !== undefined)
                ask(async () => setJudged((await check(variant, given)).shown));
            }}
          >
            <Check aria-hidden />
            {pending ? 'Checking…' : 'Check'}
          </Button>
        </div>
      ) : (
        <div role="status" className="mt-4">
          {judged}
          <Button
            size="sm"
            className="mt-4"
            disabled={pending}
            onClick={() =>
              ask(async () => {
                const next = await another(variant + 1);
                setVariant(variant + 1);
                setQuestion(next);
                setAnswer(undefined);
                setJudged(null);
              })
            }
          >
            <RotateCcw aria-hidden />
            {pending ? 'One moment…' : 'Another one'}
          </Button>
        </div>
      )}
      {problem && (
        <p role="alert" className="mt-3 text-sm text-bad">
          There is no connection just now. Try again in a moment.
        </p>
      )}
    </section>
  );
}
