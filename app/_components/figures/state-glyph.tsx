import type { ProcessState } from '@/lib/kernel/events';
import { STATE_LOOKS, type StateLook } from './process-states';

/** The shape and letter of a process state, about 28 units across, centred on the origin. */
export function StateGlyph({ state }: { readonly state: ProcessState }) {
  const { letter, color, shape } = STATE_LOOKS[state];
  return (
    <g>
      <g fill={color} stroke="var(--ink)" strokeWidth="1.25" strokeLinejoin="round">
        <Outline shape={shape} />
      </g>
      {shape !== 'arrow' && (
        <text
          textAnchor="middle"
          dominantBaseline="central"
          fontSize="13"
          fontWeight="700"
          fill="var(--on-state)"
        >
          {letter}
        </text>
      )}
      {/* The letter of running is the triangle itself. */}
      {shape === 'arrow' && <path d="M-4 -6 L6 0 L-4 6 Z" fill="var(--on-state)" />}
    </g>
  );
}

function Outline({ shape }: { readonly shape: StateLook['shape'] }) {
  switch (shape) {
    case 'dashed-circle':
      return <circle r="14" strokeDasharray="4 3" />;
    case 'circle':
      return <circle r="14" />;
    case 'arrow':
      return <path d="M-14 -13 L6 -13 L17 0 L6 13 L-14 13 Z" />;
    case 'square':
      return <rect x="-13" y="-13" width="26" height="26" rx="2" />;
    case 'diamond':
      return <path d="M0 -18 L18 0 L0 18 L-18 0 Z" />;
    case 'octagon':
      return <path d="M-6 -14 L6 -14 L14 -6 L14 6 L6 14 L-6 14 L-14 6 L-14 -6 Z" />;
  }
}
