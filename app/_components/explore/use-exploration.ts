'use client';

import { useCallback, useEffect, useReducer, useRef } from 'react';
import type {
  ExploringAnswer,
  ExploringProgress,
  ExploringRequest,
} from '@/app/_workers/exploring-protocol';
import { type ExploringWorker, startExploringWorker } from '@/app/_workers/machine-worker';
import type { Diagnostic } from '@/lib/compiler/diagnostics';
import type { RunExploration } from '@/lib/grading/exploration/explore-exercise';

export type ExploredSource = Omit<ExploringRequest, 'kind' | 'effort'>;

/** An exploration in the browser, as the page sees it. */
export type Exploration = {
  readonly phase: 'idle' | 'exploring' | 'explored' | 'not-compiled' | 'stopped' | 'broken';
  /** What is, or was, explored: the editor may have gone on. */
  readonly of: ExploredSource | null;
  readonly effort: number;
  /** Runs that are through. */
  readonly runs: readonly RunExploration[];
  /** Of the run that is not through. */
  readonly progress: ExploringProgress | null;
  readonly diagnostics: readonly Diagnostic[];
  readonly message: string | null;
};

export type ExplorationControls = {
  readonly exploration: Exploration;
  readonly start: (source: ExploredSource) => void;
  /** The same again, with more steps. */
  readonly goFurther: () => void;
  /** At once; what was found stays. */
  readonly stop: () => void;
};

const FURTHER = 10;
const NEWS_MS = 200;

const NONE: Exploration = {
  phase: 'idle',
  of: null,
  effort: 1,
  runs: [],
  progress: null,
  diagnostics: [],
  message: null,
};

/** Explores programs in a worker of its own, one at a time. */
export function useExploration(): ExplorationControls {
  const [exploration, dispatch] = useReducer(change, NONE);
  const worker = useRef<ExploringWorker | null>(null);
  /** News that the page doesn't show yet: it is told faster than a slow page can be drawn. */
  const news = useRef<{ readonly latest: ExploringAnswer; readonly timer: number } | null>(null);

  const showNews = useCallback(() => {
    if (news.current === null) return;
    clearTimeout(news.current.timer);
    dispatch(news.current.latest);
    news.current = null;
  }, []);

  const end = useCallback(() => {
    worker.current?.terminate();
    worker.current = null;
    showNews();
  }, [showNews]);

  useEffect(() => end, [end]);

  const hear = useCallback(
    (answer: ExploringAnswer) => {
      if (answer.kind === 'exploring') {
        const timer = news.current?.timer ?? window.setTimeout(showNews, NEWS_MS);
        news.current = { latest: answer, timer };
        return;
      }
      showNews();
      dispatch(answer);
    },
    [showNews],
  );

  const stop = useCallback(() => {
    end();
    dispatch({ kind: 'stopped' });
  }, [end]);

  const begin = useCallback(
    (source: ExploredSource, effort: number) => {
      end();
      worker.current = startExploringWorker(hear, (message) =>
        dispatch({ kind: 'broken', message }),
      );
      dispatch({ kind: 'started', of: source, effort });
      worker.current.send({ kind: 'explore', ...source, effort });
    },
    [end, hear],
  );

  const start = useCallback((source: ExploredSource) => begin(source, 1), [begin]);
  const { of, effort } = exploration;
  const goFurther = useCallback(() => {
    if (of !== null) begin(of, effort * FURTHER);
  }, [begin, of, effort]);

  return { exploration, start, goFurther, stop };
}

type Change =
  | ExploringAnswer
  | { readonly kind: 'started'; readonly of: ExploredSource; readonly effort: number }
  | { readonly kind: 'stopped' };

function change(exploration: Exploration, what: Change): Exploration {
  switch (what.kind) {
    case 'started':
      return { ...NONE, phase: 'exploring', of: what.of, effort: what.effort };
    case 'stopped':
      return exploration.phase === 'exploring' ? { ...exploration, phase: 'stopped' } : exploration;
    case 'exploring':
      return { ...exploration, progress: what.progress };
    case 'run-explored':
      return { ...exploration, runs: [...exploration.runs, what.explored], progress: null };
    case 'explored':
      return { ...exploration, phase: 'explored', progress: null };
    case 'not-compiled':
      return { ...exploration, phase: 'not-compiled', diagnostics: what.diagnostics };
    case 'broken':
      return { ...exploration, phase: 'broken', message: what.message };
  }
}
