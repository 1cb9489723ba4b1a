'use client';

import { useState } from 'react';
import type { Output } from '@/lib/explorer/result';
import type { RunExploration } from '@/lib/grading/exploration/explore-exercise';
import { Button } from '../ui/button';
import { type FoundSchedule, outputTitle } from './found-schedule';
import { OutputQuestion } from './output-question';
import { OutputRow } from './output-row';

/** The outputs of one run, all of them or those found so far. */
export type ExploredOutputs = Pick<RunExploration, 'run' | 'args' | 'stdin'> & {
  readonly result: Pick<RunExploration['result'], 'complete' | 'outputs'>;
};

type PossibleOutputsProps = {
  readonly runs: readonly ExploredOutputs[];
  readonly onOpen: (found: FoundSchedule) => void;
};

/** Every output found, each with the way to it, and the question about one that may not be there. */
export function PossibleOutputs({ runs, onOpen }: PossibleOutputsProps) {
  const [chosen, setChosen] = useState<string | null>(null);
  const shown = runs.find(({ run }) => run === chosen) ?? runs[0];
  if (shown === undefined) return null;
  const { args, stdin, result } = shown;
  const open = ({ stdout, schedule }: Output) =>
    onOpen({ args, stdin, schedule, title: `Prints ${outputTitle(stdout)}`, violation: null });
  return (
    <section aria-labelledby="outputs" className="space-y-3">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h3 id="outputs" className="eyebrow">
          {headline(result)}
        </h3>
        {runs.length > 1 && (
          <label className="flex items-center gap-2 text-sm text-muted">
            with the arguments
            <select
              value={shown.run}
              onChange={({ target }) => setChosen(target.value)}
              className="h-8 max-w-40 rounded-md border border-edge bg-surface px-2 font-mono text-ink"
            >
              {runs.map((run) => (
                <option key={run.run} value={run.run}>
                  {run.args.length === 0 ? 'none' : run.args.join(' ')}
                </option>
              ))}
            </select>
          </label>
        )}
      </div>
      <OutputList key={shown.run} outputs={result.outputs} onOpen={open} />
      <OutputQuestion key={`question ${shown.run}`} result={result} onOpen={open} />
    </section>
  );
}

/** More than anybody reads through; the question below finds any. */
const SHOWN_MAX = 50;

type OutputListProps = {
  readonly outputs: readonly Output[];
  readonly onOpen: (output: Output) => void;
};

function OutputList({ outputs, onOpen }: OutputListProps) {
  const [showsAll, setShowsAll] = useState(false);
  if (outputs.length === 0) return null;
  const shown = showsAll ? outputs : outputs.slice(0, SHOWN_MAX);
  return (
    <>
      <ul aria-labelledby="outputs" className="space-y-2">
        {shown.map((output) => (
          <li key={output.schedule}>
            <OutputRow output={output} onOpen={() => onOpen(output)} />
          </li>
        ))}
      </ul>
      {shown.length < outputs.length && (
        <Button size="sm" onClick={() => setShowsAll(true)}>
          Show all {outputs.length.toLocaleString('en')}
        </Button>
      )}
    </>
  );
}

function headline({ complete, outputs }: ExploredOutputs['result']): string {
  const count = outputs.length.toLocaleString('en');
  if (outputs.length === 0)
    return complete ? 'No output is possible: it never ends' : 'No output was found yet';
  if (outputs.length === 1)
    return complete ? 'Only one output is possible' : 'One output was found so far';
  return complete ? `${count} outputs are possible` : `${count} outputs were found so far`;
}
