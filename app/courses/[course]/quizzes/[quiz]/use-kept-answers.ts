'use client';

import { useCallback, useSyncExternalStore } from 'react';
import type { QuizAnswers } from '@/lib/grading/score-quiz';

type KeptAnswers = {
  readonly answers: QuizAnswers;
  readonly answer: (question: string, value: QuizAnswers[string]) => void;
  readonly forget: () => void;
};

const NONE: QuizAnswers = {};
const listeners = new Set<() => void>();
// What was parsed last, so that React sees the same object as long as nothing changed.
let parsed: { readonly key: string; readonly text: string | null; readonly answers: QuizAnswers } =
  {
    key: '',
    text: null,
    answers: NONE,
  };

/** Answers that survive a reload: kept in this browser until they are submitted. */
export function useKeptAnswers(key: string): KeptAnswers {
  const answers = useSyncExternalStore(
    subscribe,
    () => read(key),
    () => NONE,
  );
  const answer = useCallback(
    (question: string, value: QuizAnswers[string]) => {
      write(key, JSON.stringify({ ...read(key), [question]: value }));
    },
    [key],
  );
  const forget = useCallback(() => write(key, null), [key]);
  return { answers, answer, forget };
}

function read(key: string): QuizAnswers {
  const text = storedText(key);
  if (parsed.key !== key || parsed.text !== text) parsed = { key, text, answers: parse(text) };
  return parsed.answers;
}

function parse(text: string | null): QuizAnswers {
  try {
    const value: unknown = JSON.parse(text ?? '{}');
    return isAnswers(value) ? value : NONE;
  } catch {
    return NONE;
  }
}

function isAnswers(value: unknown): value is QuizAnswers {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.values(value).every(
      (answer) =>
        typeof answer === 'string' ||
        (Array.isArray(answer) && answer.every((id) => typeof id === 'string')),
    )
  );
}

// Where storage is switched off, at least for as long as the page is open.
const unstored = new Map<string, string>();

function storedText(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return unstored.get(key) ?? null;
  }
}

function write(key: string, text: string | null): void {
  try {
    if (text === null) localStorage.removeItem(key);
    else localStorage.setItem(key, text);
  } catch {
    if (text === null) unstored.delete(key);
    else unstored.set(key, text);
  }
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
