'use client';

import { Hammer, RotateCcw } from 'lucide-react';
import { useMemo, useRef } from 'react';
import { type ShellHandle, ShellTerminal } from '@/app/_components/shell/shell-terminal';
import { Button } from '@/app/_components/ui/button';
import { defaultSchedule } from '@/lib/grading/default-schedule';

type ShellPaneProps = {
  readonly source: string;
  readonly fileName: string;
};

const MACHINE = { schedule: defaultSchedule, processors: 1 };

/** The machine's shell, with the student's source as a file in it: for trying what a run alone does not show. */
export function ShellPane({ source, fileName }: ShellPaneProps) {
  const shell = useRef<ShellHandle>(null);
  const files = useMemo(() => [{ name: fileName, text: source }], [fileName, source]);
  const program = fileName.replace(/\.c$/, '');
  const command = `cc ${fileName} -o ${program} && ./${program}`;
  return (
    <div className="flex min-h-0 min-w-0 flex-1 flex-col">
      <div className="flex h-10 shrink-0 items-center gap-1 border-b bg-surface pr-1 pl-3">
        <p className="min-w-0 flex-1 truncate text-sm text-muted">
          Your program is <code>{fileName}</code> here
        </p>
        <Button look="quiet" size="sm" onClick={() => shell.current?.enter(files, command)}>
          <Hammer aria-hidden />
          Compile and run
        </Button>
        <Button
          look="quiet"
          size="icon"
          className="size-8"
          aria-label="Start the machine anew"
          onClick={() => shell.current?.restart(files)}
        >
          <RotateCcw aria-hidden />
        </Button>
      </div>
      <ShellTerminal ref={shell} files={files} settings={MACHINE} />
    </div>
  );
}
