'use client';

import { type Ref, useState } from 'react';
import { ProcessTree } from '@/app/_components/figures/process-tree';
import { isActive } from '@/app/_components/terminal/program-run';
import { TerminalPane } from '@/app/_components/terminal/terminal-pane';
import type { RunControls } from '@/app/_components/terminal/use-program-run';
import { SplitHandle } from '@/app/_components/ui/split-handle';

type RunPaneProps = {
  readonly controls: RunControls;
  readonly onLine: (line: number) => void;
  readonly ref: Ref<HTMLDivElement>;
};

export function RunPane({ controls, onLine, ref }: RunPaneProps) {
  const [share, setShare] = useState(45);
  const { run } = controls;
  return (
    <div ref={ref} className="flex min-h-0 min-w-0 flex-col max-lg:scroll-mt-14 max-lg:border-t">
      <section
        aria-label="Terminal and input"
        style={{ flexBasis: `${share}%` }}
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
        value={share}
        min={20}
        max={80}
        onChange={setShare}
      />
      <section aria-label="Processes" className="flex min-h-0 flex-1 flex-col">
        <h2 className="flex h-10 shrink-0 items-center border-b bg-surface px-3 text-sm font-medium text-muted">
          Processes
        </h2>
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
