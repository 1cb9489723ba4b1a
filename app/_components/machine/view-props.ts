import type { Moment } from '@/app/_workers/recording-protocol';
import type { SourcePosition } from '@/lib/kernel/events';
import type { Pid } from '@/lib/kernel/pid';
import type { ProcessNames } from './process-names';
import type { OpenedRun } from './recording-session';

/** What every view of a recorded run is given. */
export type ViewProps = {
  /** The run: its events and its timeline. */
  readonly run: OpenedRun;
  readonly names: ProcessNames;
  /** Of a present moment; the latest that is known while another one is on its way. */
  readonly moment: Moment | null;
  /** The step that is gone to. */
  readonly position: number;
  /** The timeline's mark that was gone to, or the last one before the position. */
  readonly mark: number | null;
  /** Whose steps are taken; null: everybody's. */
  readonly thread: Pid | null;
  /** To the moment of a step: of an event, of a mark. */
  readonly onGo: (step: number) => void;
  readonly onMark: (mark: number) => void;
  readonly onMove: (move: Move) => void;
  readonly onLine: (at: SourcePosition) => void;
  /** Whose memory is looked at; empty: of whoever runs. */
  readonly memoryOf: readonly Pid[];
  readonly onMemoryOf: (pids: readonly Pid[]) => void;
};

export type Move = 'first' | 'last' | 'back' | 'on' | 'line-back' | 'line-on';
