/** The same C programs on our machine. */
import type { ProgramImage } from '../lib/abi/image';
import { compile } from '../lib/compiler/compile';
import { renderDiagnostic, userFile } from '../lib/compiler/diagnostics';
import { runToEnd } from '../lib/grading/run';
import { timeMs } from './measure';
import { type Definitions, programText } from './native';

export function compiled(name: string, definitions: Definitions = {}): ProgramImage {
  return compiledText(name, programText(name, definitions));
}

export function compiledText(name: string, text: string): ProgramImage {
  const { image, diagnostics } = compile([userFile(name, text)]);
  if (image === null) throw new Error(diagnostics.map(renderDiagnostic).join('\n'));
  return image;
}

/** Runs to the end under large budgets; instructions and milliseconds. */
export function simulate(image: ProgramImage): {
  readonly ms: number;
  readonly instructions: number;
} {
  let instructions = 0;
  const ms = timeMs(() => {
    const { report } = runToEnd(image, {
      budgets: { instructionsMax: 5_000_000_000, forksMax: 1_000_000 },
    });
    if (report.outcome.kind !== 'finished')
      throw new Error(`${image.name}: ${report.outcome.kind}`);
    instructions = report.instructions;
  });
  return { ms, instructions };
}
