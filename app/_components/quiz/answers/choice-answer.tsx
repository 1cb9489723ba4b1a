'use client';

import { type ReactNode, useId } from 'react';
import { Checkbox, Radio, RadioGroup } from '@/app/_components/ui/choice';
import { listAnswer, textAnswer } from '@/lib/grading/quiz/given';
import type { ViewItem } from '../question-view';
import type { AnswerProps } from './answer-props';

type ChoiceAnswerProps = AnswerProps & {
  readonly many: boolean;
  readonly options: readonly ViewItem[];
};

export function ChoiceAnswer({ many, options, labelledBy, value, onChange }: ChoiceAnswerProps) {
  if (!many) {
    return (
      <RadioGroup aria-labelledby={labelledBy} value={textAnswer(value)} onValueChange={onChange}>
        {options.map((option) => (
          <OptionLine key={option.id} option={option}>
            {(id) => <Radio value={option.id} aria-labelledby={id} />}
          </OptionLine>
        ))}
      </RadioGroup>
    );
  }
  const chosen = listAnswer(value);
  return (
    <div role="group" aria-labelledby={labelledBy}>
      <p className="mb-1 text-sm text-muted">Choose all that are right.</p>
      {options.map((option) => (
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

type OptionLineProps = {
  readonly option: ViewItem;
  readonly children: (labelId: string) => ReactNode;
};

function OptionLine({ option, children }: OptionLineProps) {
  const id = useId();
  return (
    <label className="-mx-2 flex cursor-pointer items-start gap-3 rounded-md px-2 py-1.5 hover:bg-hover [&>button]:mt-0.5">
      {children(id)}
      <span id={id} className="min-w-0 flex-1">
        {option.shown}
      </span>
    </label>
  );
}
