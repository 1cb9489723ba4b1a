import type { Diagnostic } from '@/lib/compiler/diagnostics';

/** What every kind of editor offers to the page around it. */
export type EditorHandle = {
  readonly showLine: (line: number) => void;
};

/** The line at which the moment shown beside the editor is. */
export type MarkedLine = number | null;

export type EditorProps = {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly diagnostics: readonly Diagnostic[];
  /** Marked and brought into view, without taking the cursor there. */
  readonly markedLine?: MarkedLine;
  /** Names the editor for those who can't see where it is. */
  readonly label: string;
  readonly ref?: React.Ref<EditorHandle>;
};
