'use client';

import { BookOpen, Footprints, Play, Square, Waypoints } from 'lucide-react';
import { type CSSProperties, useEffect, useMemo, useRef, useState } from 'react';
import type { Example, ExampleTopic } from '@/lib/courseware/examples';
import type { Gradable } from '@/lib/grading/grade';
import type { SourceLine } from '@/lib/trace/recording/stepping';
import type { EditorHandle } from '../_components/editor/editor-handle';
import { ProblemList } from '../_components/editor/problem-list';
import { SourceEditor } from '../_components/editor/source-editor';
import { useDiagnostics } from '../_components/editor/use-diagnostics';
import { useEditorChoice } from '../_components/editor/use-editor-choice';
import { ExplorePane } from '../_components/explore/explore-pane';
import type { FoundSchedule } from '../_components/explore/found-schedule';
import { useExploration } from '../_components/explore/use-exploration';
import { type ShellHandle, ShellTerminal } from '../_components/shell/shell-terminal';
import { packRun } from '../_components/share/shared-moment';
import { DAMAGED_LINK, useSharedMoment } from '../_components/share/use-shared-moment';
import { showOnPhone } from '../_components/site/show-on-phone';
import { useShortcuts } from '../_components/site/use-shortcuts';
import { StepsPane } from '../_components/machine/steps-pane';
import { useBreakpoints } from '../_components/machine/use-breakpoints';
import { type RecordingView, useRecording } from '../_components/machine/use-recording';
import { ActionBar } from '../_components/ui/action-bar';
import { Button } from '../_components/ui/button';
import { MenuContent, MenuItem, MenuLabel, MenuRoot, MenuTrigger } from '../_components/ui/menu';
import { SplitHandle } from '../_components/ui/split-handle';
import { usePaneShares } from '../_components/ui/use-pane-shares';
import { TabsContent, TabsList, TabsRoot, TabsTrigger } from '../_components/ui/tabs';
import { FileTabs } from './file-tabs';
import { ShareButtons } from './share-buttons';
import { MachineMenu, SCHEDULERS, type SchedulerName } from './machine-menu';
import { programOf, runCommand } from './program-files';
import { type RunInput, RunInputForm } from './run-input';
import { shellWords } from './shell-words';
import { type FileControls, useFiles } from './use-files';

/** What no program should do is looked for in any case. */
const NO_CHECKS: Gradable = { checks: [], runs: {} };

const TABS = ['terminal', 'explore', 'steps'] as const;
type Tab = (typeof TABS)[number];

type PlaygroundProps = {
  readonly topics: readonly ExampleTopic[];
  /** The example that the address asks for. */
  readonly asked: string | null;
};

/** Of the width, in percent. */
const SHARES = { source: 50 };

/** Files, an editor, and a machine to try them on: without an account, and nothing leaves the browser. */
export function Playground({ topics, asked }: PlaygroundProps) {
  const examples = useMemo(() => topics.flatMap((topic) => topic.examples), [topics]);
  const [first] = examples;
  if (first === undefined) throw new Error('there are no examples');
  const wanted = examples.find(({ slug }) => slug === asked) ?? null;
  const files = useFiles(examples.find(({ slug }) => slug === 'fork') ?? first, wanted);
  return files.isReady ? (
    <Opened topics={topics} files={files} />
  ) : (
    <p role="status" className="p-6 text-muted">
      Opening the playground…
    </p>
  );
}

function Opened({
  topics,
  files: controls,
}: {
  readonly topics: readonly ExampleTopic[];
  readonly files: FileControls;
}) {
  const { files, open, text, command, notice } = controls;
  const editor = useRef<EditorHandle>(null);
  const shell = useRef<ShellHandle>(null);
  const results = useRef<HTMLDivElement>(null);
  const [choice] = useEditorChoice();
  const [tab, setTab] = useState<Tab>('terminal');
  const [shares, setShare] = usePaneShares('playground', SHARES);
  const [scheduler, setScheduler] = useState<SchedulerName>('rr-1000');
  const [processors, setProcessors] = useState(1);
  const others = useMemo(() => files.filter(({ name }) => name !== open), [files, open]);
  const [input, setInput] = useState<RunInput>({ args: '', stdin: '' });
  const isProgram = open.endsWith('.c');
  const program = useMemo(() => programOf(files, open), [files, open]);
  const diagnostics = useDiagnostics(text, { others });
  const exploration = useExploration();
  const recording = useRecording();
  const breakpoints = useBreakpoints('play');
  const [isWide, setWide] = useState(false);

  const showLine = (line: number) => editor.current?.showLine(line);
  // A line of another file: that file first.
  const [wanted, setWanted] = useState<SourceLine | null>(null);
  const showPlace = ({ file, line }: SourceLine) => {
    if (file === open) return showLine(line);
    controls.select(file);
    setWanted({ file, line });
  };
  useEffect(() => {
    if (wanted?.file === open) editor.current?.showLine(wanted.line);
  }, [wanted, open]);
  const show = (which: Tab) => {
    setTab(which);
    showOnPhone(results.current);
  };
  const run = () => {
    show('terminal');
    shell.current?.enter(files, command ?? runCommand(program));
  };
  const explore = () => {
    if (program === null) return;
    const { main, more } = program;
    const headers = files.filter((file) => file !== main);
    exploration.start({
      ...{ source: main.text, fileName: main.name, more, headers },
      checks: NO_CHECKS,
    });
    show('explore');
  };
  const step = () => {
    if (program === null) return;
    const { main, more } = program;
    const headers = files.filter((file) => file !== main);
    const title = [main.name, ...shellWords(input.args)].join(' ');
    recording.open(title, {
      ...{ source: main.text, fileName: main.name, more, headers },
      ...{ args: shellWords(input.args), input: input.stdin, terminal: true },
      ...{ schedule: SCHEDULERS[scheduler].schedule, processors },
      violation: null,
    });
    show('steps');
  };
  const openSchedule = ({ title, args, stdin, schedule, violation }: FoundSchedule) => {
    const { of } = exploration.exploration;
    if (of === null) return;
    const { source, fileName, more = [], headers = [] } = of;
    recording.open(title, {
      ...{ source, fileName, more, headers },
      ...{ args, input: stdin, terminal: false },
      ...{ schedule, violation },
    });
    show('steps');
  };
  const refuseLink = () => {
    recording.refuse(DAMAGED_LINK);
    setTab('steps');
  };
  // The run of the link's own files, whatever the editor holds by then.
  useSharedMoment(({ title, step: at, ...moment }, linked) => {
    const found = linked === null ? null : programOf(linked, linked[0]?.name ?? '');
    if (linked === null || found === null) return refuseLink();
    const { main, more } = found;
    const headers = linked.filter((file) => file !== main);
    const texts = { source: main.text, fileName: main.name, more, headers };
    recording.open(title, { ...moment, ...texts }, at);
    setTab('steps');
  }, refuseLink);
  const stop = () => exploration.stop();
  useShortcuts({ run, explore, stop });

  const style: CSSProperties & Record<`--${string}`, string> = {
    '--source': `${isWide && tab === 'steps' ? 32 : shares.source}%`,
  };
  return (
    <div className="flex min-w-0 flex-1 flex-col max-sm:pb-16 lg:h-[calc(100dvh-3.5rem)] lg:min-h-[32rem] lg:flex-none">
      <div className="sticky top-0 z-30 flex h-13 shrink-0 items-center gap-2 border-b bg-surface px-2 sm:px-4 lg:static">
        <h1 className="text-lg">Playground</h1>
        <ExampleMenu topics={topics} onLoad={controls.load} />
        <MachineMenu
          scheduler={scheduler}
          processors={processors}
          onScheduler={setScheduler}
          onProcessors={setProcessors}
        />
        <ShareButtons files={files} />
        <ActionBar>
          <Button size="sm" disabled={program === null} onClick={step}>
            <Footprints aria-hidden />
            Step
          </Button>
          {exploration.exploration.phase === 'exploring' ? (
            <Button size="sm" look="danger" onClick={stop}>
              <Square aria-hidden />
              Cancel
            </Button>
          ) : (
            <Button size="sm" disabled={!isProgram} onClick={explore}>
              <Waypoints aria-hidden />
              Explore
            </Button>
          )}
          <Button size="sm" look="primary" className="w-24" onClick={run}>
            <Play aria-hidden />
            Run
          </Button>
        </ActionBar>
      </div>
      {notice !== null && (
        <p role="alert" className="border-b bg-warn-soft px-4 py-2 text-sm">
          {notice}
        </p>
      )}
      <div
        style={style}
        className="flex min-h-0 min-w-0 flex-1 flex-col lg:grid lg:grid-cols-[minmax(0,var(--source))_auto_minmax(0,1fr)] lg:grid-rows-[minmax(0,1fr)]"
      >
        <section aria-label="Your files" className="flex min-h-0 min-w-0 flex-col">
          <FileTabs controls={controls} />
          <div className="min-h-0 flex-1 max-lg:h-[55dvh] max-lg:flex-none">
            <SourceEditor
              key={open}
              ref={editor}
              choice={choice}
              value={text}
              onChange={(changed) => {
                breakpoints.edited(open, text, changed);
                controls.edit(changed);
              }}
              diagnostics={diagnostics}
              others={others}
              breakpoints={
                isProgram
                  ? {
                      lines: breakpoints.linesOf(open),
                      onToggle: (line) => breakpoints.toggle(open, line),
                    }
                  : undefined
              }
              markedLine={
                tab === 'steps' && isOf(recording.view, open, text)
                  ? (recording.view.at?.line ?? null)
                  : null
              }
              label={`${open}, C source`}
            />
          </div>
          <ProblemList
            diagnostics={diagnostics}
            onLine={showLine}
            onMend={(diagnostic) => editor.current?.mend(diagnostic)}
          />
        </section>
        <SplitHandle
          orientation="vertical"
          measures="start"
          label="Width of the editor"
          value={shares.source}
          initial={SHARES.source}
          min={25}
          max={75}
          onChange={(share) => setShare('source', share)}
        />
        <TabsRoot
          ref={results}
          value={tab}
          onValueChange={(value) => setTab(TABS.find((known) => known === value) ?? 'terminal')}
          className="flex min-h-0 min-w-0 flex-col max-lg:scroll-mt-14 max-lg:border-t"
        >
          <TabsList aria-label="What it does" className="h-10 shrink-0 border-b bg-surface px-2">
            <TabsTrigger value="terminal">Terminal</TabsTrigger>
            <TabsTrigger value="explore">Explore</TabsTrigger>
            <TabsTrigger value="steps">Steps</TabsTrigger>
          </TabsList>
          <TabsContent
            value="terminal"
            forceMount
            className="flex min-h-0 flex-1 data-[state=inactive]:hidden max-lg:h-[55dvh] max-lg:flex-none"
          >
            <ShellTerminal
              // Another machine is another terminal.
              key={`${scheduler} ${processors}`}
              ref={shell}
              files={files}
              settings={{ schedule: SCHEDULERS[scheduler].schedule, processors }}
            />
          </TabsContent>
          <TabsContent value="explore" className="min-h-0 flex-1 overflow-y-auto">
            <ExplorePane
              controls={exploration}
              onLine={showLine}
              checked={[]}
              onOpen={openSchedule}
              onStep={() => undefined}
            />
          </TabsContent>
          <TabsContent
            value="steps"
            className="flex min-h-0 flex-1 flex-col data-[state=inactive]:hidden"
          >
            <RunInputForm input={input} onChange={setInput} onStep={step} />
            <StepsPane
              controls={recording}
              onLine={showPlace}
              breakpoints={breakpoints.all}
              cursor={() => {
                const line = editor.current?.cursorLine() ?? null;
                return line === null ? null : { file: open, line };
              }}
              room={{ isWide, onWide: setWide }}
              linkTo={linkToRun}
              idleText="Step runs the open file and stops at its beginning; then you go forwards and backwards, each step at its line."
            />
          </TabsContent>
        </TabsRoot>
      </div>
    </div>
  );
}

async function linkToRun({ title, program, position }: RecordingView): Promise<string> {
  const hash = program === null ? '' : `#${await packRun(title, program, position)}`;
  return `${location.origin}/play${hash}`;
}

/** Whether the present moment is in this file, and the file still says what was recorded. */
function isOf({ program, at }: RecordingView, name: string, text: string): boolean {
  if (program === null || at?.file !== name) return false;
  const { fileName, source, more = [], headers = [] } = program;
  return [{ name: fileName, text: source }, ...more, ...headers].some(
    (file) => file.name === name && file.text === text,
  );
}

function ExampleMenu({
  topics,
  onLoad,
}: {
  readonly topics: readonly ExampleTopic[];
  readonly onLoad: (example: Example) => void;
}) {
  return (
    <MenuRoot>
      <MenuTrigger asChild>
        <Button size="sm" look="quiet" className="ml-2">
          <BookOpen aria-hidden />
          <span className="max-md:sr-only">Examples</span>
        </Button>
      </MenuTrigger>
      <MenuContent className="max-h-[70vh] overflow-y-auto">
        {topics.map(({ topic, examples }) => (
          <div key={topic}>
            <MenuLabel>{topic}</MenuLabel>
            {examples.map((example) => (
              <MenuItem key={example.slug} onSelect={() => onLoad(example)}>
                {example.title}
              </MenuItem>
            ))}
          </div>
        ))}
      </MenuContent>
    </MenuRoot>
  );
}
