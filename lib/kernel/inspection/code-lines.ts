/** The lines of a student's files that have instructions: where a program can be stopped. */
import type { ProgramImage } from '../../abi/image';
import { functionAt } from '../../vm/debug-info';

export interface CodeLines {
  readonly file: string;
  /** In order. */
  readonly lines: readonly number[];
}

export function codeLinesOf(image: ProgramImage): readonly CodeLines[] {
  const { pc, file, line } = image.lines;
  const byFile = new Map<number, Set<number>>();
  for (let k = 0; k < pc.length; k++) {
    if (functionAt(image, pc[k] ?? 0)?.library !== false) continue;
    const index = file[k] ?? 0;
    const lines = byFile.get(index) ?? new Set();
    lines.add(line[k] ?? 0);
    byFile.set(index, lines);
  }
  return [...byFile].map(([index, lines]) => ({
    file: image.files[index] ?? '?',
    lines: [...lines].sort((a, b) => a - b),
  }));
}
