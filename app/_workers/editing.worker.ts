/// <reference lib="webworker" />
// What an editor asks while a program is typed. Only the front half of the compiler is here: no code is
// made, and neither the machine nor the compiled C library is loaded.
import { completionsAt } from '@/lib/compiler/assist/complete';
import { explanationAt, signatureAt } from '@/lib/compiler/assist/explain';
import { type ProgramNames, programNames } from '@/lib/compiler/assist/program-names';
import { type Diagnostic, userFile } from '@/lib/compiler/diagnostics';
import { diagnose } from '@/lib/compiler/front';
import type { SourceFile } from '@/lib/compiler/source';
import type { EditedProgram, EditingAnswer, EditingRequest } from './editing-protocol';

const FILE_NAME = 'program.c';

self.onmessage = ({ data }: MessageEvent<EditingRequest>) => {
  try {
    answer(answerTo(data));
  } catch (error) {
    console.error(error);
    const message = error instanceof Error ? error.message : String(error);
    answer({ kind: 'broken', id: data.id, message });
  }
};

// Reads the headers that most programs begin with, while the student still reads.
diagnose(userFile(FILE_NAME, '#include <stdio.h>\n#include <stdlib.h>\n#include <unistd.h>\n'));

function answerTo(request: EditingRequest): EditingAnswer {
  const { id } = request;
  const file = userFile(FILE_NAME, request.source);
  const others = request.others.map(({ name, text }) => userFile(name, text));
  switch (request.kind) {
    case 'diagnose':
      return { kind: 'diagnosed', id, diagnostics: diagnose(file, others).map(mendableHere) };
    case 'complete': {
      const completions = completionsAt(file, () => namesOf(request, file, others), request.offset);
      return { kind: 'completed', id, completions };
    }
    case 'explain': {
      const explanation = explanationAt(file, () => namesOf(request, file, others), request.offset);
      return { kind: 'explained', id, explanation };
    }
    case 'sign': {
      const signature = signatureAt(file, () => namesOf(request, file, others), request.offset);
      return { kind: 'signed', id, signature };
    }
  }
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** A fix of another file can't be made in this editor. */
function mendableHere(diagnostic: Diagnostic): Diagnostic {
  if (diagnostic.file === FILE_NAME) return diagnostic;
  const here: Writable<Diagnostic> = { ...diagnostic };
  delete here.fix;
  return here;
}

let last: { readonly key: string; readonly names: ProgramNames } | null = null;

/** Several questions are asked about the same text. */
function namesOf(
  { source, others: texts }: EditedProgram,
  file: SourceFile,
  others: readonly SourceFile[],
): ProgramNames {
  const key = JSON.stringify([source, texts]);
  if (last?.key !== key) last = { key, names: programNames(file, others) };
  return last.names;
}

function answer(message: EditingAnswer): void {
  self.postMessage(message);
}
