import type { ProcessState } from '@/lib/kernel/events';
import { StateGlyph } from '../../figures/state-glyph';
import { GUTTER } from './gantt-size';

type RowNameProps = {
  readonly name: string;
  readonly color: string | undefined;
  /** At the present moment; null: it is not there, or has none. */
  readonly state: ProcessState | null;
};

export function RowName({ name, color, state }: RowNameProps) {
  return (
    <div
      className="flex shrink-0 items-center gap-1.5 overflow-hidden border-r bg-surface px-2 text-sm"
      style={{ width: GUTTER }}
    >
      <span className="min-w-0 flex-1 truncate font-medium" style={{ color }} title={name}>
        {name}
      </span>
      {state !== null && (
        <svg role="img" aria-label={state} viewBox="-20 -20 40 40" className="size-4.5 shrink-0">
          <StateGlyph state={state} />
        </svg>
      )}
    </div>
  );
}
