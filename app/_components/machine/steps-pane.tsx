'use client';

import { ChevronLeft, ChevronRight, SkipBack, SkipForward, Undo2 } from 'lucide-react';
import { Suspense, useEffect, useMemo, useState } from 'react';
import type { SourcePosition } from '@/lib/kernel/events';
import type { Pid } from '@/lib/kernel/pid';
import { CSource } from '../editor/c-source';
import { Button } from '../ui/button';
import { cn } from '../ui/class-names';
import { Callout } from '../ui/callout';
import { TabsContent, TabsRoot } from '../ui/tabs';
import { processNames, type ProcessNames } from './process-names';
import type { RecordingControls, RecordingView } from './use-recording';
import { ViewChoice } from './view-choice';
import type { Move } from './view-props';
import { type ViewId, VIEWS } from './views';

type StepsPaneProps = {
  readonly controls: RecordingControls;
  readonly onLine: (at: SourcePosition) => void;
  /** What to say before anything was recorded. */
  readonly idleText: string;
};

/** A recorded run: its timeline, the present moment, and the way to others. */
export function StepsPane({ controls, onLine, idleText }: StepsPaneProps) {
  const { view, cancel } = controls;
  switch (view.phase) {
    case 'idle':
      return <p className="p-4 text-muted">{idleText}</p>;
    case 'recording':
      return (
        <div role="status" className="flex items-center gap-3 p-4">
          <p className="flex-1">
            Recording the run… {view.steps > 0 && `${view.steps.toLocaleString('en')} instructions`}
          </p>
          <Button size="sm" onClick={cancel}>
            That is enough
          </Button>
        </div>
      );
    case 'not-compiled':
      return <p className="p-4">It does not compile yet, so there is nothing to step through.</p>;
    case 'broken':
      return (
        <Callout tone="bad" className="m-4" title="This run could not be made again" role="alert">
          <p>{view.message}</p>
        </Callout>
      );
    case 'open':
      return <OpenedSteps controls={controls} onLine={onLine} />;
  }
}

function OpenedSteps({ controls, onLine }: Omit<StepsPaneProps, 'idleText'>) {
  const { view, goTo, goToMark, find, show } = controls;
  const { opened } = view;
  const names = useMemo(
    () => (opened === null ? new Map() : processNames(opened.timeline)),
    [opened],
  );
  const [thread, setThread] = useState<Pid | null>(null);
  const [shown, setShown] = useState<ViewId>('timeline');
  const [memoryOf, setMemoryOf] = useState<readonly Pid[]>([]);
  const { id, needs, Component } = VIEWS.find((each) => each.id === shown) ?? VIEWS[0];
  useEffect(() => show(needs, memoryOf), [show, needs, memoryOf]);
  if (opened === null) return null;
  const { marks } = opened.timeline;
  const current = view.mark ?? 0;

  function move(to: Move) {
    switch (to) {
      case 'first':
        return goToMark(0);
      case 'last':
        return goToMark(marks.length - 1);
      case 'back':
        return goToMark(nextMark(-1));
      case 'on':
        return goToMark(nextMark(1));
      case 'line-back':
        return find({ kind: 'line', thread }, 'backward');
      case 'line-on':
        return find({ kind: 'line', thread }, 'forward');
    }
  }

  /** Of the chosen thread, where one is chosen. */
  function nextMark(by: 1 | -1): number {
    for (let k = current + by; k >= 0 && k < marks.length; k += by)
      if (thread === null || marks[k]?.thread === thread) return k;
    return current;
  }

  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <StepsBar
        view={view}
        names={names}
        thread={thread}
        onThread={setThread}
        onMove={move}
        markCount={marks.length}
      />
      {opened.mismatch !== null && (
        <Callout tone="warn" className="m-2" title="This schedule is of another version">
          <p className="text-sm">{opened.mismatch}</p>
        </Callout>
      )}
      <TabsRoot
        value={id}
        onValueChange={(value) => setShown(VIEWS.find((each) => each.id === value)?.id ?? shown)}
        className="flex min-h-0 flex-1 flex-col"
      >
        <ViewChoice shown={id} onChoose={setShown} />
        <TabsContent value={id} className="flex min-h-0 flex-1 flex-col">
          <Suspense fallback={<p className="p-4 text-sm text-muted">Loading this view…</p>}>
            <Component
              run={opened}
              names={names}
              moment={view.moment}
              position={view.position}
              mark={view.mark}
              thread={thread}
              onGo={goTo}
              onMark={goToMark}
              onMove={move}
              onLine={onLine}
              memoryOf={memoryOf}
              onMemoryOf={setMemoryOf}
            />
          </Suspense>
        </TabsContent>
      </TabsRoot>
    </div>
  );
}

const JUMPS = [
  { to: 'first', label: 'First step', icon: SkipBack },
  { to: 'back', label: 'One step back', icon: ChevronLeft },
  { to: 'on', label: 'One step on', icon: ChevronRight },
  { to: 'last', label: 'Last step', icon: SkipForward },
] as const;

type StepsBarProps = {
  readonly view: RecordingView;
  readonly names: ProcessNames;
  readonly thread: Pid | null;
  readonly onThread: (thread: Pid | null) => void;
  readonly onMove: (move: Move) => void;
  readonly markCount: number;
};

function StepsBar({ view, names, thread, onThread, onMove, markCount }: StepsBarProps) {
  const { mark, at, isSearching, title } = view;
  return (
    <div className="shrink-0 border-b px-2 py-1.5 text-sm">
      <div className="flex items-center gap-2 px-1">
        <p className="min-w-0 flex-1 truncate font-medium" title={title}>
          {title}
        </p>
        <label className="shrink-0">
          <span className="sr-only">Whose steps</span>
          <select
            value={thread ?? ''}
            onChange={({ target }) =>
              onThread([...names.keys()].find((id) => String(id) === target.value) ?? null)
            }
            className="h-8 max-w-32 rounded-md border border-edge bg-surface px-2 text-sm"
          >
            <option value="">everybody</option>
            {[...names].map(([id, { name }]) => (
              <option key={id} value={id}>
                {name} only
              </option>
            ))}
          </select>
        </label>
      </div>
      <div role="group" aria-label="Steps" className="mt-1 flex flex-wrap items-center gap-1">
        {JUMPS.map(({ to, label, icon: Icon }) => (
          <Button
            key={to}
            look="quiet"
            size="icon"
            className="size-8"
            aria-label={label}
            onClick={() => onMove(to)}
          >
            <Icon aria-hidden />
          </Button>
        ))}
        <span className="mx-1 h-5 border-l" aria-hidden />
        <Button look="quiet" size="sm" className="px-2" onClick={() => onMove('line-back')}>
          <Undo2 aria-hidden />
          Line
          <span className="sr-only"> back</span>
        </Button>
        <Button look="quiet" size="sm" className="px-2" onClick={() => onMove('line-on')}>
          <Undo2 aria-hidden className="-scale-x-100" />
          Line
          <span className="sr-only"> on</span>
        </Button>
        <p role="status" className="ml-auto px-1 text-muted tabular-nums">
          {isSearching ? 'looking…' : `${(mark ?? 0) + 1} of ${markCount}`}
        </p>
      </div>
      <p
        className={cn(
          'mt-1 flex h-7 items-center gap-2 overflow-hidden rounded-sm px-2',
          at === null ? 'text-muted' : 'marked-line',
        )}
      >
        {at === null ? (
          'Between the lines of the program'
        ) : (
          <>
            <span className="shrink-0 text-muted tabular-nums">line {at.line}</span>
            <code className="truncate">
              <CSource source={view.source.split('\n')[at.line - 1]?.trim() ?? ''} />
            </code>
          </>
        )}
      </p>
    </div>
  );
}
