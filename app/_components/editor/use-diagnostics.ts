'use client';

import { useEffect, useRef, useState } from 'react';
import { type MachineWorker, startMachineWorker } from '@/app/_workers/machine-worker';
import type { ProgramFile } from '@/app/_workers/program-file';
import type { Diagnostic } from '@/lib/compiler/diagnostics';

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
  const worker = useRef<MachineWorker | null>(null);
  const latest = useRef(0);

  useEffect(() => {
    return () => {
      worker.current?.terminate();
      worker.current = null;
    };
  }, []);

  useEffect(() => {
    if (!isWanted) return;
    const timer = setTimeout(() => {
      worker.current ??= startMachineWorker(
        (answer) => {
          // An answer to a text that has changed since would put marks in wrong places.
          if (answer.kind === 'diagnosed' && answer.id === latest.current) {
            setDiagnostics(answer.diagnostics);
          }
        },
        () => setDiagnostics([]),
      );
      latest.current += 1;
      worker.current.send({ kind: 'diagnose', id: latest.current, source, others });
    }, TYPING_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [source, isWanted, others]);

  return isWanted ? diagnostics : NONE;
}
