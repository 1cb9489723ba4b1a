'use client';

import {
  type KeyboardEvent,
  useEffect,
  useId,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { ProgramFile } from '@/app/_workers/program-file';
import { applyFix } from '@/lib/compiler/fixes';
import { cn } from '../ui/class-names';
import { CSource } from './c-source';
import { type EditorProps, isStillAbout } from './editor-handle';
import { formatted } from './format';
import { NameHelp } from './name-help';

const INDENT = '  ';
const NO_FILES: readonly ProgramFile[] = [];

type PlainEditorProps = EditorProps & {
  /** Grows with the text instead of scrolling. */
  readonly isInline?: boolean;
};

/**
 * A text area over its own coloured copy: works wherever a browser does, on phones and with screen
 * readers too.
 */
export function PlainEditor({
  value,
  onChange,
  diagnostics,
  markedLine = null,
  breakpoints,
  label,
  others = NO_FILES,
  isInline = false,
  ref,
}: PlainEditorProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  const band = useRef<HTMLDivElement>(null);
  const hintId = useId();
  const [offset, setOffset] = useState<number | null>(null);
  const program = useMemo(() => ({ source: value, others }), [value, others]);
  const lineCount = value.split('\n').length;
  const flagged = useMemo(
    () => new Map(diagnostics.map(({ line, severity }) => [line, severity])),
    [diagnostics],
  );

  useEffect(() => {
    if (markedLine !== null && band.current !== null) revealIn(band.current);
  }, [markedLine]);

  useImperativeHandle(
    ref,
    () => ({
      showLine: (line) => {
        if (area.current !== null) selectLine(area.current, line);
      },
      mend: (diagnostic) => {
        if (area.current === null || diagnostic.fix === undefined) return;
        const text = area.current.value;
        if (isStillAbout(diagnostic, text)) rewrite(area.current, applyFix(text, diagnostic.fix));
      },
      format: () => {
        const asked = area.current;
        const text = asked?.value;
        if (asked == null || text === undefined) return;
        void formatted(text).then((form) => {
          // Not over what was typed meanwhile.
          if (asked.value === text) rewrite(asked, form);
        });
      },
      cursorLine: () => (area.current === null ? null : lineOf(area.current)),
    }),
    [],
  );

  return (
    <div className={cn('bg-surface text-sm', !isInline && 'flex h-full flex-col')}>
      <p id={hintId} className="sr-only">
        Tab indents. To leave the editor with Tab, press Escape first.
        {breakpoints !== undefined &&
          ` F9 sets or removes a breakpoint. Breakpoints: ${breakpoints.lines.length === 0 ? 'none' : breakpoints.lines.join(', ')}.`}
      </p>
      <div className={cn(!isInline && 'min-h-0 flex-1 overflow-auto')}>
        <div className="grid min-h-full w-full min-w-0 grid-cols-[auto_1fr] font-mono leading-6">
          <div
            aria-hidden
            className="border-r bg-sunken py-3 pr-2 pl-3 text-right text-muted select-none"
          >
            {Array.from({ length: lineCount }, (_, i) => (
              <div
                key={i}
                data-breakpoint={breakpoints?.lines.includes(i + 1) === true ? '' : undefined}
                onClick={() => breakpoints?.onToggle(i + 1)}
                data-marked={i + 1 === markedLine ? '' : undefined}
                className={cn(
                  breakpoints !== undefined &&
                    'relative -ml-3 cursor-pointer pl-3 data-breakpoint:breakpoint',
                  i + 1 === markedLine && 'marked-line font-bold text-ink',
                  flagged.get(i + 1) === 'error' && 'font-bold text-bad',
                  flagged.get(i + 1) === 'warning' && 'font-bold text-warn',
                )}
              >
                {i + 1}
              </div>
            ))}
          </div>
          <div className="relative min-w-0 overflow-x-auto print:overflow-visible">
            {/* Both share one cell, so that the text area is as large as the text. */}
            <div className="relative grid min-h-full w-max min-w-full">
              {markedLine !== null && (
                <div
                  ref={band}
                  aria-hidden
                  className="marked-line absolute inset-x-0 h-6"
                  style={{ top: `calc(0.75rem + ${(markedLine - 1) * 1.5}rem)` }}
                />
              )}
              <pre
                aria-hidden
                className="pointer-events-none relative col-start-1 row-start-1 p-3 text-[length:inherit] leading-6 [tab-size:4]"
              >
                <CSource source={value} />
                {'\n'}
              </pre>
              <textarea
                ref={area}
                value={value}
                aria-label={label}
                aria-describedby={hintId}
                spellCheck={false}
                autoCapitalize="off"
                autoComplete="off"
                autoCorrect="off"
                wrap="off"
                onChange={(event) => onChange(event.target.value)}
                onSelect={({ currentTarget }) => setOffset(currentTarget.selectionStart)}
                onKeyDown={(event) => {
                  if (event.key === 'F9') breakpoints?.onToggle(lineOf(event.currentTarget));
                  else onKeyDown(event);
                }}
                className="relative col-start-1 row-start-1 resize-none overflow-hidden bg-transparent p-3 text-[length:inherit] leading-6 text-transparent caret-ink [tab-size:4] selection:text-transparent focus-visible:outline-offset-[-2px] print:hidden"
              />
            </div>
          </div>
        </div>
      </div>
      {!isInline && offset !== null && <NameHelp program={program} offset={offset} />}
    </div>
  );
}

// Escape, then Tab, leaves: nobody who uses only the keyboard is caught in here.
let isLeaving = false;

function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>) {
  if (event.key === 'Escape') {
    isLeaving = true;
    return;
  }
  const leaves = isLeaving;
  isLeaving = event.key === 'Shift' && leaves;
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === 'Tab' && !event.shiftKey && !leaves) {
    event.preventDefault();
    insert(INDENT);
  } else if (event.key === 'Enter') {
    const { value, selectionStart } = event.currentTarget;
    const before = value.slice(value.lastIndexOf('\n', selectionStart - 1) + 1, selectionStart);
    const indent = /^[ \t]*/.exec(before)?.[0] ?? '';
    event.preventDefault();
    insert(`\n${indent}${before.trimEnd().endsWith('{') ? INDENT : ''}`);
  }
}

/** As if typed or deleted, so that undo knows of it. An empty text deletes what is selected. */
function insert(text: string) {
  const command = text === '' ? 'delete' : 'insertText';
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- Nothing newer changes a text area so that undo knows.
  document.execCommand(command, false, text);
}

/** What is the same at both ends stays, so that undo takes back no more than was changed. */
function rewrite(area: HTMLTextAreaElement, text: string) {
  const { value } = area;
  if (text === value) return;
  const most = Math.min(value.length, text.length);
  let start = 0;
  while (start < most && value[start] === text[start]) start += 1;
  let same = 0;
  while (same < most - start && value.at(-1 - same) === text.at(-1 - same)) same += 1;
  area.focus();
  area.setSelectionRange(start, value.length - same);
  insert(text.slice(start, text.length - same));
}

function lineOf({ value, selectionStart }: HTMLTextAreaElement): number {
  return value.slice(0, selectionStart).split('\n').length;
}

function selectLine(area: HTMLTextAreaElement, line: number) {
  const lines = area.value.split('\n');
  const start = lines.slice(0, line - 1).reduce((sum, text) => sum + text.length + 1, 0);
  area.focus();
  area.setSelectionRange(start, start + (lines[line - 1]?.length ?? 0));
  const lineHeight = area.scrollHeight / lines.length;
  area.closest('.overflow-auto')?.scrollTo({ top: (line - 4) * lineHeight });
}

/** Scrolls the editor, not the page. */
function revealIn(element: HTMLElement) {
  const box = element.closest('.overflow-auto');
  if (box === null) return;
  const top = element.getBoundingClientRect().top - box.getBoundingClientRect().top;
  if (top < 0 || top > box.clientHeight - 2 * element.clientHeight)
    box.scrollBy({ top: top - box.clientHeight / 3 });
}
