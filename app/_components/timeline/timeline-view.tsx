'use client';

import { useMemo } from 'react';
import { WithCode } from '../editor/with-code';
import type { ViewProps } from '../machine/view-props';
import { conflictsByMark, layOutLanes } from './lane-layout';
import { MomentView } from './moment-view';
import { TimelineFigure } from './timeline-figure';

/** The run as lanes, and below it what each thread does at the present moment. */
export function TimelineView({ run, names, moment, mark, onMark, onMove, onLine }: ViewProps) {
  const { timeline, story } = run;
  const layout = useMemo(() => layOutLanes(timeline), [timeline]);
  const { marks } = timeline;
  const current = mark ?? 0;
  const violation = marks[current]?.violation ?? null;
  const byMark = useMemo(() => conflictsByMark(timeline), [timeline]);
  const conflicts = byMark.get(current) ?? [];
  return (
    <>
      <TimelineFigure
        timeline={timeline}
        layout={layout}
        current={mark}
        onChoose={onMark}
        onMove={onMove}
      />
      <section
        aria-label="Moment"
        className="max-h-[34%] shrink-0 overflow-y-auto border-t bg-surface px-3 py-1 max-lg:max-h-none"
      >
        {story.length > 1 && (
          <details className="py-1 text-sm">
            <summary className="link w-fit">How it comes to that</summary>
            <ol className="mt-1 list-decimal space-y-0.5 pl-5">
              {story.map((sentence, k) => (
                <li key={k}>
                  <WithCode text={sentence} />
                </li>
              ))}
            </ol>
          </details>
        )}
        {violation !== null && (
          <p className="py-1 text-sm font-semibold text-bad">
            <WithCode text={violation} />
          </p>
        )}
        {conflicts.length > 0 && (
          <ul aria-label="Conflicts" className="py-1 text-sm">
            {conflicts.map(({ first, second, object }) => {
              const other = first === current ? second : first;
              const with_ = marks[other];
              return (
                <li key={`${other} ${object}`} className="truncate">
                  <span className="text-muted">{first === current ? 'before' : 'after'}</span>{' '}
                  <button type="button" className="link" onClick={() => onMark(other)}>
                    step {other + 1}
                  </button>
                  : {with_ === undefined ? '' : names.get(with_.thread)?.name} {with_?.text}
                </li>
              );
            })}
          </ul>
        )}
        {moment !== null && <MomentView moment={moment} names={names} onLine={onLine} />}
      </section>
    </>
  );
}
