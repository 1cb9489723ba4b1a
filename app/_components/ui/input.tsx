import type { ComponentProps } from 'react';
import { cn } from './class-names';

export function Input({ className, ...props }: ComponentProps<'input'>) {
  return (
    <input
      className={cn(
        'h-10 w-full rounded-md border border-edge bg-surface px-3 text-ink placeholder:text-muted',
        'aria-invalid:border-bad aria-invalid:bg-bad-soft disabled:opacity-60',
        className,
      )}
      {...props}
    />
  );
}
