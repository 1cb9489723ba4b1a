import type { ReactNode } from 'react';
import type { MessageKind } from '@/lib/trace/messages/endpoint';
import { EndpointGlyph } from './endpoint-glyph';
import { KIND_NAMES } from './endpoint-text';
import { KIND_DASHES, MessageArrow } from './message-arrow';

const HERE = { x: 9, y: 9 };
const INK = 'var(--muted)';

/** What the lines and glyphs of message lanes mean. */
export function LaneLegend({ kinds }: { readonly kinds: readonly MessageKind[] }) {
  return (
    <ul aria-label="Legend" className="flex flex-wrap gap-x-4 gap-y-1 text-muted">
      <Item text="sends">
        <EndpointGlyph
          place={HERE}
          endpoint={{ direction: 'sent', pending: 0 }}
          color={INK}
          isCurrent={false}
        />
      </Item>
      <Item text="receives">
        <EndpointGlyph
          place={HERE}
          endpoint={{ direction: 'received', pending: 0 }}
          color={INK}
          isCurrent={false}
        />
      </Item>
      <Item text="never received">
        <EndpointGlyph
          place={HERE}
          endpoint={{ direction: 'sent', pending: 1 }}
          color={INK}
          isCurrent={false}
        />
      </Item>
      {kinds.includes('socket') && (
        <Item text="reply">
          <MessageArrow
            from={{ x: 0, y: 9 }}
            to={{ x: 24, y: 9 }}
            kind="pipe"
            role="reply"
            color={INK}
            when="over"
          />
        </Item>
      )}
      {kinds.map((kind) => (
        <Item key={kind} text={KIND_NAMES[kind]}>
          <path d="M0 9 H24" stroke={INK} strokeWidth="2" strokeDasharray={KIND_DASHES[kind]} />
        </Item>
      ))}
    </ul>
  );
}

function Item({ text, children }: { readonly text: string; readonly children: ReactNode }) {
  return (
    <li className="flex items-center gap-1.5">
      <svg aria-hidden viewBox="0 0 24 18" className="h-4.5 w-6">
        {children}
      </svg>
      {text}
    </li>
  );
}
