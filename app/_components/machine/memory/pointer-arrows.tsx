'use client';

import { type RefObject, useEffect, useId, useState } from 'react';

const ARROWS_MAX = 60;
const GUTTER = 40;

type Arrow = { readonly key: string; readonly path: string; readonly isPointed: boolean };

type PointerArrowsProps = {
  /** Holds the rows, and these arrows. */
  readonly map: RefObject<HTMLDivElement | null>;
  /** Drawn anew when it changes. */
  readonly drawnFor: unknown;
  readonly pointed: string | null;
};

/** From each pointer to what it leads to, in the gutter at the right of the map. */
export function PointerArrows({ map, drawnFor, pointed }: PointerArrowsProps) {
  const [arrows, setArrows] = useState<readonly Arrow[]>([]);
  const id = useId();

  useEffect(() => {
    const element = map.current;
    if (element === null) return;
    const draw = () => setArrows(arrowsIn(element, pointed));
    // What opens or is wrapped otherwise changes the map's size, too.
    const observer = new ResizeObserver(draw);
    observer.observe(element);
    return () => observer.disconnect();
  }, [map, drawnFor, pointed]);

  return (
    <svg aria-hidden className="pointer-events-none absolute inset-0 size-full overflow-visible">
      <defs>
        {(['faint', 'strong'] as const).map((look) => (
          <marker
            key={look}
            id={`${id}-${look}`}
            viewBox="0 0 8 8"
            refX="7"
            refY="4"
            markerWidth="7"
            markerHeight="7"
            orient="auto-start-reverse"
          >
            <path
              d="M0 0 L8 4 L0 8 Z"
              fill={look === 'strong' ? 'var(--accent-strong)' : 'var(--accent)'}
            />
          </marker>
        ))}
      </defs>
      {arrows.map(({ key, path, isPointed }) => (
        <path
          key={key}
          d={path}
          fill="none"
          stroke={isPointed ? 'var(--accent-strong)' : 'var(--accent)'}
          strokeWidth={isPointed ? 2.5 : 1.25}
          opacity={isPointed || pointed === null ? 1 : 0.45}
          markerEnd={`url(#${id}-${isPointed ? 'strong' : 'faint'})`}
        />
      ))}
    </svg>
  );
}

/** The row that an arrow leads to: of the very part, else of the whole object, else the region. */
export function targetOf(map: HTMLElement, source: HTMLElement): HTMLElement | null {
  const { to = '', toObject = '' } = source.dataset;
  // A struct and its first member have one address: the member is drawn last.
  const exact = [...map.querySelectorAll<HTMLElement>(`[data-at="${to}"]`)].at(-1);
  const whole = map.querySelector<HTMLElement>(`[data-at="${toObject}"]`);
  return exact ?? whole ?? regionAt(map, Number(to));
}

function regionAt(map: HTMLElement, address: number): HTMLElement | null {
  for (const region of map.querySelectorAll<HTMLElement>('[data-region]'))
    if (address >= Number(region.dataset['from']) && address < Number(region.dataset['to']))
      return region.querySelector('summary');
  return null;
}

function arrowsIn(map: HTMLElement, pointed: string | null): readonly Arrow[] {
  const box = map.getBoundingClientRect();
  const right = box.width - GUTTER;
  const sources = [...map.querySelectorAll<HTMLElement>('[data-arrow]')].slice(0, ARROWS_MAX);
  return sources.flatMap((source, k) => {
    const target = targetOf(map, source);
    if (target === null) return [];
    const key = source.dataset['arrow'] ?? '';
    const from = middleOf(source, box);
    const to = middleOf(target, box);
    // The farther it leads, the wider it swings out; neighbours take lanes of their own.
    const swing = Math.min(GUTTER - 8, 10 + Math.abs(to - from) / 12 + (k % 4) * 3);
    const path = `M${right} ${from} C${right + swing} ${from} ${right + swing} ${to} ${right} ${to}`;
    return [{ key, path, isPointed: key === pointed }];
  });
}

function middleOf(element: HTMLElement, box: DOMRect): number {
  const { top, height } = element.getBoundingClientRect();
  return top - box.top + Math.min(height / 2, 14);
}
