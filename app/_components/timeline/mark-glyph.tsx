import type { MarkKind } from '@/lib/trace/timeline/timeline';

type MarkGlyphProps = { readonly kind: MarkKind; readonly color: string };

/** A mark of a timeline, about 14 units across, centred on the origin: a shape for each kind. */
export function MarkGlyph({ kind, color }: MarkGlyphProps) {
  const filled = { fill: color, stroke: color, strokeWidth: 2 } as const;
  const hollow = { fill: 'var(--surface)', stroke: color, strokeWidth: 2.5 } as const;
  switch (kind) {
    case 'read':
      return <circle r="5.5" {...hollow} />;
    case 'write':
      return <circle r="6" {...filled} />;
    case 'call':
      return <rect x="-5" y="-5" width="10" height="10" rx="2" {...hollow} />;
    case 'output':
      return <path d="M-5 -6 L7 0 L-5 6 Z" {...filled} strokeLinejoin="round" />;
    case 'input':
      return <path d="M5 -6 L-7 0 L5 6 Z" {...hollow} strokeLinejoin="round" />;
    case 'created':
      return (
        <g>
          <circle r="6.5" {...hollow} />
          <path d="M-3.5 0 H3.5 M0 -3.5 V3.5" stroke={color} strokeWidth="2" />
        </g>
      );
    case 'ended':
      return (
        <g>
          <rect x="-6" y="-6" width="12" height="12" {...filled} />
          <path d="M-3 -3 L3 3 M3 -3 L-3 3" stroke="var(--surface)" strokeWidth="2" />
        </g>
      );
    case 'signal':
      return <path d="M0 -7 L6 5 H-6 Z" {...hollow} strokeLinejoin="round" />;
    case 'finding':
      return (
        <path
          d="M0 -8 L8 0 L0 8 L-8 0 Z"
          fill="var(--bad)"
          stroke="var(--bad)"
          strokeLinejoin="round"
        />
      );
  }
}

export const MARK_MEANINGS: Readonly<Record<MarkKind, string>> = {
  read: 'reads what is shared',
  write: 'changes what is shared',
  call: 'system call',
  output: 'prints',
  input: 'gets input',
  created: 'begins, or makes another',
  ended: 'ends',
  signal: 'gets a signal',
  finding: 'error',
};
