'use client';

import * as Radix from '@radix-ui/react-tooltip';
import Link from 'next/link';
import { type ReactNode, useRef, useState } from 'react';
import { Definition } from './definition';

type TermLinkProps = {
  /** The term's place in the glossary. */
  readonly href: string;
  readonly term: string;
  readonly definition: string;
  readonly children: ReactNode;
};

/**
 * A term in running text: what it means is shown to whoever points at it or comes to it with the keyboard. A finger
 * points with a first touch, and follows with a second one.
 */
export function TermLink({ href, term, definition, children }: TermLinkProps) {
  const [isOpen, setIsOpen] = useState(false);
  const touch = useRef({ wasOpen: false, isTouch: false });
  return (
    <Radix.Provider delayDuration={250} skipDelayDuration={0}>
      <Radix.Root open={isOpen} onOpenChange={setIsOpen}>
        <Radix.Trigger asChild>
          <Link
            href={href}
            prefetch={false}
            className="term"
            onPointerDown={({ pointerType }) => {
              touch.current = { wasOpen: isOpen, isTouch: pointerType === 'touch' };
            }}
            onClick={(event) => {
              if (!touch.current.isTouch || touch.current.wasOpen) return;
              event.preventDefault();
              setIsOpen(true);
            }}
          >
            {children}
          </Link>
        </Radix.Trigger>
        <Radix.Portal>
          <Radix.Content
            aria-label={definition.replaceAll('`', '')}
            sideOffset={4}
            collisionPadding={12}
            className="z-50 max-w-[min(22rem,calc(100vw-1.5rem))] animate-appear rounded-lg border bg-surface px-4 py-3 text-base leading-snug text-ink shadow-lg print:hidden"
          >
            <p className="font-semibold">{term}</p>
            <p className="mt-0.5">
              <Definition text={definition} />
            </p>
            <p className="mt-1.5 hidden text-sm pointer-coarse:block">
              <Link href={href} prefetch={false} className="link">
                In the glossary
              </Link>
            </p>
          </Radix.Content>
        </Radix.Portal>
      </Radix.Root>
    </Radix.Provider>
  );
}
