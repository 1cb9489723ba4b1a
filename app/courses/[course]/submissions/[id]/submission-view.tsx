'use client';

import { CSource } from '@/app/_components/editor/c-source';
import { StepsPane } from '@/app/_components/machine/steps-pane';
import { type RecordingView, useRecording } from '@/app/_components/machine/use-recording';
import { DAMAGED_LINK, useSharedMoment } from '@/app/_components/share/use-shared-moment';
import { cn } from '@/app/_components/ui/class-names';
import { VerdictView } from '@/app/_components/verdict/verdict-view';
import type { Verdict } from '@/lib/grading/verdict';

type SubmissionViewProps = {
  readonly source: string;
  readonly fileName: string;
  readonly verdict: Verdict | null;
};

/** The source beside its verdict, and the runs that back it, step by step; each line has an address, `#L12`. */
export function SubmissionView({ source, fileName, verdict }: SubmissionViewProps) {
  const recording = useRecording();
  // A run of this submission, whatever else the address holds.
  useSharedMoment(
    ({ title, step, ...moment }) => recording.open(title, { ...moment, source, fileName }, step),
    () => recording.refuse(DAMAGED_LINK),
  );
  const { phase, at } = recording.view;
  const marked = phase === 'open' ? (at?.line ?? null) : null;
  const lineCount = source.replace(/\n$/, '').split('\n').length;
  return (
    <div className="mt-6 grid grid-cols-[minmax(0,1fr)] items-start gap-6 lg:grid-cols-[minmax(0,5fr)_minmax(0,7fr)]">
      <div className="min-w-0 space-y-6">
        {verdict !== null && (
          <VerdictView
            verdict={verdict}
            onLine={goToLine}
            onStep={(title, { args, stdin, schedule }) =>
              recording.open(title, {
                source,
                fileName,
                args,
                input: stdin,
                schedule,
                terminal: false,
                violation: null,
              })
            }
          />
        )}
        {phase !== 'idle' && (
          <section
            aria-label="Steps"
            className="flex max-h-[80dvh] min-h-0 flex-col overflow-hidden rounded-lg border bg-surface"
          >
            <StepsPane
              controls={recording}
              onLine={({ line }) => goToLine(line)}
              linkTo={linkToRun}
              idleText=""
            />
          </section>
        )}
      </div>
      <figure className="min-w-0 rounded-lg border bg-surface">
        <figcaption className="border-b bg-sunken px-4 py-2 font-mono text-sm">
          {fileName}
        </figcaption>
        <div
          tabIndex={0}
          role="group"
          aria-label="Source"
          className="flex overflow-x-auto font-mono text-sm leading-6"
        >
          <ol className="border-r bg-sunken py-3 text-right text-muted select-none">
            {Array.from({ length: lineCount }, (_, i) => (
              <li
                key={i}
                id={`L${i + 1}`}
                data-marked={i + 1 === marked ? '' : undefined}
                className={cn(
                  i + 1 === marked && 'marked-line font-bold text-ink',
                  'scroll-mt-24 pr-2 pl-3 target:bg-accent-soft target:font-bold target:text-accent',
                )}
              >
                {i + 1}
              </li>
            ))}
          </ol>
          <pre className="px-4 py-3 text-[length:inherit] leading-6 [tab-size:4]">
            <CSource source={source} />
          </pre>
        </div>
      </figure>
    </div>
  );
}

/** The program is on the page. */
async function linkToRun({ title, program, position }: RecordingView): Promise<string> {
  if (program === null) return location.href;
  const { packMoment } = await import('@/app/_components/share/shared-moment');
  const hash = await packMoment({ ...program, title, step: position });
  return `${location.origin}${location.pathname}#${hash}`;
}

function goToLine(line: number) {
  window.location.hash = `L${line}`;
}
