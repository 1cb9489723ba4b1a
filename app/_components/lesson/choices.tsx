'use client';

import { useId } from 'react';
import { cn } from '../ui/class-names';

/** A question about a figure, and the answers to choose among. */
export type Choice<Name extends string> = {
  readonly name: Name;
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly text: string }[];
};

export type Chosen<Name extends string> = Readonly<Record<Name, string>>;

/** The first option of each. */
export function firstOptions<Name extends string>(choices: readonly Choice<Name>[]): Chosen<Name> {
  const chosen = choices.map(({ name, options }) => [name, options[0]?.value ?? ''] as const);
  return Object.fromEntries(chosen) as Record<Name, string>;
}

type ChoicesProps<Name extends string> = {
  readonly choices: readonly Choice<Name>[];
  readonly chosen: Chosen<Name>;
  readonly onChoose: (name: Name, value: string) => void;
};

/** What the reader may change in a figure: a row of options for each question. */
export function Choices<Name extends string>({ choices, chosen, onChoose }: ChoicesProps<Name>) {
  const id = useId();
  return (
    <div className="flex flex-wrap gap-x-6 gap-y-2">
      {choices.map(({ name, label, options }) => (
        <fieldset key={name} className="min-w-0">
          <legend className="eyebrow mb-1">{label}</legend>
          <div role="radiogroup" aria-label={label} className="flex flex-wrap gap-1">
            {options.map(({ value, text }) => (
              <label
                key={value}
                className={cn(
                  'relative cursor-pointer rounded-md border px-2.5 py-1 text-sm has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent',
                  chosen[name] === value
                    ? 'border-accent bg-accent-soft font-medium'
                    : 'border-edge hover:bg-hover',
                )}
              >
                <input
                  type="radio"
                  name={`${id}-${name}`}
                  value={value}
                  checked={chosen[name] === value}
                  onChange={() => onChoose(name, value)}
                  className="absolute inset-0 cursor-pointer opacity-0"
                />
                {text}
              </label>
            ))}
          </div>
        </fieldset>
      ))}
    </div>
  );
}
