import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react';

type RowWindow = {
  /** Goes to the element that scrolls. */
  readonly box: RefObject<HTMLDivElement | null>;
  /** The rows that are in the page: a few more than are seen. */
  readonly items: readonly { readonly index: number; readonly start: number }[];
  /** Of all rows together. */
  readonly height: number;
  /** Which row a key leads to; null: it is no key for rows. */
  readonly rowOf: (event: KeyboardEvent) => number | null;
};

type Rows = {
  readonly count: number;
  readonly height: number;
  /** Of what stays above the rows; 0: nothing does. */
  readonly headHeight?: number;
  /** The row that is kept in sight: the last one of the present moment; -1: none is. */
  readonly current: number;
  /** Rows of the same moment are one for who goes up. */
  readonly momentOf?: (index: number) => number | undefined;
};

/** A list of any length, of which only what is seen is in the page. */
export function useRowWindow({
  count,
  height,
  headHeight = 0,
  current,
  momentOf,
}: Rows): RowWindow {
  const box = useRef<HTMLDivElement>(null);
  // eslint-disable-next-line react-hooks/incompatible-library -- What it returns is read at once, and not handed on.
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => box.current,
    estimateSize: () => height,
    overscan: 8,
    scrollMargin: headHeight,
    scrollPaddingStart: headHeight,
  });
  useEffect(() => {
    if (current >= 0) virtualizer.scrollToIndex(current, { align: 'auto' });
  }, [current, virtualizer]);

  function rowOf(event: KeyboardEvent): number | null {
    if (count === 0 || event.ctrlKey || event.metaKey || event.altKey) return null;
    const page = Math.max(1, Math.floor((box.current?.clientHeight ?? 0) / height) - 2);
    const to = {
      ArrowUp: above(),
      ArrowDown: current + 1,
      PageUp: current - page,
      PageDown: current + page,
      Home: 0,
      End: count - 1,
    }[event.key];
    return to === undefined ? null : Math.max(0, Math.min(count - 1, to));
  }

  function above(): number {
    let row = current - 1;
    while (row > 0 && momentOf !== undefined && momentOf(row) === momentOf(current)) row--;
    return row;
  }

  return {
    box,
    items: virtualizer
      .getVirtualItems()
      .map(({ index, start }) => ({ index, start: start - headHeight })),
    height: virtualizer.getTotalSize(),
    rowOf,
  };
}
