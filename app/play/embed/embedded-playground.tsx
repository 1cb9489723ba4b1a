'use client';

import { ExternalLink, Play } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { EditorHandle } from '@/app/_components/editor/editor-handle';
import { ProblemList } from '@/app/_components/editor/problem-list';
import { SourceEditor } from '@/app/_components/editor/source-editor';
import { useDiagnostics } from '@/app/_components/editor/use-diagnostics';
import { useEditorChoice } from '@/app/_components/editor/use-editor-choice';
import { type ShellHandle, ShellTerminal } from '@/app/_components/shell/shell-terminal';
import { packFiles } from '@/app/_components/share/shared-files';
import { useShortcuts } from '@/app/_components/site/use-shortcuts';
import { Button } from '@/app/_components/ui/button';
import type { Example } from '@/lib/courseware/examples';
import { FileTabs } from '../file-tabs';
import { SCHEDULERS } from '../machine-menu';
import { programOf, runCommand } from '../program-files';
import { type FileControls, useFiles } from '../use-files';

const MACHINE = { schedule: SCHEDULERS['rr-1000'].schedule, processors: 1 };

type EmbeddedPlaygroundProps = {
  readonly first: Example;
  readonly asked: Example | null;
};

/** The files of a link and a machine to run them on, in a frame of another page. */
export function EmbeddedPlayground({ first, asked }: EmbeddedPlaygroundProps) {
  const controls = useFiles(first, asked, 'forgets');
  return controls.isReady ? (
    <Opened controls={controls} />
  ) : (
    <p role="status" className="p-6 text-muted">
      Opening the program…
    </p>
  );
}

function Opened({ controls }: { readonly controls: FileControls }) {
  const { files, open, text, command, notice } = controls;
  const editor = useRef<EditorHandle>(null);
  const shell = useRef<ShellHandle>(null);
  const [choice] = useEditorChoice();
  const others = useMemo(() => files.filter(({ name }) => name !== open), [files, open]);
  const diagnostics = useDiagnostics(text, { others });
  const address = useAddress(controls);
  const run = () => shell.current?.enter(files, command ?? runCommand(programOf(files, open)));
  useShortcuts({ run, stop: () => undefined });
  return (
    <div className="flex h-dvh min-h-0 min-w-0 flex-col">
      <div className="flex h-11 shrink-0 items-center gap-2 border-b bg-surface px-2">
        <h1 className="min-w-0 flex-1 truncate text-sm font-medium text-muted">Forkyard</h1>
        <Button asChild size="sm" look="quiet">
          <a href={address} target="_blank" rel="noopener">
            <ExternalLink aria-hidden />
            Open in Forkyard
          </a>
        </Button>
        <Button size="sm" look="primary" onClick={run}>
          <Play aria-hidden />
          Run
        </Button>
      </div>
      {notice !== null && (
        <p role="alert" className="border-b bg-warn-soft px-4 py-2 text-sm">
          {notice}
        </p>
      )}
      <div className="grid min-h-0 flex-1 max-md:grid-rows-2 md:grid-cols-2">
        <section aria-label="The files" className="flex min-h-0 min-w-0 flex-col">
          <FileTabs controls={controls} />
          <div className="min-h-0 flex-1">
            <SourceEditor
              key={open}
              ref={editor}
              choice={choice}
              value={text}
              onChange={controls.edit}
              diagnostics={diagnostics}
              markedLine={null}
              label={`${open}, C source`}
            />
          </div>
          <ProblemList
            diagnostics={diagnostics}
            onLine={(line) => editor.current?.showLine(line)}
          />
        </section>
        <section
          aria-label="What it does"
          className="flex min-h-0 min-w-0 max-md:border-t md:border-l"
        >
          <ShellTerminal ref={shell} files={files} settings={MACHINE} />
        </section>
      </div>
    </div>
  );
}

/** Of the playground with these files. */
function useAddress({ files }: FileControls): string {
  const [address, setAddress] = useState('/play');
  useEffect(() => {
    let isGone = false;
    void packFiles(files).then((text) => {
      if (!isGone) setAddress(`/play#${text}`);
    });
    return () => {
      isGone = true;
    };
  }, [files]);
  return address;
}
