import { type MouseEvent, useRef } from 'react';
import { useWidth } from '../../machine/gantt/use-width';
import type { Bar } from './workload';

const LEFT = 76;
const ROW = 26;
const ROWS = ['processor', 'device 1', 'device 2'] as const;

type ServiceChartProps = {
  readonly bars: readonly Bar[];
  readonly end: number;
  /** The moment that is shown. */
  readonly at: number;
  /** A process keeps its hue; its name stands in each bar, too. */
  readonly names: readonly string[];
  readonly onChoose: (time: number) => void;
};

/** A Gantt chart of what the processor and the devices do, in milliseconds. */
export function ServiceChart({ bars, end, at, names, onChoose }: ServiceChartProps) {
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const inside = Math.max(1, width - LEFT - 8);
  const x = (time: number) => LEFT + (time / Math.max(end, 1)) * inside;
  const height = ROWS.length * ROW;
  const choose = (event: MouseEvent<SVGSVGElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    onChoose(((event.clientX - box.left - LEFT) / inside) * end);
  };
  const step = end > 60 ? 20 : end > 25 ? 10 : 5;
  return (
    <div ref={frame} className="mt-3 overflow-hidden">
      <svg
        role="img"
        aria-label={bars
          .map(({ name, on, from, to }) => `${ROWS[on] ?? ''}: ${name} from ${from} to ${to} ms`)
          .join('; ')}
        width={width}
        height={height + 20}
        className="block cursor-pointer"
        fontSize="12.5"
        onClick={choose}
      >
        {ROWS.map((row, k) => (
          <g key={row}>
            <text x={LEFT - 8} y={k * ROW + 17} textAnchor="end" fill="var(--muted)">
              {row}
            </text>
            <rect x={LEFT} y={k * ROW + 3} width={inside} height={ROW - 6} fill="var(--sunken)" />
          </g>
        ))}
        {bars.map(({ name, on, from, to }) => (
          <g key={`${name} ${on} ${from}`}>
            <rect
              x={x(from)}
              y={on * ROW + 3}
              width={Math.max(1, x(to) - x(from) - 1)}
              height={ROW - 6}
              rx="2"
              fill="var(--surface)"
              stroke={`var(--lane-${names.indexOf(name) % 8})`}
              strokeWidth="2"
            />
            {x(to) - x(from) > 12 && (
              <text
                x={(x(from) + x(to)) / 2}
                y={on * ROW + 17.5}
                textAnchor="middle"
                fontWeight="600"
                fill={`var(--lane-${names.indexOf(name) % 8})`}
              >
                {name}
              </text>
            )}
          </g>
        ))}
        <path
          d={`M${x(Math.min(at, end))} 0 V${height + 2}`}
          stroke="var(--accent)"
          strokeWidth="2"
        />
        <g fill="var(--muted)" textAnchor="middle">
          {Array.from({ length: Math.floor(end / step) + 1 }, (_, k) => k * step).map((time) => (
            <text key={time} x={x(time)} y={height + 16}>
              {time}
            </text>
          ))}
        </g>
      </svg>
    </div>
  );
}
