import { cn } from '@/app/_components/ui/class-names';
import { IDLE, UNFILLED } from '@/lib/grading/quiz/slots';

type GanttRowProps = {
  readonly title: string;
  /** Who runs in each unit of time. */
  readonly slots: readonly string[];
  readonly processes: readonly string[];
  /** Units of time to mark as wrong. */
  readonly wrong?: ReadonlySet<number>;
};

type Turn = { readonly name: string; readonly from: number; readonly to: number };

/** A chart in one row: a box for each turn, its name in it, and the times below. */
export function GanttRow({ title, slots, processes, wrong = new Set() }: GanttRowProps) {
  const turns = turnsOf(slots, wrong);
  return (
    <figure>
      <figcaption className="text-sm text-muted">{title}</figcaption>
      <div className="mt-1 overflow-x-auto pb-1" tabIndex={0} role="group" aria-label={title}>
        <ol className="flex w-max text-sm">
          {turns.map(({ name, from, to }) => (
            <li key={from} className="relative pb-5" style={{ width: `${(to - from) * 1.75}rem` }}>
              <div
                className={cn(
                  'grid h-8 place-items-center border',
                  from > 0 && 'border-l-0',
                  name === IDLE || name === UNFILLED ? 'bg-sunken text-muted' : 'font-medium',
                  wrong.has(from) && 'outline-2 -outline-offset-2 outline-bad outline-dashed',
                )}
                style={hueOf(name, processes)}
              >
                <span>
                  {nameText(name)}
                  <span className="sr-only">
                    {wrong.has(from) ? ' (not right)' : ''} from {from} to {to}
                  </span>
                </span>
              </div>
              <span
                aria-hidden
                className="absolute bottom-0 left-0 text-2xs text-muted tabular-nums"
              >
                {from}
              </span>
              {to === slots.length && (
                <span
                  aria-hidden
                  className="absolute right-0 bottom-0 text-2xs text-muted tabular-nums"
                >
                  {to}
                </span>
              )}
            </li>
          ))}
        </ol>
      </div>
    </figure>
  );
}

export function nameText(name: string): string {
  return name === IDLE ? '–' : name === UNFILLED ? '?' : name;
}

/** A process keeps its hue; its name is in the box, too. */
export function hueOf(name: string, processes: readonly string[]): React.CSSProperties | undefined {
  const at = processes.indexOf(name);
  if (at === -1) return undefined;
  return { background: `color-mix(in oklch, var(--lane-${at % 8}) 22%, var(--surface))` };
}

function turnsOf(slots: readonly string[], wrong: ReadonlySet<number>): readonly Turn[] {
  const turns: Turn[] = [];
  slots.forEach((name, at) => {
    const last = turns.at(-1);
    if (last?.name === name && wrong.has(at) === wrong.has(last.from))
      turns[turns.length - 1] = { ...last, to: at + 1 };
    else turns.push({ name, from: at, to: at + 1 });
  });
  return turns;
}
