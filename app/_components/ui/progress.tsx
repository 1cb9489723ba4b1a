import { cn } from './class-names';

type ProgressProps = {
  readonly value: number;
  readonly max: number;
  /** What the bar measures, for those who can't see it. */
  readonly label: string;
  readonly className?: string;
};

export function Progress({ value, max, label, className }: ProgressProps) {
  const share = max === 0 ? 0 : Math.min(1, Math.max(0, value / max));
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={max}
      aria-valuenow={value}
      className={cn('h-1.5 overflow-hidden rounded-full bg-line', className)}
    >
      <div className="h-full rounded-full bg-accent" style={{ width: `${share * 100}%` }} />
    </div>
  );
}
