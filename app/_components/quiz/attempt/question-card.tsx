'use client';

import { Lightbulb } from 'lucide-react';
import { type ReactNode, useId, useState, useTransition } from 'react';
import { pointNumber } from '@/app/_components/site/points';
import { Button } from '@/app/_components/ui/button';
import type { Answer } from '@/lib/grading/quiz/answers';
import { AnswerControl } from '../answers/answer-control';
import type { QuestionView } from '../question-view';

type QuestionCardProps = {
  readonly number: number;
  readonly question: QuestionView;
  readonly value: Answer | undefined;
  readonly onChange: (value: Answer) => void;
  readonly hints: readonly ReactNode[];
  /** Null: there are none to be had here. */
  readonly takeHint: (() => Promise<void>) | null;
};

export function QuestionCard(props: QuestionCardProps) {
  const { number, question, value, onChange, hints, takeHint } = props;
  const promptId = useId();
  const { points, prompt, answer, hintCosts } = question;
  return (
    <section aria-label={`Question ${number}`} className="rounded-lg border bg-surface p-4 sm:p-5">
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
      {(hints.length > 0 || (takeHint !== null && hintCosts.length > 0)) && (
        <Hints hints={hints} costs={hintCosts} takeHint={takeHint} />
      )}
    </section>
  );
}

type HintsProps = {
  readonly hints: readonly ReactNode[];
  readonly costs: readonly number[];
  readonly takeHint: (() => Promise<void>) | null;
};

function Hints({ hints, costs, takeHint }: HintsProps) {
  const [pending, startTransition] = useTransition();
  const [problem, setProblem] = useState(false);
  const cost = costs[hints.length];
  return (
    <div className="mt-4 space-y-2 border-t pt-3" aria-live="polite">
      {hints.map((hint, at) => (
        <div key={at} className="flex gap-2 text-sm">
          <Lightbulb aria-hidden className="mt-1 size-4 shrink-0 text-warn" />
          <div className="min-w-0">{hint}</div>
        </div>
      ))}
      {cost !== undefined && takeHint !== null && (
        <Button
          look="quiet"
          size="sm"
          className="-ml-3"
          disabled={pending}
          onClick={() => {
            setProblem(false);
            startTransition(async () => {
              try {
                await takeHint();
              } catch {
                setProblem(true);
              }
            });
          }}
        >
          <Lightbulb aria-hidden />
          {hints.length === 0 ? 'Hint' : 'Another hint'} ({costText(cost)})
        </Button>
      )}
      {problem && <p className="text-sm text-bad">The hint could not be fetched. Try again.</p>}
    </div>
  );
}

function costText(cost: number): string {
  return cost === 0 ? 'free' : `takes ${Math.round(cost * 100)} % of the points`;
}
