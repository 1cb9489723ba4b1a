/** Building finding facts: where it happened, and on whose behalf. */
import type { SignalName } from '../abi/signals';
import type { ExecutionContext } from './context';
import { hasStudentCode } from './debug-info';
import { callFrames, studentFrames } from './stack-walk';
import type { CodePosition, FindingFact, FindingFactKind, Trap } from './trap';

/** Frames shown of a call stack; a runaway recursion has thousands. */
const STACK_LINES_MAX = 32;

type FatalFinding = FindingFact & { readonly fatal: true };

export function fatalFinding(
  context: ExecutionContext,
  kind: FindingFactKind,
  signal: SignalName,
  message: string,
  address: number | null,
): FatalFinding {
  return { ...place(context), kind, message, fatal: true, signal, address };
}

export function fault(
  context: ExecutionContext,
  kind: FindingFactKind,
  signal: SignalName,
  message: string,
  address: number | null = null,
): Trap {
  return { kind: 'fault', finding: fatalFinding(context, kind, signal, message, address) };
}

/** A finding that doesn't end the process; null when this instruction has reported one before. */
export function noteOnce(
  context: ExecutionContext,
  kind: FindingFactKind,
  message: () => string,
): Trap | null {
  const pc = blamedPc(context);
  if (context.noted.has(pc)) return null;
  context.noted.add(pc);
  return {
    kind: 'finding',
    finding: {
      ...place(context),
      kind,
      message: message(),
      fatal: false,
      signal: null,
      address: null,
    },
  };
}

/** The student's line on whose behalf something is done, as a code word; else the library's. */
export function blamedPc(context: ExecutionContext): number {
  if (!hasStudentCode(context.image)) return context.pc;
  for (const { function: found, pc } of callFrames(context)) if (!found.library) return pc;
  return context.pc;
}

function place(context: ExecutionContext): Pick<FindingFact, 'pc' | 'at' | 'stack'> {
  const stack: CodePosition[] = [];
  for (const { position } of studentFrames(context)) {
    if (position !== null) stack.push(position);
    if (stack.length === STACK_LINES_MAX) break;
  }
  return { pc: context.pc, at: stack[0] ?? null, stack };
}
