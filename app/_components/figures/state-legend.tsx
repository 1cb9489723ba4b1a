import { STATE_LOOKS, STATES } from './process-states';
import { StateGlyph } from './state-glyph';

export function StateLegend() {
  return (
    <ul
      aria-label="Legend: states of a process"
      className="flex flex-wrap gap-x-4 gap-y-1 text-sm text-muted"
    >
      {STATES.map((state) => (
        <li key={state} className="flex items-center gap-1.5" title={STATE_LOOKS[state].meaning}>
          <svg aria-hidden viewBox="-20 -20 40 40" className="size-5">
            <StateGlyph state={state} />
          </svg>
          {state}
        </li>
      ))}
    </ul>
  );
}
