import type { ReactNode } from 'react';
import { cn } from './class-names';

const LOOKS = {
  plain: 'border-line bg-sunken text-muted',
  accent: 'border-accent/30 bg-accent-soft text-accent',
  good: 'border-good/30 bg-good-soft text-good',
  warn: 'border-warn/30 bg-warn-soft text-warn',
  bad: 'border-bad/30 bg-bad-soft text-bad',
} as const;

type BadgeProps = {
  readonly look?: keyof typeof LOOKS;
  readonly className?: string;
  readonly children: ReactNode;
};

export function Badge({ look = 'plain', className, children }: BadgeProps) {
  return (
    <span
      className={cn(
        'inline-flex items-center gap-1 rounded-full border px-2 py-0.5 text-2xs font-medium whitespace-nowrap',
        LOOKS[look],
        className,
      )}
    >
      {children}
    </span>
  );
}
