'use client';

import { Footprints, Play, RotateCcw, Square, SquareArrowOutUpRight } from 'lucide-react';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { EditorHandle } from '../editor/editor-handle';
import { PlainEditor } from '../editor/plain-editor';
import { ProblemList } from '../editor/problem-list';
import { useDiagnostics } from '../editor/use-diagnostics';
import { ProcessTree } from '../machine/process-tree/process-tree';
import { SingleView } from '../machine/single-view';
import { useRecording } from '../machine/use-recording';
import type { ViewId } from '../machine/views';
import { isActive } from '../terminal/program-run';
import { PrintedOutput } from './printed-program';
import { TerminalPane } from '../terminal/terminal-pane';
import { useProgramRun } from '../terminal/use-program-run';
import { Button } from '../ui/button';
import { cn } from '../ui/class-names';

const FILE_NAME = 'program.c';

type RunnableProgramProps = {
  readonly title: string;
  readonly source: string;
  /** The tree of its processes stands beside or below the run. */
  readonly showsTree?: boolean;
  /** What one can step through it with. */
  readonly view?: ViewId | undefined;
  /** Without it the reader types the input. */
  readonly stdin?: string | undefined;
  /** What it prints, shown until it has run. */
  readonly output?: string | undefined;
  /** As soon as it is shown; otherwise when the reader asks. */
  readonly runsAtOnce?: boolean;
  /** Source and run side by side where there is room. */
  readonly isWide?: boolean;
};

/** A program in the text: to be read, changed and run in place. */
export function RunnableProgram({
  title,
  source: given,
  showsTree = false,
  view,
  stdin,
  output = '',
  runsAtOnce = false,
  isWide = false,
}: RunnableProgramProps) {
  const [source, setSource] = useState(given);
  const editor = useRef<EditorHandle>(null);
  const controls = useProgramRun();
  const { run } = controls;
  const recording = useRecording();
  const isStepping = recording.view.phase !== 'idle' && recording.view.program?.source === source;
  const diagnostics = useDiagnostics(source, { isWanted: source !== given });
  const showLine = (line: number) => editor.current?.showLine(line);
  const start = () => controls.start({ source, fileName: FILE_NAME, stdin });
  const step = () =>
    recording.open(title, {
      ...{ source, fileName: FILE_NAME, args: [], input: stdin ?? '' },
      ...{ schedule: null, terminal: true, violation: null },
    });

  const openInPlayground = async () => {
    const { packFiles } = await import('../share/shared-files');
    location.assign(`/play#${await packFiles([{ name: FILE_NAME, text: source }])}`);
  };

  const startAtOnce = useEffectEvent(start);
  useEffect(() => {
    if (runsAtOnce) startAtOnce();
  }, [runsAtOnce]);

  return (
    <section
      aria-label={`Program: ${title}`}
      className="overflow-hidden rounded-lg border bg-surface print:break-inside-avoid"
      onKeyDown={(event) => {
        if ((event.ctrlKey || event.metaKey) && event.key === 'Enter') {
          event.preventDefault();
          start();
        }
      }}
    >
      <div className="flex items-center gap-2 border-b bg-sunken py-1.5 pr-1.5 pl-3">
        <p className="mr-auto truncate text-sm font-semibold">{title}</p>
        {source !== given && (
          <Button size="sm" look="quiet" onClick={() => setSource(given)}>
            <RotateCcw aria-hidden />
            As it was
          </Button>
        )}
        <Button
          size="sm"
          look="quiet"
          className="px-2"
          aria-label={`Open in the playground: ${title}`}
          title="Open in the playground: explore it, give it more processors"
          onClick={() => void openInPlayground()}
        >
          <SquareArrowOutUpRight aria-hidden />
        </Button>
        {view !== undefined && (
          <Button size="sm" aria-label={`Step through: ${title}`} onClick={step}>
            <Footprints aria-hidden />
            Step
          </Button>
        )}
        {isActive(run) ? (
          <Button size="sm" look="danger" onClick={controls.stop}>
            <Square aria-hidden />
            Stop
          </Button>
        ) : (
          <Button size="sm" look="primary" aria-label={`Run: ${title}`} onClick={start}>
            <Play aria-hidden />
            Run
          </Button>
        )}
      </div>
      <div className={cn(isWide && 'lg:grid lg:grid-cols-2')}>
        <div className="flex min-w-0 flex-col">
          <PlainEditor
            ref={editor}
            isInline
            value={source}
            onChange={setSource}
            diagnostics={diagnostics}
            markedLine={isStepping ? (recording.view.at?.line ?? null) : null}
            label={`${title}, C source`}
          />
          {diagnostics.length > 0 && (
            <ProblemList
              diagnostics={diagnostics}
              onLine={showLine}
              onMend={(diagnostic) => editor.current?.mend(diagnostic)}
            />
          )}
          {run.phase === 'idle' && output !== '' && source === given && (
            <>
              <details className="border-t px-3 py-1.5 text-sm print:hidden">
                <summary className="link w-fit">What it prints</summary>
                <pre tabIndex={0} className="mt-1 overflow-x-auto">
                  {output}
                </pre>
              </details>
              <PrintedOutput output={output} />
            </>
          )}
          {run.phase !== 'idle' && (
            <div className="flex max-h-96 flex-1 flex-col border-t print:max-h-none">
              <TerminalPane controls={controls} onLine={showLine} asksOnDemand />
            </div>
          )}
        </div>
        {view !== undefined && isStepping && (
          <div className="min-w-0 border-t bg-paper">
            <SingleView id={view} controls={recording} onLine={({ line }) => showLine(line)} />
          </div>
        )}
        {showsTree && run.events.length > 0 && (
          <div
            className={cn(
              'min-w-0 border-t bg-paper p-4',
              isWide && 'lg:border-t-0 lg:border-l lg:p-5',
            )}
          >
            <ProcessTree events={run.events} isRunning={isActive(run)} />
          </div>
        )}
      </div>
    </section>
  );
}
