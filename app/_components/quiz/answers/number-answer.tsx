'use client';

import { Input } from '@/app/_components/ui/input';
import { textAnswer } from '@/lib/grading/quiz/given';
import type { AnswerProps } from './answer-props';

type NumberAnswerProps = AnswerProps & {
  readonly unit: string;
  readonly unitBy: 'given' | 'chosen' | 'typed';
  readonly units: readonly string[];
};

/** The number and, where it is chosen, its unit are one text: `12 ms`. */
export function NumberAnswer(props: NumberAnswerProps) {
  const { unit, unitBy, units, labelledBy, value, onChange } = props;
  const text = textAnswer(value);
  const chosen = unitBy === 'chosen' ? (units.find((each) => text.endsWith(` ${each}`)) ?? '') : '';
  const number = chosen === '' ? text : text.slice(0, -chosen.length - 1);
  const change = (newNumber: string, newUnit: string) =>
    onChange(newUnit === '' ? newNumber : `${newNumber} ${newUnit}`);
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Input
        aria-labelledby={labelledBy}
        inputMode={unitBy === 'typed' ? 'text' : 'decimal'}
        autoComplete="off"
        className="w-36"
        value={number}
        onChange={(event) => change(event.target.value, chosen)}
      />
      {unitBy === 'chosen' ? (
        <select
          aria-label="Unit"
          className="h-10 rounded-md border border-edge bg-surface px-2 text-ink"
          value={chosen}
          onChange={(event) => change(number, event.target.value)}
        >
          <option value="">unit …</option>
          {units.map((each) => (
            <option key={each}>{each}</option>
          ))}
        </select>
      ) : (
        unit
      )}
      {unitBy === 'typed' && <span className="text-sm text-muted">with its unit</span>}
    </div>
  );
}
