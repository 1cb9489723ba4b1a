'use client';

import { useEffect, useImperativeHandle, useRef, useState } from 'react';
import type { ProgramFile } from '@/app/_workers/program-file';
import { Skeleton } from '../ui/skeleton';
import type { EditorProps } from './editor-handle';
import type { SourceEditor } from './monaco';

type MonacoEditorProps = EditorProps & {
  /** It could not be loaded; the page shows another editor. */
  readonly onUnavailable: () => void;
};

const NO_FILES: readonly ProgramFile[] = [];

export function MonacoEditor({
  value,
  onChange,
  diagnostics,
  markedLine = null,
  breakpoints,
  label,
  others = NO_FILES,
  ref,
  onUnavailable,
}: MonacoEditorProps) {
  const container = useRef<HTMLDivElement>(null);
  const [editor, setEditor] = useState<SourceEditor | null>(null);
  // The editor is made once; what it calls and begins with is of the moment.
  const latest = useRef({ value, onChange, others, onUnavailable, breakpoints });
  useEffect(() => {
    latest.current = { value, onChange, others, onUnavailable, breakpoints };
  });

  /** Texts that the page was told of, from the one that it has on. */
  const typed = useRef<string[]>([]);

  useEffect(() => {
    let made: SourceEditor | null = null;
    let isGone = false;
    import('./monaco').then(
      ({ createSourceEditor }) => {
        if (isGone || container.current === null) return;
        made = createSourceEditor(container.current, {
          value: latest.current.value,
          label,
          others: () => latest.current.others,
          onChange: (text) => {
            typed.current.push(text);
            latest.current.onChange(text);
          },
          onBreakpoint: (line) => latest.current.breakpoints?.onToggle(line),
        });
        setEditor(made);
      },
      () => {
        if (!isGone) latest.current.onUnavailable();
      },
    );
    return () => {
      isGone = true;
      made?.dispose();
      setEditor(null);
    };
  }, [label]);

  useEffect(() => {
    // What was typed comes back by way of the page, perhaps after more was typed: it is no news then.
    const own = typed.current.indexOf(value);
    if (own === -1) {
      typed.current = [];
      editor?.setValue(value);
    } else typed.current.splice(0, own);
  }, [editor, value]);
  // In braces: what Monaco gives back is no clean-up of React's.
  useEffect(() => {
    editor?.setDiagnostics(diagnostics);
  }, [editor, diagnostics]);
  useEffect(() => {
    editor?.markLine(markedLine);
  }, [editor, markedLine]);
  const breakpointLines = breakpoints?.lines;
  useEffect(() => {
    editor?.setBreakpoints(breakpointLines ?? []);
  }, [editor, breakpointLines]);
  useImperativeHandle(
    ref,
    () => ({
      showLine: (line) => editor?.showLine(line),
      mend: (diagnostic) => editor?.mend(diagnostic),
      format: () => editor?.format(),
      cursorLine: () => editor?.cursorLine() ?? null,
    }),
    [editor],
  );

  return (
    <div className="relative h-full">
      {/* Monaco keeps what it finds in its container. */}
      <div ref={container} className="h-full" data-editor={editor === null ? 'loading' : 'ready'} />
      {editor === null && (
        <div className="absolute inset-0 space-y-2 bg-surface p-4">
          <p role="status" className="sr-only">
            Loading the editor…
          </p>
          <Skeleton className="h-4 w-2/5" />
          <Skeleton className="h-4 w-1/3" />
          <Skeleton className="h-4 w-1/2" />
        </div>
      )}
    </div>
  );
}
