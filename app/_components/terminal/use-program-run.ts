'use client';

import { useCallback, useEffect, useReducer, useRef } from 'react';
import { type MachineWorker, startMachineWorker } from '@/app/_workers/machine-worker';
import type { MachineSettings } from '@/app/_workers/protocol';
import type { Gradable } from '@/lib/grading/grade';
import { changeRun, isActive, NO_RUN, type ProgramRun } from './program-run';

export type Program = {
  readonly source: string;
  readonly fileName: string;
  readonly checks?: Gradable | undefined;
  /** Its whole input, given at once; without it the reader types. */
  readonly stdin?: string | undefined;
  readonly machine?: MachineSettings | undefined;
};

export type RunControls = {
  readonly run: ProgramRun;
  /** Loads the machine, for who is about to start something. */
  readonly prepare: () => void;
  readonly start: (program: Program) => void;
  readonly stop: () => void;
  /** One line, without its newline. */
  readonly type: (line: string) => void;
  readonly closeInput: () => void;
};

/** Runs programs in a worker of its own, one at a time. */
export function useProgramRun(): RunControls {
  const [run, dispatch] = useReducer(changeRun, NO_RUN);
  const worker = useRef<MachineWorker | null>(null);
  const isRunActive = isActive(run);

  useEffect(() => {
    return () => {
      worker.current?.terminate();
      worker.current = null;
    };
  }, []);

  const stop = useCallback(() => {
    // There is no asking: it may be in an endless loop.
    worker.current?.terminate();
    worker.current = null;
    dispatch({ kind: 'stopped' });
  }, []);

  const prepare = useCallback((): MachineWorker => {
    worker.current ??= startMachineWorker(dispatch, (message) => {
      worker.current = null;
      dispatch({ kind: 'broken', message });
    });
    return worker.current;
  }, []);

  const start = useCallback(
    ({ source, fileName, checks, stdin, machine = {} }: Program) => {
      if (isRunActive) stop();
      const started = prepare();
      dispatch({ kind: 'started' });
      started.send({ kind: 'run', source, fileName, checks: checks ?? null, machine });
      if (stdin !== undefined) {
        dispatch({ kind: 'typed', text: stdin });
        dispatch({ kind: 'input-closed' });
        started.send({ kind: 'input', text: stdin });
        started.send({ kind: 'close-input' });
      }
    },
    [isRunActive, prepare, stop],
  );

  const type = useCallback((line: string) => {
    const text = `${line}\n`;
    dispatch({ kind: 'typed', text });
    worker.current?.send({ kind: 'input', text });
  }, []);

  const closeInput = useCallback(() => {
    dispatch({ kind: 'input-closed' });
    worker.current?.send({ kind: 'close-input' });
  }, []);

  return { run, prepare, start, stop, type, closeInput };
}
