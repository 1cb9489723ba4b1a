/**
 * The simulated machine: boot a program, give it input, run it, read what happened.
 * Synchronous and deterministic: two machines with the same options, program and input, and schedulers
 * that make the same choices, go through the same events, byte for byte.
 */
import type { ProgramImage } from '../abi/image';
import { rehearse } from '../vm/rehearsal';
import { bootProgram } from './boot';
import { recordedChoices } from './scheduling/choice-log';
import type { OutputChunk } from './terminal/console';
import type { TraceEvent } from './events';
import { install } from './files/standard-files';
import type { Kernel } from './kernel';
import type { MachineOptions } from './machine-options';
import { inspect, type InspectionPart, type Inspections } from './inspection/inspections';
import {
  type MachineView,
  type Place,
  placeOf,
  runningThread,
  standingOf,
  viewOf,
} from './inspection/machine-view';
import { watch, type WatchValue } from './inspection/watch';
import { residentBytes } from './memory/memory-budget';
import { entriesOf, lengthOf, LogReader } from './persistent-log';
import type { RunReport } from './report';
import { newKernel } from './new-kernel';
import { runChosen } from './run-chosen';
import { runLoop, type RunState } from './run-loop';
import { pid, type Pid } from './pid';
import { runReport } from './run-report';
import { formatSchedule } from './scheduling/schedule-text';
import type { Scheduler } from './scheduling/scheduler';
import { restoreKernel, snapshotKernel, type KernelSnapshot } from './snapshot';
import { completionsOf, type Completions } from './terminal/completion';
import { endInput, receiveInput, resizeWindow } from './terminal/terminal';
import { nextTimerNs } from './time/timers';
import { modesOf, type TerminalModes } from './terminal/terminal-settings';

/** The whole machine at one moment. May be restored any number of times, by the machine it is of. */
export interface MachineSnapshot {
  readonly kind: 'machine-snapshot';
  readonly of: Machine;
  readonly kernel: KernelSnapshot;
  readonly scheduler: Scheduler;
  readonly outputTaken: number;
  /** What it holds at most; pages that it shares with other snapshots are counted in each. */
  readonly byteCount: number;
}

export class Machine {
  private readonly kernel: Kernel;
  private scheduler: Scheduler;
  private readonly eventReader = new LogReader<TraceEvent>();
  /** Chunks of output that takeOutput has given. */
  private outputTaken = 0;

  /** For hosts that run many programs, before the first: none of them waits for the engine then. */
  static rehearse(): void {
    rehearse();
  }

  constructor(options: MachineOptions) {
    this.scheduler = options.scheduler.clone();
    this.kernel = newKernel(options, options.scheduler.timing ?? 'clock');
  }

  /** Starts the first process; argv[0] is the program's name by custom. Throws if there is no such path. */
  boot(program: string | ProgramImage, argv: readonly string[], env: readonly string[]): void {
    bootProgram(this.kernel, program, argv, env);
  }

  provideInput(bytes: Uint8Array): void {
    receiveInput(this.kernel, bytes);
  }

  /** No more input will come: readers get end of file. */
  closeInput(): void {
    endInput(this.kernel);
  }

  /** How the program that reads the terminal wants it to behave now. */
  get terminalModes(): TerminalModes {
    return modesOf(this.kernel.state.console.settings);
  }

  /** The process group that what is typed at the terminal reaches. */
  get foreground(): Pid {
    return pid(this.kernel.state.foreground);
  }

  /** Tells programs how large the screen is, in characters. */
  resizeTerminal(rows: number, columns: number): void {
    resizeWindow(this.kernel, { ...this.kernel.state.console.window, rows, columns });
  }

  /** Puts a file there from outside, in the place of one of that name; relative to the home directory. */
  putFile(path: string, bytes: Uint8Array): void {
    install(this.kernel, path, bytes, 0o644);
  }

  /**
   * Runs for about this many instructions at most; then 'paused', for hosts that must stay responsive.
   * Idle time passes at once, or until `idleUntilNs` for hosts in which it passes as outside; where
   * everything is chosen, timers are, too.
   */
  run(instructionsMax: number, idleUntilNs = Infinity): RunState {
    return this.kernel.timing === 'chosen'
      ? runChosen(this.kernel, this.scheduler, instructionsMax)
      : runLoop(this.kernel, this.scheduler, instructionsMax, idleUntilNs);
  }

  /** Virtual time since it was booted. */
  get timeNs(): number {
    return this.kernel.state.timeNs;
  }

  /** When the next timer rings: a sleeper wakes, an alarm goes off; Infinity: none is set. */
  get nextTimerNs(): number {
    return nextTimerNs(this.kernel.state);
  }

  /** How a name that somebody types at the shell may go on; `shell` is whose working directory counts. */
  completions(shell: Pid, line: string, builtins: readonly string[]): Completions {
    return completionsOf(this.kernel, shell, line, builtins);
  }

  /** Instructions executed so far: names a moment of the run. */
  get step(): number {
    return this.kernel.state.step;
  }

  /** What there is to see while it is stopped. */
  view(): MachineView {
    return viewOf(this.kernel);
  }

  /** What some views need besides, each part only for who asks for it. */
  inspect(parts: readonly InspectionPart[], memoryOf?: readonly Pid[]): Inspections {
    return inspect(this.kernel, parts, memoryOf);
  }

  /** Values of expressions where a thread stands. */
  watch(thread: Pid | null, expressions: readonly string[]): readonly WatchValue[] {
    return watch(this.kernel, thread, expressions);
  }

  /** Where the next instruction is, in the student's code. */
  place(): Place | null {
    return placeOf(this.kernel);
  }

  /** Where a thread stands; in the C library, or in calls below frame `frameMin`, the line that called. */
  standing(thread: Pid | null, frameMin = 0): Place | null {
    return standingOf(this.kernel, thread, frameMin);
  }

  /** Who executes the next instruction. */
  get running(): Pid | null {
    return runningThread(this.kernel);
  }

  report(): RunReport {
    return runReport(this.kernel, this.scheduler.name);
  }

  get events(): readonly TraceEvent[] {
    return this.eventReader.read(this.kernel.state.events);
  }

  /** Output since the last call, in order. */
  takeOutput(): readonly OutputChunk[] {
    const { output } = this.kernel.state.console;
    const chunks = entriesOf(output, this.outputTaken);
    this.outputTaken = lengthOf(output);
    return chunks;
  }

  /** The choices so far, as a text that `parseSchedule` reads and `replay` makes again. */
  recordedSchedule(): string {
    return formatSchedule(recordedChoices(this.kernel.state.choices), this.kernel.timing);
  }

  snapshot(): MachineSnapshot {
    return {
      kind: 'machine-snapshot',
      of: this,
      kernel: snapshotKernel(this.kernel),
      scheduler: this.scheduler.clone(),
      outputTaken: this.outputTaken,
      byteCount: residentBytes(this.kernel),
    };
  }

  restore(snapshot: MachineSnapshot): void {
    if (snapshot.of !== this) throw new Error('a snapshot of another machine');
    restoreKernel(this.kernel, snapshot.kernel);
    this.scheduler = snapshot.scheduler.clone();
    this.outputTaken = snapshot.outputTaken;
  }
}
