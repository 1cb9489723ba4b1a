'use client';

import { type ReactNode, useId } from 'react';
import { Radio, RadioGroup } from '@/app/_components/ui/choice';
import { cn } from '@/app/_components/ui/class-names';
import { textAnswer } from '@/lib/grading/quiz/given';
import type { AnswerProps } from './answer-props';

type LineAnswerProps = AnswerProps & { readonly lines: readonly ReactNode[] };

/** A program whose lines are to choose among; empty ones are not. */
export function LineAnswer({ lines, labelledBy, value, onChange }: LineAnswerProps) {
  const id = useId();
  const chosen = textAnswer(value);
  return (
    <RadioGroup
      aria-labelledby={labelledBy}
      value={chosen}
      onValueChange={onChange}
      className="overflow-x-auto rounded-lg border bg-sunken py-2"
    >
      {lines.map((line, at) => {
        const number = String(at + 1);
        return (
          <label
            key={number}
            className={cn(
              'flex w-max min-w-full cursor-pointer items-center gap-3 px-3 py-px hover:bg-hover',
              chosen === number && 'marked-line',
            )}
          >
            <Radio
              value={number}
              aria-labelledby={`${id}-n${number} ${id}-${number}`}
              className="size-4"
            />
            <span
              id={`${id}-n${number}`}
              className="w-6 text-right text-2xs text-muted tabular-nums"
            >
              <span className="sr-only">Line </span>
              {number}
            </span>
            <code id={`${id}-${number}`} className="whitespace-pre">
              {line}
            </code>
          </label>
        );
      })}
    </RadioGroup>
  );
}
