import { type EditingWorker, startEditingWorker } from '@/app/_workers/machine-worker';
import type { EditedProgram, EditingAnswer, EditingRequest } from '@/app/_workers/editing-protocol';
import type { Completions } from '@/lib/compiler/assist/complete';
import type { Explanation, Signature } from '@/lib/compiler/assist/explain';
import type { Diagnostic } from '@/lib/compiler/diagnostics';

// One worker for all editors of a page: it knows nothing between two questions.
let worker: EditingWorker | null = null;
let asked = 0;
const waiting = new Map<number, (answer: EditingAnswer | null) => void>();

export async function diagnose(program: EditedProgram): Promise<readonly Diagnostic[]> {
  const answer = await ask({ ...program, kind: 'diagnose' });
  return answer?.kind === 'diagnosed' ? answer.diagnostics : [];
}

export async function complete(
  program: EditedProgram,
  offset: number,
): Promise<Completions | null> {
  const answer = await ask({ ...program, kind: 'complete', offset });
  return answer?.kind === 'completed' ? answer.completions : null;
}

export async function explain(program: EditedProgram, offset: number): Promise<Explanation | null> {
  const answer = await ask({ ...program, kind: 'explain', offset });
  return answer?.kind === 'explained' ? answer.explanation : null;
}

export async function signatureAt(
  program: EditedProgram,
  offset: number,
): Promise<Signature | null> {
  const answer = await ask({ ...program, kind: 'sign', offset });
  return answer?.kind === 'signed' ? answer.signature : null;
}

type Question = EditingRequest extends infer Request
  ? Request extends EditingRequest
    ? Omit<Request, 'id'>
    : never
  : never;

/** null: the worker could not be loaded or broke; the next question starts another one. */
function ask(question: Question): Promise<EditingAnswer | null> {
  worker ??= startEditingWorker(settle, giveUp);
  asked += 1;
  const id = asked;
  const answered = new Promise<EditingAnswer | null>((resolve) => waiting.set(id, resolve));
  worker.send({ ...question, id });
  return answered;
}

function settle(answer: EditingAnswer): void {
  waiting.get(answer.id)?.(answer);
  waiting.delete(answer.id);
}

function giveUp(): void {
  worker?.terminate();
  worker = null;
  for (const resolve of waiting.values()) resolve(null);
  waiting.clear();
}
