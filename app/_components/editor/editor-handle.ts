import type { ProgramFile } from '@/app/_workers/program-file';
import type { Diagnostic } from '@/lib/compiler/diagnostics';

/** What every kind of editor offers to the page around it. */
export type EditorHandle = {
  readonly showLine: (line: number) => void;
  /** Mends what a diagnostic is about; nothing if its line has changed since. Undo takes it back. */
  readonly mend: (diagnostic: Diagnostic) => void;
  readonly format: () => void;
  /** Null: there is no cursor yet. */
  readonly cursorLine: () => number | null;
};

/** Lines at which stepping stops; set with a click beside the line's number, or with F9. */
export type EditorBreakpoints = {
  readonly lines: readonly number[];
  readonly onToggle: (line: number) => void;
};

/** Whether the diagnostic is still about this text: what it says of the line holds. */
export function isStillAbout(diagnostic: Diagnostic, text: string): boolean {
  const line = text.split('\n')[diagnostic.line - 1];
  return line?.includes(diagnostic.sourceLine.replace(/^…|…$/g, '')) === true;
}

/** The line at which the moment shown beside the editor is. */
export type MarkedLine = number | null;

export type EditorProps = {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly diagnostics: readonly Diagnostic[];
  /** Marked and brought into view, without taking the cursor there. */
  readonly markedLine?: MarkedLine;
  readonly breakpoints?: EditorBreakpoints | undefined;
  /** Names the editor for those who can't see where it is. */
  readonly label: string;
  /** Files that it may include. */
  readonly others?: readonly ProgramFile[];
  readonly ref?: React.Ref<EditorHandle>;
};
