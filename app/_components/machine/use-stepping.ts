'use client';

import { type KeyboardEvent, useEffect, useMemo, useState } from 'react';
import type { Pid } from '@/lib/kernel/pid';
import type { Direction } from '@/lib/trace/recording/event-steps';
import type { SourceLine } from '@/lib/trace/recording/stepping';
import type { OpenedRun } from './recording-session';
import type { SourceSide } from './steps-pane-props';
import { missedText, type StepKind, stepOfKey, targetOf } from './step-kinds';
import type { RecordingControls } from './use-recording';
import { useKeptList } from './use-kept-list';
import type { Move } from './view-props';
import type { View } from './views';

/** Whose steps are taken, what is watched, and what the keys and buttons of a stepper do. */
export function useStepping(
  controls: RecordingControls,
  run: OpenedRun,
  { needs }: View,
  { breakpoints = NO_LINES, cursor }: SourceSide,
) {
  const { view, goToMark, find, show } = controls;
  const [thread, setThread] = useState<Pid | null>(null);
  const [memoryOf, setMemoryOf] = useState<readonly Pid[]>([]);
  const [watches, setWatches] = useKeptList('watches');
  const [refused, setRefused] = useState<string | null>(null);
  const places = useMemo(() => snapped(breakpoints, run), [breakpoints, run]);

  useEffect(() => {
    show({ parts: needs, memoryOf, watches, thread });
  }, [show, needs, memoryOf, watches, thread]);

  function step(kind: StepKind, direction: Direction) {
    const line = cursor?.() ?? null;
    const target = targetOf(kind, {
      thread,
      running: view.moment?.view.running ?? null,
      breakpoints: places,
      cursor: line === null ? null : (snapped([line], run)[0] ?? null),
      watches,
    });
    if (typeof target === 'string') return setRefused(target);
    setRefused(null);
    find(target, direction);
  }

  function move(to: Move) {
    setRefused(null);
    switch (to) {
      case 'first':
        return goToMark(0);
      case 'last':
        return goToMark(run.timeline.marks.length - 1);
      case 'back':
        return goToMark(nextMark(-1));
      case 'on':
        return goToMark(nextMark(1));
      case 'line-back':
        return step('into', 'backward');
      case 'line-on':
        return step('into', 'forward');
    }
  }

  /** Of the chosen thread, where one is chosen. */
  function nextMark(by: 1 | -1): number {
    const { marks } = run.timeline;
    const current = view.mark ?? 0;
    for (let k = current + by; k >= 0 && k < marks.length; k += by)
      if (thread === null || marks[k]?.thread === thread) return k;
    return current;
  }

  /** Letters step; what is typed into a field is not for us. */
  function onKeyDown(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey || isField(event.target)) return;
    const found = stepOfKey(event.key);
    if (found === null) return;
    event.preventDefault();
    step(found.kind, found.direction);
  }

  const { missed, isSearching } = view;
  const status = isSearching
    ? 'looking…'
    : (refused ?? (missed === null ? '' : missedText(missed.target, missed.direction)));
  return {
    ...{ thread, setThread, memoryOf, setMemoryOf, watches, setWatches },
    ...{ step, move, onKeyDown, status },
  };
}

const NO_LINES: readonly SourceLine[] = [];

/** To the next line that has instructions, as gdb does it. */
function snapped(lines: readonly SourceLine[], { codeLines }: OpenedRun): readonly SourceLine[] {
  return lines.flatMap(({ file, line }) => {
    const next = codeLines
      .find((each) => each.file === file)
      ?.lines.find((candidate) => candidate >= line);
    return next === undefined ? [] : [{ file, line: next }];
  });
}

function isField(target: EventTarget): boolean {
  if (!(target instanceof HTMLElement)) return false;
  // A slider has no use for letters.
  if (target instanceof HTMLInputElement) return target.type !== 'range';
  return ['TEXTAREA', 'SELECT'].includes(target.tagName) || target.isContentEditable;
}
