import { useCallback, useMemo, useState } from 'react';
import type { Pid } from '@/lib/kernel/pid';
import type { ProcessNames } from '../process-names';
import type { Marks } from './memory-changes';

/** What rows of one process's map need to know, and can ask for. */
export type MapState = {
  readonly pid: Pid;
  readonly copyOf: Pid | null;
  readonly names: ProcessNames;
  readonly changed: Marks;
  readonly fresh: Marks;
  /** Objects that a child beside it has otherwise. */
  readonly differing: Marks;
  readonly isOpen: (objectKey: string, atFirst: boolean) => boolean;
  readonly toggle: (objectKey: string) => void;
  /** Goes to where a pointer leads. */
  readonly follow: (arrow: string) => void;
  /** Shows a pointer's arrow strongly; null: none. */
  readonly point: (arrow: string | null) => void;
};

type Given = Omit<MapState, 'isOpen' | 'toggle'>;

export function useMapState(given: Given): MapState {
  /** Objects that are otherwise than they are at first. */
  const [turned, setTurned] = useState<ReadonlySet<string>>(new Set());
  const isOpen = useCallback(
    (objectKey: string, atFirst: boolean) => atFirst !== turned.has(objectKey),
    [turned],
  );
  const toggle = useCallback((objectKey: string) => {
    setTurned((before) => {
      const after = new Set(before);
      if (!after.delete(objectKey)) after.add(objectKey);
      return after;
    });
  }, []);
  const { pid, copyOf, names, changed, fresh, differing, follow, point } = given;
  return useMemo(
    () => ({ pid, copyOf, names, changed, fresh, differing, follow, point, isOpen, toggle }),
    [pid, copyOf, names, changed, fresh, differing, follow, point, isOpen, toggle],
  );
}
