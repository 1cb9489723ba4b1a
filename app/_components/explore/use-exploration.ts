'use client';

import { useCallback, useEffect, useReducer, useRef } from 'react';
import type {
  ExploredResult,
  ExploringAnswer,
  ExploringProgress,
  ExploringRequest,
} from '@/app/_workers/exploring-protocol';
import { type ExploringWorker, startExploringWorker } from '@/app/_workers/machine-worker';
import type { Diagnostic } from '@/lib/compiler/diagnostics';

export type ExploredSource = Omit<ExploringRequest, 'kind' | 'bounds'>;

/** An exploration in the browser, as the page sees it. */
export type Exploration = {
  readonly phase: 'idle' | 'exploring' | 'explored' | 'not-compiled' | 'stopped' | 'broken';
  /** What is, or was, explored: the editor may have gone on. */
  readonly of: ExploredSource | null;
  readonly progress: ExploringProgress | null;
  readonly result: ExploredResult | null;
  readonly diagnostics: readonly Diagnostic[];
  readonly message: string | null;
};

export type ExplorationControls = {
  readonly exploration: Exploration;
  readonly start: (source: ExploredSource) => void;
  readonly stop: () => void;
};

/** Steps, not time: what comes out is the same on every machine. */
const BOUNDS = { transitions: 1_000_000 } as const;

const NONE: Exploration = {
  phase: 'idle',
  of: null,
  progress: null,
  result: null,
  diagnostics: [],
  message: null,
};

/** Explores programs in a worker of its own, one at a time. */
export function useExploration(): ExplorationControls {
  const [exploration, dispatch] = useReducer(change, NONE);
  const worker = useRef<ExploringWorker | null>(null);

  useEffect(() => {
    return () => {
      worker.current?.terminate();
      worker.current = null;
    };
  }, []);

  const stop = useCallback(() => {
    worker.current?.terminate();
    worker.current = null;
    dispatch({ kind: 'stopped' });
  }, []);

  const start = useCallback((source: ExploredSource) => {
    worker.current?.terminate();
    worker.current = startExploringWorker(dispatch, (message) =>
      dispatch({ kind: 'broken', message }),
    );
    dispatch({ kind: 'started', of: source });
    worker.current.send({ kind: 'explore', ...source, bounds: BOUNDS });
  }, []);

  return { exploration, start, stop };
}

type Change =
  | ExploringAnswer
  | { readonly kind: 'started'; readonly of: ExploredSource }
  | { readonly kind: 'stopped' };

function change(exploration: Exploration, what: Change): Exploration {
  switch (what.kind) {
    case 'started':
      return { ...NONE, phase: 'exploring', of: what.of };
    case 'stopped':
      return exploration.phase === 'exploring' ? { ...exploration, phase: 'stopped' } : exploration;
    case 'exploring':
      return { ...exploration, progress: what.progress };
    case 'explored':
      return { ...exploration, phase: 'explored', result: what.result };
    case 'not-compiled':
      return { ...exploration, phase: 'not-compiled', diagnostics: what.diagnostics };
    case 'broken':
      return { ...exploration, phase: 'broken', message: what.message };
  }
}
