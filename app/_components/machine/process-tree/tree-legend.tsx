import { StateLegend } from '../../figures/state-legend';

/** What glyphs and lines of a process tree mean. */
export function TreeLegend({ hasOrphans }: { readonly hasOrphans: boolean }) {
  return (
    <div className="space-y-1 text-sm">
      <StateLegend />
      <ul aria-label="Legend: lines" className="flex flex-wrap gap-x-4 gap-y-1 text-muted">
        <Line text="made" stroke="var(--edge)" width={1.5} />
        <Line
          text="made it, and waits for it"
          stroke="var(--state-waiting)"
          width={3}
          dashes="5 4"
        />
        {hasOrphans && (
          <Line text="adopted by init" stroke="var(--edge)" width={1.5} dashes="7 4" />
        )}
      </ul>
    </div>
  );
}

type LineProps = {
  readonly text: string;
  readonly stroke: string;
  readonly width: number;
  readonly dashes?: string;
};

function Line({ text, stroke, width, dashes }: LineProps) {
  return (
    <li className="flex items-center gap-1.5">
      <svg aria-hidden viewBox="0 0 28 12" className="h-3 w-7" fill="none" stroke={stroke}>
        <path d="M0 6 H26" strokeWidth={width} strokeDasharray={dashes} />
        <path d="M22 2 L27 6 L22 10" strokeWidth="1.5" />
      </svg>
      {text}
    </li>
  );
}
