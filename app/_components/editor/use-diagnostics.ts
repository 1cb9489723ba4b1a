'use client';

import { useEffect, useState } from 'react';
import type { ProgramFile } from '@/app/_workers/program-file';
import type { Diagnostic } from '@/lib/compiler/diagnostics';
import { diagnose } from './editing-help';

const TYPING_PAUSE_MS = 300;
const NONE: readonly Diagnostic[] = [];
const NO_FILES: readonly ProgramFile[] = [];

type DiagnosticsOptions = {
  readonly isWanted?: boolean;
  /** Files that it may include. */
  readonly others?: readonly ProgramFile[];
};

/** What the compiler says about the text, a moment after the last key; nothing while not wanted. */
export function useDiagnostics(
  source: string,
  { isWanted = true, others = NO_FILES }: DiagnosticsOptions = {},
): readonly Diagnostic[] {
  const [diagnostics, setDiagnostics] = useState<readonly Diagnostic[]>([]);

  useEffect(() => {
    if (!isWanted) return;
    let isPast = false;
    const timer = setTimeout(() => {
      void diagnose({ source, others }).then((found) => {
        // An answer to a text that has changed since would put marks in wrong places.
        if (!isPast) setDiagnostics(found);
      });
    }, TYPING_PAUSE_MS);
    return () => {
      isPast = true;
      clearTimeout(timer);
    };
  }, [source, isWanted, others]);

  return isWanted ? diagnostics : NONE;
}
