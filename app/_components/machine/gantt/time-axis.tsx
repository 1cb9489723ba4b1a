import type { TimeWindow } from '@/lib/trace/gantt/bars';
import { roundStep, timeText } from '../time-text';
import { GUTTER } from './gantt-size';

type TimeAxisProps = { readonly window: TimeWindow; readonly width: number };

const TICK_PX = 90;

/** Round times at even distances. */
export function TimeAxis({ window, width }: TimeAxisProps) {
  const { fromNs, toNs } = window;
  const step = roundStep(toNs - fromNs, width / TICK_PX);
  const first = Math.ceil(fromNs / step);
  const count = Math.floor(toNs / step) - first + 1;
  return (
    <svg
      aria-hidden
      height="20"
      className="block w-full shrink-0 border-b"
      fontSize="11"
      fill="var(--muted)"
    >
      {Array.from({ length: Math.max(0, count) }, (_, k) => {
        const timeNs = (first + k) * step;
        const x = GUTTER + ((timeNs - fromNs) / (toNs - fromNs)) * width;
        return (
          <g key={timeNs} transform={`translate(${x} 0)`}>
            <path d="M0 14 V20" stroke="var(--edge)" />
            <text y="13" x="3">
              {timeText(timeNs, step)}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
