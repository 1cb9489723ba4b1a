'use client';

import { type Ref, useState } from 'react';
import { ExplorePane } from '@/app/_components/explore/explore-pane';
import type { FoundSchedule } from '@/app/_components/explore/found-schedule';
import type { ExplorationControls } from '@/app/_components/explore/use-exploration';
import type { RunControls } from '@/app/_components/terminal/use-program-run';
import { StepsPane } from '@/app/_components/machine/steps-pane';
import type { Room, SourceSide, StepsPaneProps } from '@/app/_components/machine/steps-pane-props';
import type { RecordingControls } from '@/app/_components/machine/use-recording';
import type { OnStep } from '@/app/_components/verdict/check-result';
import { TabsContent, TabsList, TabsRoot, TabsTrigger } from '@/app/_components/ui/tabs';
import { RunPane } from './run-pane';
import { ShellPane } from './shell-pane';

const TABS = ['run', 'shell', 'explore', 'steps'] as const;
export type ResultsTab = (typeof TABS)[number];

type ResultsPaneProps = {
  readonly tab: ResultsTab;
  readonly onTab: (tab: ResultsTab) => void;
  /** What the editor holds, and its name in the machine. */
  readonly source: string;
  readonly fileName: string;
  readonly controls: RunControls;
  readonly exploration: ExplorationControls;
  readonly recording: RecordingControls;
  /** Titles of the checks that exploring judges. */
  readonly explored: readonly string[];
  readonly onLine: (line: number) => void;
  readonly side: SourceSide;
  readonly room: Room;
  readonly linkTo: NonNullable<StepsPaneProps['linkTo']>;
  readonly onStepRun: () => void;
  readonly onOpenSchedule: (found: FoundSchedule) => void;
  readonly onStepCheck: OnStep;
  readonly ref: Ref<HTMLDivElement>;
};

/** What the program did: in one run, in all possible ones, step by step. */
export function ResultsPane(props: ResultsPaneProps) {
  const { tab, onTab, controls, exploration, recording, onLine, ref } = props;
  // A machine is booted when its shell is first wanted, and stays as it is behind the other tabs.
  const [hasShell, setHasShell] = useState(false);
  if (tab === 'shell' && !hasShell) setHasShell(true);
  return (
    <TabsRoot
      ref={ref}
      value={tab}
      onValueChange={(value) => onTab(TABS.find((known) => known === value) ?? 'run')}
      className="flex min-h-0 min-w-0 flex-col max-lg:scroll-mt-14 max-lg:border-t"
    >
      <TabsList aria-label="What the program does" className="h-10 shrink-0 border-b bg-surface px-2">
        <TabsTrigger value="run">Run</TabsTrigger>
        <TabsTrigger value="shell">Shell</TabsTrigger>
        <TabsTrigger value="explore">Explore</TabsTrigger>
        <TabsTrigger value="steps">Steps</TabsTrigger>
      </TabsList>
      <TabsContent value="run" className="flex min-h-0 flex-1 data-[state=inactive]:hidden">
        <RunPane controls={controls} onLine={onLine} onStep={props.onStepRun} />
      </TabsContent>
      <TabsContent
        value="shell"
        forceMount
        className="flex min-h-0 flex-1 data-[state=inactive]:hidden max-lg:h-[55dvh] max-lg:flex-none"
      >
        {hasShell && <ShellPane source={props.source} fileName={props.fileName} />}
      </TabsContent>
      <TabsContent value="explore" className="relative min-h-0 flex-1 overflow-y-auto">
        <ExplorePane
          controls={exploration}
          checked={props.explored}
          onLine={onLine}
          onOpen={props.onOpenSchedule}
          onStep={props.onStepCheck}
        />
      </TabsContent>
      <TabsContent
        value="steps"
        className="flex min-h-0 flex-1 flex-col data-[state=inactive]:hidden"
      >
        <StepsPane
          controls={recording}
          room={props.room}
          linkTo={props.linkTo}
          {...props.side}
          idleText="Step through a run that has finished, or through a schedule that Explore has found: forwards and backwards, each step at its line."
        />
      </TabsContent>
    </TabsRoot>
  );
}
