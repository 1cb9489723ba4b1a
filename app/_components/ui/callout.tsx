import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { cn } from './class-names';

export type Tone = 'info' | 'good' | 'warn' | 'bad';

const LOOKS = {
  info: { box: 'border-accent/35 bg-accent-soft', icon: 'text-accent', Icon: Info },
  good: { box: 'border-good/35 bg-good-soft', icon: 'text-good', Icon: CircleCheck },
  warn: { box: 'border-warn/35 bg-warn-soft', icon: 'text-warn', Icon: TriangleAlert },
  bad: { box: 'border-bad/35 bg-bad-soft', icon: 'text-bad', Icon: CircleAlert },
} as const;

type CalloutProps = {
  readonly tone: Tone;
  readonly title?: string;
  readonly children?: ReactNode;
  readonly className?: string;
  /** `alert` where it appears in answer to what the reader just did. */
  readonly role?: 'alert' | 'status' | 'note';
};

export function Callout({ tone, title, children, className, role }: CalloutProps) {
  const { box, icon, Icon } = LOOKS[tone];
  return (
    <div role={role} className={cn('flex gap-3 rounded-lg border px-4 py-3', box, className)}>
      <Icon aria-hidden className={cn('mt-[0.2em] size-[1.15em] shrink-0', icon)} />
      <div className="min-w-0 flex-1 space-y-1">
        {title !== undefined && <p className="font-semibold">{title}</p>}
        {children}
      </div>
    </div>
  );
}
