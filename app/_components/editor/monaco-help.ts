// What Monaco asks about C: names under the pointer, what could be typed, arguments, fixes, form.
import * as monaco from 'monaco-editor/editor/editor.api';
import type { EditedProgram } from '@/app/_workers/editing-protocol';
import type { ProgramFile } from '@/app/_workers/program-file';
import type { Completion } from '@/lib/compiler/assist/complete';
import type { Explanation } from '@/lib/compiler/assist/explain';
import type { Diagnostic } from '@/lib/compiler/diagnostics';
import type { TextEdit } from '@/lib/compiler/fixes';
import { complete, explain, signatureAt } from './editing-help';
import { formatted } from './format';
import { reference, referenceText } from './reference';

/** What an editor of the page knows beside its text. */
export type Surroundings = {
  readonly others: () => readonly ProgramFile[];
  readonly diagnostics: () => readonly Diagnostic[];
};

const models = new Map<monaco.editor.ITextModel, Surroundings>();

/** The model gets all help until the returned function is called. */
export function giveHelp(model: monaco.editor.ITextModel, surroundings: Surroundings): () => void {
  register();
  models.set(model, surroundings);
  return () => models.delete(model);
}

export function monacoEdit({ line, column, endLine, endColumn, text }: TextEdit) {
  return { range: new monaco.Range(line, column, endLine, endColumn), text };
}

let isRegistered = false;

function register() {
  if (isRegistered) return;
  isRegistered = true;
  const { languages } = monaco;
  languages.registerHoverProvider('c', { provideHover });
  languages.registerCompletionItemProvider('c', {
    triggerCharacters: ['.', '>', '<', '/', '"'],
    provideCompletionItems,
    resolveCompletionItem,
  });
  languages.registerSignatureHelpProvider('c', {
    signatureHelpTriggerCharacters: ['(', ','],
    provideSignatureHelp,
  });
  languages.registerCodeActionProvider(
    'c',
    { provideCodeActions },
    { providedCodeActionKinds: ['quickfix'] },
  );
  languages.registerDocumentFormattingEditProvider('c', {
    provideDocumentFormattingEdits: async (model) => {
      const text = await formatted(model.getValue());
      return text === model.getValue() ? [] : [{ range: model.getFullModelRange(), text }];
    },
  });
}

function programOf(model: monaco.editor.ITextModel): EditedProgram | null {
  const surroundings = models.get(model);
  if (surroundings === undefined) return null;
  return {
    source: model.getValue(monaco.editor.EndOfLinePreference.LF),
    others: surroundings.others(),
  };
}

async function provideHover(
  model: monaco.editor.ITextModel,
  position: monaco.Position,
): Promise<monaco.languages.Hover | null> {
  const program = programOf(model);
  if (program === null) return null;
  const found = await explain(program, model.getOffsetAt(position));
  if (found === null) return null;
  const from = model.getPositionAt(found.start);
  const to = model.getPositionAt(found.end);
  return {
    range: monaco.Range.fromPositions(from, to),
    contents: [{ value: `\`\`\`c\n${found.declaration}\n\`\`\`` }, { value: await about(found) }],
  };
}

async function about({ name, declaration, from }: Explanation): Promise<string> {
  switch (from.kind) {
    case 'member':
      return `A member of \`${from.record}\`.`;
    case 'program':
      return from.file === 'program.c'
        ? `Declared in line ${from.line}.`
        : `Declared in line ${from.line} of ${from.file}.`;
    case 'library': {
      const entry = (await reference()).get(name);
      const include = `\`#include <${entry?.header ?? from.header}>\``;
      if (entry === undefined) return include;
      return `${referenceText(entry, declaration.match(/\w+|\.\.\./g) ?? [])}\n\n${include}`;
    }
  }
}

const { CompletionItemKind, CompletionItemInsertTextRule } = monaco.languages;

const KINDS = {
  variable: CompletionItemKind.Variable,
  function: CompletionItemKind.Function,
  macro: CompletionItemKind.Constant,
  type: CompletionItemKind.Class,
  constant: CompletionItemKind.EnumMember,
  member: CompletionItemKind.Field,
  keyword: CompletionItemKind.Keyword,
  header: CompletionItemKind.File,
} as const;

const RANKS = { program: 'a', language: 'b', included: 'c', missing: 'd' } as const;

async function provideCompletionItems(
  model: monaco.editor.ITextModel,
  position: monaco.Position,
): Promise<monaco.languages.CompletionList | null> {
  const program = programOf(model);
  if (program === null) return null;
  const found = await complete(program, model.getOffsetAt(position));
  if (found === null) return null;
  const range = monaco.Range.fromPositions(model.getPositionAt(found.start), position);
  const isCalled = model.getLineContent(position.lineNumber).charAt(position.column - 1) === '(';
  return { suggestions: found.items.map((item) => suggestion(item, range, isCalled)) };
}

function suggestion(
  { label, kind, detail, origin, header, edits, call }: Completion,
  range: monaco.IRange,
  isCalled: boolean,
): monaco.languages.CompletionItem {
  const written = call === null || isCalled ? null : call === 'empty' ? '()' : '($0)';
  return {
    label: header === null ? label : { label, description: `#include <${header}>` },
    kind: KINDS[kind],
    detail,
    sortText: `${RANKS[origin]}${label}`,
    filterText: label,
    insertText: `${label}${written ?? ''}`,
    range,
    additionalTextEdits: edits.map(monacoEdit),
    ...(written === '($0)'
      ? {
          insertTextRules: CompletionItemInsertTextRule.InsertAsSnippet,
          command: { id: 'editor.action.triggerParameterHints', title: 'Arguments' },
        }
      : {}),
  };
}

async function resolveCompletionItem(
  item: monaco.languages.CompletionItem,
): Promise<monaco.languages.CompletionItem> {
  const name = typeof item.label === 'string' ? item.label : item.label.label;
  if (item.sortText?.startsWith(RANKS.program) === true) return item;
  const entry = (await reference()).get(name);
  return entry === undefined ? item : { ...item, documentation: { value: referenceText(entry) } };
}

async function provideSignatureHelp(
  model: monaco.editor.ITextModel,
  position: monaco.Position,
): Promise<monaco.languages.SignatureHelpResult | null> {
  const program = programOf(model);
  if (program === null) return null;
  const found = await signatureAt(program, model.getOffsetAt(position));
  if (found === null) return null;
  const entry = (await reference()).get(found.name);
  const value = {
    activeSignature: 0,
    activeParameter: found.active,
    signatures: [
      {
        label: found.declaration,
        ...(entry === undefined ? {} : { documentation: { value: entry.does } }),
        parameters: found.parameters.map(
          ({ name, start, end }): monaco.languages.ParameterInformation => {
            const text = entry?.takes.find((one) => one.name === name)?.text;
            return {
              label: [start, end],
              ...(text === undefined ? {} : { documentation: { value: text } }),
            };
          },
        ),
      },
    ],
  };
  return { value, dispose: () => undefined };
}

function provideCodeActions(
  model: monaco.editor.ITextModel,
  range: monaco.Range,
): monaco.languages.CodeActionList {
  const found = models.get(model)?.diagnostics() ?? [];
  const actions = found.flatMap((diagnostic): monaco.languages.CodeAction[] => {
    const { fix, line, column, endLine, endColumn } = diagnostic;
    const at = new monaco.Range(line, column, endLine, endColumn);
    if (fix === undefined || !monaco.Range.areIntersectingOrTouching(at, range)) return [];
    const edits = fix.edits.map((edit) => ({
      resource: model.uri,
      versionId: model.getVersionId(),
      textEdit: monacoEdit(edit),
    }));
    return [{ title: fix.title, kind: 'quickfix', isPreferred: true, edit: { edits } }];
  });
  return { actions, dispose: () => undefined };
}
