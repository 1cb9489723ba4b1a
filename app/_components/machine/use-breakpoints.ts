'use client';

import { useCallback, useMemo } from 'react';
import type { SourceLine } from '@/lib/trace/recording/stepping';
import { movedLines } from './moved-lines';
import { useKeptList } from './use-kept-list';

export type Breakpoints = {
  readonly all: readonly SourceLine[];
  readonly linesOf: (file: string) => readonly number[];
  readonly toggle: (file: string, line: number) => void;
  /** They move with the text. */
  readonly edited: (file: string, before: string, after: string) => void;
};

/** Lines at which stepping stops, remembered for each file. `place`: whose files these are. */
export function useBreakpoints(place: string): Breakpoints {
  const [kept, keep] = useKeptList(`breakpoints ${place}`);
  const all = useMemo(() => kept.flatMap(readLine), [kept]);
  const linesOf = useCallback(
    (file: string) => all.filter((each) => each.file === file).map(({ line }) => line),
    [all],
  );
  const put = useCallback(
    (file: string, lines: readonly number[]) =>
      keep(
        [...all.filter((each) => each.file !== file), ...lines.map((line) => ({ file, line }))].map(
          ({ file: name, line }) => `${line} ${name}`,
        ),
      ),
    [all, keep],
  );
  const toggle = useCallback(
    (file: string, line: number) => {
      const lines = linesOf(file);
      put(file, lines.includes(line) ? lines.filter((each) => each !== line) : [...lines, line]);
    },
    [linesOf, put],
  );
  const edited = useCallback(
    (file: string, before: string, after: string) => {
      const lines = linesOf(file);
      const moved = movedLines(before, after, lines);
      if (moved !== lines) put(file, moved);
    },
    [linesOf, put],
  );
  return { all, linesOf, toggle, edited };
}

function readLine(text: string): readonly SourceLine[] {
  const [, line, file] = /^(\d+) (.+)$/.exec(text) ?? [];
  return line === undefined || file === undefined ? [] : [{ file, line: Number(line) }];
}
