'use client';

import { Eye, Link2, Maximize2, Minimize2 } from 'lucide-react';
import { Suspense, useMemo, useState } from 'react';
import type { Pid } from '@/lib/kernel/pid';
import { CSource } from '../editor/c-source';
import { CopyButton } from '../share/copy-button';
import { Button } from '../ui/button';
import { Callout } from '../ui/callout';
import { cn } from '../ui/class-names';
import { TabsContent, TabsRoot } from '../ui/tabs';
import { processNames, type ProcessNames } from './process-names';
import type { OpenedRun } from './recording-session';
import { Scrubber } from './scrubber';
import { StepperBar } from './stepper-bar';
import type { Room, StepsPaneProps } from './steps-pane-props';
import type { RecordingView } from './use-recording';
import { useKeptList } from './use-kept-list';
import { useStepping } from './use-stepping';
import { ViewChoice } from './view-choice';
import { type ViewId, VIEWS } from './views';
import { WatchList } from './watch-list';

export function OpenedSteps(props: StepsPaneProps & { readonly run: OpenedRun }) {
  const { run, controls, onLine, room, linkTo } = props;
  const { view, goTo, goToMark } = controls;
  const names = useMemo(() => processNames(run.timeline), [run]);
  // It stays when another run is recorded, and when one comes again.
  const [[kept = 'timeline'], keep] = useKeptList('view');
  const [isWatching, setWatching] = useState(false);
  const shownView = VIEWS.find((each) => each.id === kept) ?? VIEWS[0];
  const setShown = (view: ViewId) => keep([view]);
  const stepping = useStepping(controls, run, shownView, props);
  const { thread, watches, move } = stepping;
  const { id, Component } = shownView;
  const { moment } = view;
  const who = thread ?? moment?.view.running ?? null;

  return (
    <section
      aria-label="Stepper"
      // The moment that is shown: while another one is on its way, it is not yet the scrubber's.
      data-moment={moment?.view.step}
      className="flex min-h-0 min-w-0 flex-1 flex-col"
      onKeyDown={stepping.onKeyDown}
    >
      <div className="shrink-0 space-y-1 border-b px-2 py-1.5 text-sm">
        <div className="flex items-center gap-1">
          <p className="min-w-0 flex-1 truncate px-1 font-medium" title={view.title}>
            {view.title}
          </p>
          <WhoseSteps names={names} thread={thread} onThread={stepping.setThread} />
          <Button
            look="quiet"
            size="sm"
            className={cn('px-2', isWatching && 'bg-accent-soft text-accent')}
            aria-expanded={isWatching}
            onClick={() => setWatching(!isWatching)}
          >
            <Eye aria-hidden />
            Watch
          </Button>
          {linkTo !== undefined && (
            <CopyButton
              icon={Link2}
              label="Copy a link to this moment"
              copied="Link copied"
              told="The link is copied. It leads to this moment of the run."
              shown="The link is in the address bar. It leads to this moment of the run."
              isIconOnly
              make={async () => {
                const address = await linkTo(view);
                history.replaceState(null, '', address);
                return address;
              }}
            />
          )}
          {room !== undefined && <RoomButton {...room} />}
        </div>
        <Scrubber
          run={run}
          position={view.position}
          timeNs={moment?.view.timeNs ?? null}
          onGo={goTo}
        />
        <StepperBar
          onStep={stepping.step}
          onStart={() => goTo(run.start)}
          onEnd={() => goTo(run.end)}
          status={
            <>
              {stepping.status}
              {view.isSearching && (
                <Button size="sm" look="quiet" className="ml-1 px-2" onClick={controls.cancel}>
                  Cancel
                </Button>
              )}
            </>
          }
        />
        <PresentLine view={view} />
        {isWatching && (
          <div className="max-h-48 overflow-y-auto border-t">
            <WatchList
              watches={watches}
              onChange={stepping.setWatches}
              moment={moment}
              before={view.before}
              where={who === null ? 'nobody runs' : `where ${names.get(who)?.name ?? who} stands`}
            />
          </div>
        )}
      </div>
      {run.mismatch !== null && (
        <Callout tone="warn" className="m-2" title="This schedule is of another version">
          <p className="text-sm">{run.mismatch}</p>
        </Callout>
      )}
      <TabsRoot
        value={id}
        onValueChange={(value) => keep([value])}
        className="flex min-h-0 flex-1 flex-col"
      >
        <ViewChoice shown={id} onChoose={setShown} />
        <TabsContent value={id} className="flex min-h-0 flex-1 flex-col">
          <Suspense fallback={<p className="p-4 text-sm text-muted">Loading this view…</p>}>
            <Component
              run={run}
              names={names}
              moment={moment}
              position={view.position}
              mark={view.mark}
              thread={thread}
              onGo={goTo}
              onMark={goToMark}
              onMove={move}
              onLine={onLine}
              memoryOf={stepping.memoryOf}
              onMemoryOf={stepping.setMemoryOf}
            />
          </Suspense>
        </TabsContent>
      </TabsRoot>
    </section>
  );
}

type WhoseStepsProps = {
  readonly names: ProcessNames;
  readonly thread: Pid | null;
  readonly onThread: (thread: Pid | null) => void;
};

function WhoseSteps({ names, thread, onThread }: WhoseStepsProps) {
  return (
    <select
      aria-label="Whose steps"
      value={thread ?? ''}
      onChange={({ target }) =>
        onThread([...names.keys()].find((id) => String(id) === target.value) ?? null)
      }
      className="h-8 max-w-32 shrink-0 rounded-md border border-edge bg-surface px-2 text-sm"
    >
      <option value="">everybody</option>
      {[...names].map(([id, { name }]) => (
        <option key={id} value={id}>
          {name} only
        </option>
      ))}
    </select>
  );
}

function PresentLine({ view: { at, program } }: { readonly view: RecordingView }) {
  const files =
    program === null
      ? []
      : [
          { name: program.fileName, text: program.source },
          ...(program.more ?? []),
          ...(program.headers ?? []),
        ];
  const text = files.find(({ name }) => name === at?.file)?.text;
  return (
    <p
      data-present
      className={cn(
        'flex h-7 items-center gap-2 overflow-hidden rounded-sm px-2',
        at === null ? 'text-muted' : 'marked-line',
      )}
    >
      {at === null ? (
        'Between the lines of the program'
      ) : (
        <>
          <span className="shrink-0 text-muted tabular-nums">
            {files.length > 1 && `${at.file}, `}line {at.line}
          </span>
          <code className="truncate">
            <CSource source={text?.split('\n')[at.line - 1]?.trim() ?? ''} />
          </code>
        </>
      )}
    </p>
  );
}

function RoomButton({ isWide, onWide }: Room) {
  return (
    <Button
      look="quiet"
      size="icon"
      className="size-8 max-lg:hidden"
      aria-label="More room for the steps"
      aria-pressed={isWide}
      title={isWide ? 'As before' : 'More room for the steps'}
      onClick={() => onWide(!isWide)}
    >
      {isWide ? <Minimize2 aria-hidden /> : <Maximize2 aria-hidden />}
    </Button>
  );
}
