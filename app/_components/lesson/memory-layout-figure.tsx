import { FigureFrame } from './figure-frame';

// High addresses on top, as the chapter draws it.
const REGIONS = [
  { name: 'arguments and environment', holds: 'argv, environ', height: 34, fill: 'var(--sunken)' },
  {
    name: 'stack',
    holds: 'one frame for each call',
    height: 58,
    fill: 'var(--accent-soft)',
    grows: 'down',
  },
  { name: 'no memory', holds: 'an access here is an error', height: 64, fill: 'none' },
  { name: 'heap', holds: 'what malloc gives', height: 48, fill: 'var(--accent-soft)', grows: 'up' },
  {
    name: 'uninitialized data',
    holds: 'globals that begin as 0',
    height: 36,
    fill: 'var(--warn-soft)',
  },
  { name: 'initialized data', holds: 'globals with a value', height: 36, fill: 'var(--warn-soft)' },
  { name: 'text', holds: 'instructions, read only', height: 44, fill: 'var(--good-soft)' },
] as const;

const WIDTH = 220;
const TOP = 14;

export function MemoryLayoutFigure() {
  const tops = REGIONS.map(
    (_, i) => TOP + REGIONS.slice(0, i).reduce((sum, { height }) => sum + height, 0),
  );
  const bottom = TOP + REGIONS.reduce((sum, { height }) => sum + height, 0);
  return (
    <FigureFrame
      caption="Stack and heap grow towards each other into the gap. Everything below the heap has its size when the program starts."
      table={{
        head: ['Region, from high to low addresses', 'What it holds', 'Grows'],
        rows: REGIONS.map((region) => [
          region.name,
          region.holds,
          'grows' in region ? region.grows : 'no',
        ]),
      }}
    >
      <svg
        role="img"
        aria-label="Regions of a process’s memory, the highest addresses on top: arguments and environment, stack, a gap, heap, uninitialized data, initialized data, text."
        viewBox={`0 0 520 ${bottom + 14}`}
        className="mx-auto block w-full max-w-[32rem] min-w-[26rem]"
        fontFamily="var(--font-sans)"
        fontSize="14"
      >
        {REGIONS.map((region, i) => {
          const top = tops[i] ?? 0;
          const middle = top + region.height / 2;
          return (
            <g key={region.name}>
              <rect
                x="90"
                y={top}
                width={WIDTH}
                height={region.height}
                fill={region.fill}
                stroke="var(--edge)"
                strokeDasharray={region.fill === 'none' ? '4 4' : undefined}
              />
              <text
                x={90 + WIDTH / 2}
                y={middle}
                textAnchor="middle"
                dominantBaseline="central"
                fontWeight={region.fill === 'none' ? 400 : 600}
                fill={region.fill === 'none' ? 'var(--muted)' : 'var(--ink)'}
              >
                {region.name}
              </text>
              <text
                x={104 + WIDTH}
                y={middle}
                dominantBaseline="central"
                fill="var(--muted)"
                fontSize="13"
              >
                {region.holds}
              </text>
              {'grows' in region && <Arrow y={middle} isUp={region.grows === 'up'} />}
            </g>
          );
        })}
        <g fill="var(--muted)" fontSize="13" textAnchor="end">
          <text x="78" y={TOP + 12}>
            high
          </text>
          <text x="78" y={bottom - 4}>
            low
          </text>
        </g>
        <path
          d={`M70 ${bottom - 24} V${TOP + 24} m-4 6 l4 -6 l4 6`}
          stroke="var(--edge)"
          fill="none"
        />
      </svg>
    </FigureFrame>
  );
}

function Arrow({ y, isUp }: { readonly y: number; readonly isUp: boolean }) {
  const tip = isUp ? y - 14 : y + 14;
  const tail = isUp ? y + 10 : y - 10;
  const back = isUp ? 6 : -6;
  return (
    <path
      d={`M110 ${tail} V${tip} m-5 ${back} l5 ${-back} l5 ${back}`}
      stroke="var(--accent)"
      strokeWidth="2"
      fill="none"
    />
  );
}
