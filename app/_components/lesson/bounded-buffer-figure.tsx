import { FigureFrame } from './figure-frame';

const SLOTS = [
  { at: 0, item: null },
  { at: 1, item: 'c' },
  { at: 2, item: 'd' },
  { at: 3, item: 'e' },
  { at: 4, item: null },
  { at: 5, item: null },
] as const;

const SIZE = 56;
const LEFT = 132;
const TOP = 70;

export function BoundedBufferFigure() {
  const x = (at: number) => LEFT + at * SIZE;
  return (
    <FigureFrame
      caption="Between out and in lie the items, in the order of their arrival. Behind the last slot both go on at the first one."
      table={{
        head: ['Slot', 'Holds', 'Pointed to by'],
        rows: SLOTS.map(({ at, item }) => [
          String(at),
          item ?? 'nothing',
          at === 1 ? 'out: the next to be taken' : at === 4 ? 'in: the next to be filled' : '',
        ]),
      }}
    >
      <svg
        role="img"
        aria-label="A buffer of six slots. Slots 1 to 3 hold items. The producer fills slot 4 next, the consumer takes from slot 1 next."
        viewBox="0 0 600 200"
        className="mx-auto block w-full max-w-[38rem] min-w-[32rem]"
        fontFamily="var(--font-sans)"
        fontSize="14"
      >
        {SLOTS.map(({ at, item }) => (
          <g key={at}>
            <rect
              x={x(at)}
              y={TOP}
              width={SIZE}
              height={SIZE}
              fill={item === null ? 'var(--surface)' : 'var(--accent-soft)'}
              stroke="var(--edge)"
            />
            <text
              x={x(at) + SIZE / 2}
              y={TOP + SIZE + 17}
              textAnchor="middle"
              fontSize="12"
              fill="var(--muted)"
            >
              {at}
            </text>
            {item !== null && (
              <text
                x={x(at) + SIZE / 2}
                y={TOP + SIZE / 2}
                textAnchor="middle"
                dominantBaseline="central"
                fontFamily="var(--font-mono)"
                fontWeight="600"
                fill="var(--ink)"
              >
                {item}
              </text>
            )}
          </g>
        ))}
        <Pointer x={x(4) + SIZE / 2} name="in" who="producer" />
        <Pointer x={x(1) + SIZE / 2} name="out" who="consumer" />
        <g fill="var(--muted)" fontSize="13">
          <text x={LEFT - 12} y={TOP + SIZE / 2} textAnchor="end" dominantBaseline="central">
            shared memory
          </text>
          <text x={x(SLOTS.length) + 12} y={TOP + SIZE / 2} dominantBaseline="central">
            3 full, 3 empty
          </text>
          <text x={x(3)} y="182" textAnchor="middle">
            semaphores: full = 3, empty = 3, mutex = 1
          </text>
        </g>
      </svg>
    </FigureFrame>
  );
}

function Pointer({
  x,
  name,
  who,
}: {
  readonly x: number;
  readonly name: string;
  readonly who: string;
}) {
  return (
    <g>
      <text x={x} y="20" textAnchor="middle" fill="var(--muted)" fontSize="13">
        {who}
      </text>
      <text x={x} y="38" textAnchor="middle" fontWeight="600" fill="var(--ink)">
        {name}
      </text>
      <path
        d={`M${x} 44 V64 m-4 -6 l4 6 l4 -6`}
        stroke="var(--accent)"
        strokeWidth="2"
        fill="none"
      />
    </g>
  );
}
