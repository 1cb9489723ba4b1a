import type { Endpoint } from '@/lib/trace/messages/endpoint';
import type { Point } from './message-arrow';

type EndpointGlyphProps = {
  readonly place: Point;
  readonly endpoint: Pick<Endpoint, 'direction' | 'pending'>;
  readonly color: string;
  readonly isCurrent: boolean;
};

/** Where something is sent (filled) or received (hollow); an open end stands for what is never received. */
export function EndpointGlyph({ place, endpoint, color, isCurrent }: EndpointGlyphProps) {
  const { direction, pending } = endpoint;
  return (
    <g transform={`translate(${place.x} ${place.y})`}>
      {isCurrent && (
        <circle r="10" fill="var(--accent-soft)" stroke="var(--accent)" strokeWidth="2" />
      )}
      {pending > 0 && (
        <g stroke={color} strokeWidth="1.75" fill="none" data-pending>
          <path d="M5 2 L11 8" />
          <path d="M8 11 L14 5" />
        </g>
      )}
      {direction === 'sent' ? (
        <circle r="4.5" fill={color} stroke={color} strokeWidth="1.5" />
      ) : (
        <circle r="4.5" fill="var(--surface)" stroke={color} strokeWidth="2" />
      )}
    </g>
  );
}
