'use client';

import { CornerDownLeft } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Button } from '../ui/button';
import { Callout } from '../ui/callout';
import { cn } from '../ui/class-names';
import { LineLink } from '../editor/line-link';
import { isActive, type ProgramRun, type TranscriptPart } from './program-run';
import { endText, runNotes } from './run-summary';
import type { RunControls } from './use-program-run';

type TerminalPaneProps = {
  readonly controls: RunControls;
  readonly onLine: (line: number) => void;
  /** What to say before the first run. */
  readonly idleText?: string;
  /** Shows the line for input only once the program has asked for some. */
  readonly asksOnDemand?: boolean;
};

/** Output and input of the run, as in a terminal, line by line. */
export function TerminalPane({
  controls,
  onLine,
  idleText = '',
  asksOnDemand = false,
}: TerminalPaneProps) {
  const { run } = controls;
  const screen = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const element = screen.current;
    if (element !== null) element.scrollTop = element.scrollHeight;
  }, [run]);

  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div
        ref={screen}
        role="log"
        aria-label="Terminal"
        tabIndex={0}
        className="min-h-24 flex-1 overflow-auto bg-sunken p-3 focus-visible:outline-offset-[-2px]"
      >
        {run.phase === 'idle' && <p className="text-muted">{idleText}</p>}
        {run.omitted > 0 && (
          <p className="text-sm text-muted">
            ({run.omitted.toLocaleString('en')} characters before this are not shown)
          </p>
        )}
        <pre className="text-sm break-words whitespace-pre-wrap">
          {run.transcript.map((part, i) => (
            <Part key={i} part={part} />
          ))}
        </pre>
        <Ending run={run} onLine={onLine} />
      </div>
      {(!asksOnDemand || asksForInput(run)) && <InputLine controls={controls} />}
    </div>
  );
}

function asksForInput({ phase, transcript, isInputClosed }: ProgramRun): boolean {
  if (isInputClosed) return false;
  return phase === 'waiting-for-input' || transcript.some(({ from }) => from === 'input');
}

function Part({ part: { from, text } }: { readonly part: TranscriptPart }) {
  switch (from) {
    case 'stdout':
      return <samp>{text}</samp>;
    case 'stderr':
      return <samp className="text-bad">{text}</samp>;
    case 'input':
      return <kbd className="text-accent">{text}</kbd>;
    case 'end-of-input':
      return <span className="text-muted">{'^D\n'}</span>;
  }
}

function Ending({
  run,
  onLine,
}: {
  readonly run: ProgramRun;
  readonly onLine: (line: number) => void;
}) {
  switch (run.phase) {
    case 'idle':
    case 'waiting-for-input':
      return null;
    case 'compiling':
      return <p className="text-sm text-muted">Compiling…</p>;
    case 'running':
      return <p className="text-sm text-muted">Running…</p>;
    case 'stopped':
      return <p className="mt-2 text-sm text-muted">Stopped.</p>;
    case 'broken':
      return (
        <Callout tone="bad" className="mt-2" title="The simulator failed">
          <p>This is our fault, not your program’s. Try to run it again.</p>
        </Callout>
      );
    case 'not-compiled': {
      const errors = run.diagnostics.filter(({ severity }) => severity === 'error');
      return (
        <div className="space-y-1 text-sm">
          <p>It does not compile yet, so nothing ran.</p>
          {errors.map(({ line, column, message }) => (
            <p key={`${line}:${column} ${message}`}>
              <LineLink line={line} onLine={onLine} />: {message}
            </p>
          ))}
        </div>
      );
    }
    case 'finished':
      return run.report === null ? null : (
        <div className="mt-2 space-y-2 text-sm">
          {runNotes(run.report).map(({ tone, text, line }) => (
            <Callout key={text} tone={tone} className="bg-surface px-3 py-2">
              <p>
                {line !== null && (
                  <>
                    <LineLink line={line} onLine={onLine} />:{' '}
                  </>
                )}
                {text}
              </p>
            </Callout>
          ))}
          <p className="text-muted">[{endText(run.report)}]</p>
        </div>
      );
  }
}

function InputLine({ controls: { run, type, closeInput } }: { readonly controls: RunControls }) {
  const [line, setLine] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const isOpen = isActive(run) && !run.isInputClosed;
  const isAsked = run.phase === 'waiting-for-input';

  return (
    <form
      className={cn(
        'flex items-center gap-2 border-t bg-surface px-3 py-1.5',
        isAsked && 'bg-accent-soft',
      )}
      onSubmit={(event) => {
        event.preventDefault();
        type(line);
        setLine('');
        input.current?.focus();
      }}
    >
      <label className="flex min-w-0 flex-1 items-center gap-2">
        <span className="text-sm text-muted">Input</span>
        <input
          ref={input}
          value={line}
          disabled={!isOpen}
          autoComplete="off"
          spellCheck={false}
          placeholder={isAsked ? 'The program waits for a line' : ''}
          className="h-8 min-w-0 flex-1 rounded-sm border border-edge bg-surface px-2 font-mono text-sm disabled:border-line disabled:opacity-60"
          onChange={(event) => setLine(event.target.value)}
          onKeyDown={(event) => {
            if (event.ctrlKey && event.key === 'd') {
              event.preventDefault();
              closeInput();
            }
          }}
        />
      </label>
      <Button type="submit" size="sm" look="quiet" disabled={!isOpen} aria-label="Send the line">
        <CornerDownLeft aria-hidden />
      </Button>
      <Button size="sm" disabled={!isOpen} onClick={closeInput} title="End of file, Ctrl D">
        EOF
      </Button>
    </form>
  );
}
