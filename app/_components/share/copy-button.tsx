'use client';

import { Check, type LucideIcon } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../ui/button';
import { cn } from '../ui/class-names';

type CopyButtonProps = {
  readonly icon: LucideIcon;
  readonly label: string;
  /** In its place for a while. */
  readonly copied: string;
  /** For who hears the page: it is copied, or it can't be. */
  readonly told: string;
  readonly shown: string;
  /** The label is only heard. */
  readonly isIconOnly?: boolean;
  readonly make: () => Promise<string>;
};

/** Puts a text that is made for it on the clipboard. */
export function CopyButton({
  icon: Icon,
  label,
  copied,
  told,
  shown,
  isIconOnly = false,
  make,
}: CopyButtonProps) {
  const [state, setState] = useState<'idle' | 'copied' | 'shown'>('idle');
  const copy = async () => {
    const text = await make();
    try {
      await navigator.clipboard.writeText(text);
      setState('copied');
    } catch {
      setState('shown');
    }
    setTimeout(() => setState('idle'), 4000);
  };
  const name = state === 'copied' ? copied : label;
  return (
    <>
      <Button
        size={isIconOnly ? 'icon' : 'sm'}
        look="quiet"
        className={cn(isIconOnly && 'size-8')}
        title={isIconOnly ? name : undefined}
        onClick={() => void copy()}
      >
        {state === 'copied' ? <Check aria-hidden /> : <Icon aria-hidden />}
        <span className={isIconOnly ? 'sr-only' : 'max-md:sr-only'}>{name}</span>
      </Button>
      <span role="status" className="sr-only">
        {state === 'copied' && told}
        {state === 'shown' && shown}
      </span>
    </>
  );
}
