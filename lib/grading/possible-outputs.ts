/** All that a small program of an author can print: answers of possible-outputs questions. */
import { compile } from '../compiler/compile';
import { renderDiagnostic, userFile } from '../compiler/diagnostics';
import { exploreProgram } from './exploration/explore-program';
import { normalizedLines } from './output-text';

export interface PossibleOutputsQuestion {
  readonly program: string;
  readonly stdin: string;
}

export type PossibleOutputs =
  /** Without blanks at line ends and empty lines at the end. */
  | { readonly kind: 'outputs'; readonly texts: ReadonlySet<string> }
  | { readonly kind: 'failed'; readonly reason: string };

const known = new WeakMap<PossibleOutputsQuestion, PossibleOutputs>();

/** Computed once for a question that is kept: a quiz is scored many times. */
export function possibleOutputs(question: PossibleOutputsQuestion): PossibleOutputs {
  const before = known.get(question);
  if (before !== undefined) return before;
  const outputs = computeOutputs(question);
  known.set(question, outputs);
  return outputs;
}

export function isPossible(
  { texts }: PossibleOutputs & { readonly kind: 'outputs' },
  candidate: string,
): boolean {
  return texts.has(normalized(candidate));
}

function computeOutputs({ program, stdin }: PossibleOutputsQuestion): PossibleOutputs {
  const { diagnostics, image } = compile([userFile('program.c', program)]);
  if (image === null) {
    const first = diagnostics.find(({ severity }) => severity === 'error');
    const reason = first === undefined ? '' : renderDiagnostic(first);
    return { kind: 'failed', reason: `the program does not compile: ${reason}` };
  }
  const { complete, cutBy, violations, outputs } = exploreProgram(image, { args: [], stdin });
  const [violation] = violations;
  if (violation !== undefined)
    return { kind: 'failed', reason: `the program does not always end well: ${violation.message}` };
  if (!complete)
    return { kind: 'failed', reason: `the program has too many interleavings (${cutBy})` };
  return { kind: 'outputs', texts: new Set(outputs.map(({ stdout }) => normalized(stdout))) };
}

function normalized(text: string): string {
  return normalizedLines(text).join('\n');
}
