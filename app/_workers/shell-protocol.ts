/** A session at the machine's own shell. */
import type { TerminalModes } from '@/lib/kernel/terminal/terminal-settings';
import type { ScheduleSpec } from '@/lib/grading/schedule-spec';
import type { Completions } from '@/lib/kernel/terminal/completion';
import type { ProgramFile } from './program-file';

export type ScreenSize = { readonly rows: number; readonly columns: number };

export type ShellRequest =
  /** A fresh machine, whatever was before. */
  | {
      readonly kind: 'boot';
      readonly files: readonly ProgramFile[];
      readonly size: ScreenSize;
      readonly schedule: ScheduleSpec;
      readonly processors: number;
      readonly skipsWaits: boolean;
    }
  | { readonly kind: 'type'; readonly text: string }
  /** Whether time passes at once while everybody sleeps, or as outside. */
  | { readonly kind: 'skip-waits'; readonly skips: boolean }
  /** Which names complete the line, of which this stands before the cursor. */
  | { readonly kind: 'complete'; readonly line: string }
  /** Into the home directory, over what has the same name. */
  | {
      readonly kind: 'put';
      readonly files: readonly ProgramFile[];
      /** What runs in the foreground is interrupted, so that a command may follow. */
      readonly interrupts: boolean;
    }
  | { readonly kind: 'resize'; readonly size: ScreenSize }
  /** So many characters of output have been shown: more may come. */
  | { readonly kind: 'shown'; readonly characters: number };

export type ShellAnswer =
  | {
      readonly kind: 'output';
      readonly text: string;
      readonly modes: TerminalModes;
      /** The shell itself waits for a command. */
      readonly isAtPrompt: boolean;
      /** Everybody sleeps, and the shell waits for the job in the foreground: until the first wakes. */
      readonly asleepMs: number | null;
    }
  | { readonly kind: 'completions'; readonly line: string; readonly completions: Completions }
  /** The shell has ended, or a budget has ended the machine. */
  | { readonly kind: 'ended'; readonly message: string }
  /** A fault of ours. */
  | { readonly kind: 'broken'; readonly message: string };
