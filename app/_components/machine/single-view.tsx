'use client';

import { ChevronLeft, ChevronRight } from 'lucide-react';
import { Suspense, useMemo } from 'react';
import type { SourcePosition } from '@/lib/kernel/events';
import { Button } from '../ui/button';
import { Callout } from '../ui/callout';
import { processNames } from './process-names';
import type { OpenedRun } from './recording-session';
import { Scrubber } from './scrubber';
import type { RecordingControls } from './use-recording';
import { useStepping } from './use-stepping';
import { type View, type ViewId, VIEWS } from './views';

type SingleViewProps = {
  readonly id: ViewId;
  readonly controls: RecordingControls;
  readonly onLine: (at: SourcePosition) => void;
};

/** One view of a recorded run by itself, with a scrubber and steps from line to line: for a lesson. */
export function SingleView({ id, controls, onLine }: SingleViewProps) {
  const { view } = controls;
  const shown = VIEWS.find((each) => each.id === id) ?? VIEWS[0];
  switch (view.phase) {
    case 'idle':
      return null;
    case 'recording':
      return (
        <p role="status" className="p-3 text-sm text-muted">
          Recording the run…
        </p>
      );
    case 'not-compiled':
      return (
        <p role="status" className="p-3 text-sm">
          It does not compile yet, so there is nothing to step through.
        </p>
      );
    case 'broken':
      return (
        <Callout tone="bad" className="m-3" title="This run could not be made again" role="alert">
          <p>{view.message}</p>
        </Callout>
      );
    case 'open':
      return view.run === null ? null : (
        <Opened run={view.run} shown={shown} controls={controls} onLine={onLine} />
      );
  }
}

type OpenedProps = {
  readonly run: OpenedRun;
  readonly shown: View;
  readonly controls: RecordingControls;
  readonly onLine: (at: SourcePosition) => void;
};

function Opened({ run, shown, controls, onLine }: OpenedProps) {
  const { view, goTo, goToMark } = controls;
  const names = useMemo(() => processNames(run.timeline), [run]);
  const stepping = useStepping(controls, run, shown, { onLine });
  const { Component, label } = shown;
  return (
    <section aria-label={`${label}, moment by moment`} onKeyDown={stepping.onKeyDown}>
      <div className="border-b px-2 py-1 text-sm">
        <Scrubber
          run={run}
          position={view.position}
          timeNs={view.moment?.view.timeNs ?? null}
          onGo={goTo}
        />
        <div className="flex items-center gap-1">
          <Button
            look="quiet"
            size="sm"
            className="px-2"
            onClick={() => stepping.step('into', 'backward')}
          >
            <ChevronLeft aria-hidden />
            Line back
          </Button>
          <Button
            look="quiet"
            size="sm"
            className="px-2"
            onClick={() => stepping.step('into', 'forward')}
          >
            Line on
            <ChevronRight aria-hidden />
          </Button>
          <p role="status" className="ml-auto px-1 text-muted">
            {stepping.status}
          </p>
        </div>
      </div>
      <div className="flex max-h-[32rem] min-h-0 flex-col overflow-auto">
        <Suspense fallback={<p className="p-4 text-sm text-muted">Loading this view…</p>}>
          <Component
            run={run}
            names={names}
            moment={view.moment}
            position={view.position}
            mark={view.mark}
            thread={null}
            onGo={goTo}
            onMark={goToMark}
            onMove={stepping.move}
            onLine={onLine}
            memoryOf={stepping.memoryOf}
            onMemoryOf={stepping.setMemoryOf}
          />
        </Suspense>
      </div>
    </section>
  );
}
