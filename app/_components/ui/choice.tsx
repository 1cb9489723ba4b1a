'use client';

import * as RadixCheckbox from '@radix-ui/react-checkbox';
import * as RadixRadio from '@radix-ui/react-radio-group';
import { Check } from 'lucide-react';
import type { ComponentProps } from 'react';
import { cn } from './class-names';

export const RadioGroup = RadixRadio.Root;

const mark =
  'grid size-5 shrink-0 place-items-center border border-edge bg-surface data-[state=checked]:border-accent data-[state=checked]:bg-accent disabled:opacity-60';

export function Radio({ className, ...props }: ComponentProps<typeof RadixRadio.Item>) {
  return (
    <RadixRadio.Item className={cn(mark, 'rounded-full', className)} {...props}>
      <RadixRadio.Indicator className="size-2 rounded-full bg-on-accent" />
    </RadixRadio.Item>
  );
}

export function Checkbox({ className, ...props }: ComponentProps<typeof RadixCheckbox.Root>) {
  return (
    <RadixCheckbox.Root className={cn(mark, 'rounded-sm', className)} {...props}>
      <RadixCheckbox.Indicator>
        <Check aria-hidden className="size-3.5 text-on-accent" strokeWidth={3} />
      </RadixCheckbox.Indicator>
    </RadixCheckbox.Root>
  );
}
