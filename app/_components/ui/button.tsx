import { Slot } from '@radix-ui/react-slot';
import { cva, type VariantProps } from 'class-variance-authority';
import type { ComponentProps } from 'react';
import { cn } from './class-names';

const button = cva(
  [
    'inline-flex items-center justify-center gap-1.5 rounded-md font-medium whitespace-nowrap transition-colors',
    'disabled:cursor-not-allowed disabled:opacity-55 aria-disabled:cursor-not-allowed aria-disabled:opacity-55',
    '[&_svg]:size-4 [&_svg]:shrink-0',
  ],
  {
    variants: {
      look: {
        primary:
          'bg-accent text-on-accent enabled:hover:bg-accent-strong [a&]:hover:bg-accent-strong',
        secondary:
          'border border-edge bg-surface text-ink enabled:hover:bg-hover [a&]:hover:bg-hover',
        quiet: 'text-ink enabled:hover:bg-hover [a&]:hover:bg-hover',
        danger: 'border border-bad bg-surface text-bad enabled:hover:bg-bad-soft',
      },
      size: {
        md: 'h-10 px-4',
        sm: 'h-8 px-3 text-sm',
        icon: 'size-9',
      },
    },
    defaultVariants: { look: 'secondary', size: 'md' },
  },
);

type ButtonProps = ComponentProps<'button'> &
  VariantProps<typeof button> & {
    /** Give the looks to the child element, e.g. a link. */
    readonly asChild?: boolean;
  };

export function Button({ className, look, size, asChild = false, ...props }: ButtonProps) {
  const Component = asChild ? Slot : 'button';
  return (
    <Component
      {...(asChild ? {} : { type: 'button' as const })}
      className={cn(button({ look, size }), className)}
      {...props}
    />
  );
}
