import type { Endpoint, MessageKind } from '@/lib/trace/messages/endpoint';

export type Point = { readonly x: number; readonly y: number };

/** Seen from the present moment: received, sent and not received yet, still to come. */
export type When = 'over' | 'under-way' | 'ahead';

export const ROW = 30;

export function rowY(row: number): number {
  return row * ROW + ROW / 2;
}

/** A line's dashes say what kind it is, where its colour is the sender's. */
export const KIND_DASHES: Readonly<Record<MessageKind, string | undefined>> = {
  pipe: undefined,
  queue: '8 3',
  connection: '2 4',
  socket: '12 3 2 3',
  signal: '4 4',
  semaphore: '1 4',
  exit: '6 2 1 2',
};

type MessageArrowProps = {
  /** null: from nobody that the run knows. */
  readonly from: Point | null;
  readonly to: Point;
  readonly kind: MessageKind;
  readonly role: Endpoint['role'];
  readonly color: string;
  readonly when: When;
};

export function MessageArrow({ from, to, kind, role, color, when }: MessageArrowProps) {
  const start = from ?? { x: to.x - 16, y: to.y - 12 };
  const end = shortened(start, to);
  const isHollow = role === 'reply';
  return (
    <g
      data-message={kind}
      data-when={when}
      stroke={color}
      fill="none"
      strokeOpacity={when === 'ahead' ? 0.3 : 1}
    >
      <path d={path(start, end)} strokeWidth="1.75" strokeDasharray={KIND_DASHES[kind]} />
      <path
        d={head(start, end)}
        strokeWidth="1.75"
        strokeLinejoin="round"
        fill={isHollow ? 'var(--surface)' : color}
        fillOpacity={when === 'ahead' ? 0.3 : 1}
      />
    </g>
  );
}

/** Before the glyph that stands at its end. */
function shortened(from: Point, to: Point): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  if (length < 1 || from.x === to.x) return { x: to.x + 6, y: to.y };
  const part = Math.max(0, 1 - 7 / length);
  return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
}

/** To oneself it bulges, else the lane would hide it. */
function path(from: Point, to: Point): string {
  if (Math.abs(from.x - to.x) > 8) return `M${from.x} ${from.y} L${to.x} ${to.y}`;
  const x = from.x + 20;
  return `M${from.x} ${from.y} C${x} ${from.y} ${x} ${to.y} ${to.x} ${to.y}`;
}

function head(from: Point, to: Point): string {
  const isSelf = Math.abs(from.x - to.x) <= 8;
  const angle = isSelf ? Math.PI : Math.atan2(to.y - from.y, to.x - from.x);
  const wing = (turn: number): string =>
    `${to.x - 8 * Math.cos(angle + turn)} ${to.y - 8 * Math.sin(angle + turn)}`;
  return `M${wing(0.45)} L${to.x} ${to.y} L${wing(-0.45)} Z`;
}
