'use client';

import { Footprints } from 'lucide-react';
import { Button } from '../_components/ui/button';

export type RunInput = { readonly args: string; readonly stdin: string };

type RunInputFormProps = {
  readonly input: RunInput;
  readonly onChange: (input: RunInput) => void;
  readonly onStep: () => void;
};

/** What the program that is stepped through is started with. */
export function RunInputForm({ input, onChange, onStep }: RunInputFormProps) {
  return (
    <details className="shrink-0 border-b bg-surface px-3 py-1 text-sm">
      <summary className="w-fit text-muted">
        Arguments and input
        {(input.args !== '' || input.stdin !== '') && <span aria-hidden> •</span>}
      </summary>
      <form
        className="grid gap-2 py-2 sm:grid-cols-[1fr_1fr_auto] sm:items-start"
        onSubmit={(event) => {
          event.preventDefault();
          onStep();
        }}
      >
        <label>
          <span className="eyebrow block">Arguments</span>
          <input
            type="text"
            value={input.args}
            onChange={({ target }) => onChange({ ...input, args: target.value })}
            spellCheck={false}
            className="h-8 w-full rounded-md border border-edge bg-paper px-2 font-mono"
          />
        </label>
        <label>
          <span className="eyebrow block">Standard input</span>
          <textarea
            rows={2}
            value={input.stdin}
            onChange={({ target }) => onChange({ ...input, stdin: target.value })}
            spellCheck={false}
            className="block w-full rounded-md border border-edge bg-paper px-2 py-1 font-mono"
          />
        </label>
        <Button type="submit" size="sm" className="sm:mt-5">
          <Footprints aria-hidden />
          Step again
        </Button>
      </form>
    </details>
  );
}
