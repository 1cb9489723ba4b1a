'use client';

import { ChevronLeft, ChevronRight, SkipBack, SkipForward } from 'lucide-react';
import { useId, useMemo, useState } from 'react';
import type { TraceEvent } from '@/lib/kernel/events';
import type { Pid } from '@/lib/kernel/pid';
import { ProcessHistory } from '@/lib/trace/process-history/process-history';
import { Button } from '../../ui/button';
import { TreeFigure } from './tree-figure';
import { TreeLegend } from './tree-legend';
import { TreeTable } from './tree-table';

type ProcessTreeProps = {
  readonly events: readonly TraceEvent[];
  readonly isRunning: boolean;
  readonly caption?: string;
};

const CAPTION =
  'An arrow leads from the process that called fork to its child. Step through to see who waits for whom.';

/** The tree of processes of a run, at its end or at any moment before; it grows while the run goes on. */
export function ProcessTree({ events, isRunning, caption = CAPTION }: ProcessTreeProps) {
  const history = useMemo(() => new ProcessHistory(events), [events]);
  const { last } = history;
  const everybody = useMemo(() => history.at(history.last), [history]);
  // null: follow the run, stay at its end.
  const [chosen, setChosen] = useState<number | null>(null);
  const moment = isRunning || chosen === null ? last : Math.min(chosen, last);
  const processes = useMemo(() => history.at(moment), [history, moment]);
  const [active, setActive] = useState<Pid | null>(null);
  const captionId = useId();

  return (
    <figure aria-labelledby={captionId} className="flex min-w-0 flex-col gap-3">
      <div className="max-h-[70dvh] min-w-0">
        <TreeFigure
          processes={processes}
          everybody={everybody}
          active={processes.some(({ pid }) => pid === active) ? active : null}
          onActive={setActive}
          onOpen={({ pid }) => setActive(pid)}
        />
      </div>
      {!isRunning && last > 1 && <MomentSlider moment={moment} last={last} onChoose={setChosen} />}
      <TreeLegend hasOrphans={history.hasOrphans} />
      <figcaption id={captionId} className="text-sm text-muted">
        {caption}
      </figcaption>
      <details className="text-sm">
        <summary className="link w-fit">As a table</summary>
        <TreeTable processes={processes} />
      </details>
    </figure>
  );
}

type MomentSliderProps = {
  readonly moment: number;
  readonly last: number;
  readonly onChoose: (moment: number | null) => void;
};

function MomentSlider({ moment, last, onChoose }: MomentSliderProps) {
  const go = (to: number) => onChoose(to >= last ? null : Math.max(1, to));
  return (
    <div role="group" aria-label="Moment of the run" className="flex items-center gap-1">
      <Button
        look="quiet"
        size="icon"
        aria-label="First moment"
        disabled={moment <= 1}
        onClick={() => go(1)}
      >
        <SkipBack aria-hidden />
      </Button>
      <Button
        look="quiet"
        size="icon"
        aria-label="One step back"
        disabled={moment <= 1}
        onClick={() => go(moment - 1)}
      >
        <ChevronLeft aria-hidden />
      </Button>
      <input
        type="range"
        min={1}
        max={last}
        value={moment}
        onChange={(event) => go(Number(event.target.value))}
        aria-label="Moment"
        aria-valuetext={`${moment} of ${last}`}
        className="min-w-16 flex-1"
      />
      <Button
        look="quiet"
        size="icon"
        aria-label="One step on"
        disabled={moment >= last}
        onClick={() => go(moment + 1)}
      >
        <ChevronRight aria-hidden />
      </Button>
      <Button
        look="quiet"
        size="icon"
        aria-label="Last moment"
        disabled={moment >= last}
        onClick={() => go(last)}
      >
        <SkipForward aria-hidden />
      </Button>
      <span className="min-w-16 text-right text-sm text-muted tabular-nums">
        {moment} of {last}
      </span>
    </div>
  );
}
