'use client';

import { type Ref, useEffect, useImperativeHandle, useRef, useState } from 'react';
import { type ShellWorker, startShellWorker } from '@/app/_workers/machine-worker';
import type { ProgramFile } from '@/app/_workers/program-file';
import type { ScreenSize, ShellAnswer } from '@/app/_workers/shell-protocol';
import type { ScheduleSpec } from '@/lib/grading/schedule-spec';
import type { TerminalModes } from '@/lib/kernel/terminal/terminal-settings';
import { FastForward } from 'lucide-react';
import { Button } from '../ui/button';
import { Callout } from '../ui/callout';
import { LineEditor } from './line-editor';
import type { Screen } from './screen';

export type MachineSettings = {
  readonly schedule: ScheduleSpec;
  readonly processors: number;
};

export type ShellHandle = {
  /** Puts the files into the home directory and types the command, after giving up what is typed. */
  readonly enter: (files: readonly ProgramFile[], command: string) => void;
  /** A fresh machine with these files. */
  readonly restart: (files: readonly ProgramFile[]) => void;
  readonly focus: () => void;
};

type ShellTerminalProps = {
  /** In the home directory; changes of theirs get there, too. */
  readonly files: readonly ProgramFile[];
  readonly settings: MachineSettings;
  readonly ref: Ref<ShellHandle>;
};

/** So long after the last change the files are put into the machine. */
const QUIET_MS = 300;

/** Shorter sleeps are not worth a word. */
const TOLD_MS = 400;

const MODES: TerminalModes = { isCanonical: true, echoes: true };
const CONTROL_C = '\u0003';

/** A terminal with the machine's own shell behind it. */
export function ShellTerminal({ files, settings, ref }: ShellTerminalProps) {
  const container = useRef<HTMLDivElement>(null);
  const session = useRef<Session | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [asleepMs, setAsleepMs] = useState<number | null>(null);
  const [skips, setSkips] = useState(false);
  const latest = useRef({ files, settings });
  useEffect(() => {
    latest.current = { files, settings };
  });

  useEffect(() => {
    let isGone = false;
    import('./screen').then(
      ({ openScreen }) => {
        if (isGone || container.current === null) return;
        session.current = new Session(container.current, openScreen, {
          failed: setFailure,
          sleeps: setAsleepMs,
        });
        session.current.boot(latest.current.files, latest.current.settings);
      },
      () => {
        if (!isGone) setFailure('The terminal could not be loaded. Load the page again.');
      },
    );
    return () => {
      isGone = true;
      session.current?.dispose();
      session.current = null;
    };
  }, []);

  useEffect(() => {
    const timer = setTimeout(() => session.current?.put(files), QUIET_MS);
    return () => clearTimeout(timer);
  }, [files]);

  useImperativeHandle(ref, () => ({
    enter: (with_, command) => session.current?.enter(with_, command),
    restart: (with_) => {
      setFailure(null);
      session.current?.boot(with_, latest.current.settings);
    },
    focus: () => session.current?.focus(),
  }));

  return (
    <div className="flex min-h-0 min-w-0 flex-1 flex-col bg-sunken">
      {failure !== null && (
        <Callout tone="bad" role="alert" className="m-2" title="The machine has stopped">
          <p>{failure}</p>
        </Callout>
      )}
      <div
        ref={container}
        role="group"
        aria-label="Terminal"
        data-terminal
        className="min-h-0 flex-1 overflow-hidden py-2 pl-3"
      />
      <div className="flex h-9 shrink-0 items-center justify-between gap-2 border-t bg-surface pr-1 pl-3 text-sm text-muted">
        <p role="status" className="min-w-0 truncate">
          {asleepMs !== null &&
            asleepMs >= TOLD_MS &&
            `Everybody sleeps, for ${secondsText(asleepMs)}`}
        </p>
        <Button
          size="sm"
          look="quiet"
          aria-pressed={skips}
          className="aria-pressed:bg-accent-soft aria-pressed:text-ink"
          title="While everybody sleeps, time passes at once"
          onClick={() => {
            session.current?.skipWaits(!skips);
            setSkips(!skips);
          }}
        >
          <FastForward aria-hidden />
          Skip waits
        </Button>
      </div>
    </div>
  );
}

function secondsText(ms: number): string {
  const seconds = ms / 1000;
  return seconds < 10 ? `${seconds.toFixed(1)} s` : `${Math.round(seconds).toLocaleString('en')} s`;
}

/** One screen and the machines that are started behind it, one after another. */
class Session {
  readonly #screen: Screen;
  readonly #editor: LineEditor;
  #worker: ShellWorker | null = null;
  #modes = MODES;
  /** What the last machine was started with: Enter starts another when it has ended. */
  #started: { readonly files: readonly ProgramFile[]; readonly settings: MachineSettings } | null =
    null;
  /** As they were put there last. */
  #files: readonly ProgramFile[] = [];
  #isOver = true;
  #isAtPrompt = false;
  #skipsWaits = false;
  /** To be typed when the shell asks for a command. */
  #command: string | null = null;

  constructor(
    container: HTMLElement,
    open: (typeof import('./screen'))['openScreen'],
    private readonly tell: {
      readonly failed: (message: string) => void;
      readonly sleeps: (forMs: number | null) => void;
    },
  ) {
    this.#screen = open(container, {
      keys: (text) => this.#typed(text),
      resized: (size) => this.#resized(size),
      wantsTab: () => !this.#modes.isCanonical || !this.#editor.isEmpty,
    });
    this.#editor = new LineEditor(() => this.#screen.size().columns);
  }

  boot(files: readonly ProgramFile[], settings: MachineSettings): void {
    this.#worker?.terminate();
    this.#worker = startShellWorker(
      (answer) => this.#answered(answer),
      (message) => this.#broken(message),
    );
    this.#started = { files, settings };
    this.#files = files;
    this.#isOver = false;
    this.#modes = MODES;
    this.#command = null;
    this.#editor.forget();
    this.#screen.clear();
    this.#worker.send({
      kind: 'boot',
      files,
      size: this.#screen.size(),
      skipsWaits: this.#skipsWaits,
      ...settings,
    });
  }

  enter(files: readonly ProgramFile[], command: string): void {
    if (this.#isOver && this.#started !== null) this.boot(files, this.#started.settings);
    if (!this.#editor.isEmpty) this.#typed(CONTROL_C);
    this.#command = command;
    this.#worker?.send({ kind: 'put', files, interrupts: true });
    this.#files = files;
  }

  /** What has changed of them. */
  put(files: readonly ProgramFile[]): void {
    const changed = files.filter((file) => !this.#files.includes(file));
    this.#files = files;
    if (this.#isOver || changed.length === 0) return;
    this.#worker?.send({ kind: 'put', files: changed, interrupts: false });
  }

  skipWaits(skips: boolean): void {
    this.#skipsWaits = skips;
    this.#worker?.send({ kind: 'skip-waits', skips });
  }

  focus(): void {
    this.#screen.focus();
  }

  dispose(): void {
    this.#worker?.terminate();
    this.#screen.dispose();
  }

  #typed(text: string): void {
    if (this.#isOver) {
      if (this.#started !== null && /[\r\n]/.test(text))
        this.boot(this.#files, this.#started.settings);
      return;
    }
    const { screen, machine, asks } = this.#editor.type(text, this.#modes);
    if (screen !== '') this.#screen.write(screen);
    if (machine !== '') this.#worker?.send({ kind: 'type', text: machine });
    if (asks !== undefined && this.#isAtPrompt)
      this.#worker?.send({ kind: 'complete', line: asks });
  }

  #resized(size: ScreenSize): void {
    this.#worker?.send({ kind: 'resize', size });
  }

  #answered(answer: ShellAnswer): void {
    switch (answer.kind) {
      case 'output': {
        const { text, modes, isAtPrompt, asleepMs } = answer;
        this.#modes = modes;
        this.#isAtPrompt = isAtPrompt;
        this.tell.sleeps(asleepMs);
        if (text !== '') {
          this.#editor.printed(text);
          this.#screen.write(text, () => {
            this.#worker?.send({ kind: 'shown', characters: text.length });
          });
        }
        if (isAtPrompt && this.#command !== null) {
          const command = this.#command;
          this.#command = null;
          this.#typed(`${command}\n`);
        }
        return;
      }
      case 'completions': {
        const { screen } = this.#editor.complete(answer.line, answer.completions);
        if (screen !== '') this.#screen.write(screen);
        return;
      }
      case 'ended':
        this.#isOver = true;
        this.tell.sleeps(null);
        this.#screen.write(`\n[${answer.message} Press Enter to start the machine anew.]\n`);
        return;
      case 'broken':
        this.#broken(answer.message);
        return;
    }
  }

  #broken(message: string): void {
    this.#isOver = true;
    this.tell.failed(`This is our fault, not your program’s: ${message}`);
  }
}
