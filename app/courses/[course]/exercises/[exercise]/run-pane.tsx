'use client';

import { Footprints } from 'lucide-react';
import { ProcessTree } from '@/app/_components/machine/process-tree/process-tree';
import { isActive } from '@/app/_components/terminal/program-run';
import { TerminalPane } from '@/app/_components/terminal/terminal-pane';
import type { RunControls } from '@/app/_components/terminal/use-program-run';
import { Button } from '@/app/_components/ui/button';
import { SplitHandle } from '@/app/_components/ui/split-handle';
import { usePaneShares } from '@/app/_components/ui/use-pane-shares';

type RunPaneProps = {
  readonly controls: RunControls;
  readonly onLine: (line: number) => void;
  /** Opens the finished run in the stepper. */
  readonly onStep: () => void;
};

/** Of the height, in percent. */
const SHARES = { terminal: 45 };

/** What the last run printed, and the processes that it made. */
export function RunPane({ controls, onLine, onStep }: RunPaneProps) {
  const [shares, setShare] = usePaneShares('run', SHARES);
  const { run } = controls;
  return (
    <div className="flex min-h-0 min-w-0 flex-1 flex-col">
      <section
        aria-label="Terminal and input"
        style={{ flexBasis: `${shares.terminal}%` }}
        className="flex min-h-0 flex-col max-lg:max-h-[60dvh] max-lg:!basis-auto"
      >
        <h2 className="flex h-10 shrink-0 items-center border-b bg-surface px-3 text-sm font-medium text-muted">
          Terminal
        </h2>
        <TerminalPane
          controls={controls}
          onLine={onLine}
          idleText="What your program prints appears here. Run it to see."
        />
      </section>
      <SplitHandle
        orientation="horizontal"
        measures="start"
        label="Height of the terminal"
        value={shares.terminal}
        initial={SHARES.terminal}
        min={20}
        max={80}
        onChange={(share) => setShare('terminal', share)}
      />
      <section aria-label="Processes" className="flex min-h-0 flex-1 flex-col">
        <div className="flex h-10 shrink-0 items-center justify-between border-b bg-surface pr-2 pl-3">
          <h2 className="text-sm font-medium text-muted">Processes</h2>
          {run.phase === 'finished' && (
            <Button look="quiet" size="sm" onClick={onStep}>
              <Footprints aria-hidden />
              Step through it
            </Button>
          )}
        </div>
        <div className="min-h-0 flex-1 overflow-auto p-4">
          {run.events.length === 0 ? (
            <p className="text-muted">The tree of processes of your run will be drawn here.</p>
          ) : (
            <ProcessTree events={run.events} isRunning={isActive(run)} />
          )}
        </div>
      </section>
    </div>
  );
}
