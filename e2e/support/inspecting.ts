// What memory and control blocks are at a moment of a run, and where steps lead, reckoned in Node: to compare
// with what is shown.
import { processNames } from '@/app/_components/machine/process-names';
import { compile } from '@/lib/compiler/compile';
import { userFile } from '@/lib/compiler/diagnostics';
import { defaultSchedule } from '@/lib/grading/default-schedule';
import { bootMachine } from '@/lib/grading/run';
import type { ControlBlocksView } from '@/lib/kernel/inspection/control-blocks-view';
import type { MemoryOfProcess } from '@/lib/kernel/inspection/memory-view';
import type { Pid } from '@/lib/kernel/pid';
import type { Direction } from '@/lib/trace/recording/event-steps';
import { Recording } from '@/lib/trace/recording/recording';
import { findMoment, type Target } from '@/lib/trace/recording/stepping';
import { runTimeline } from '@/lib/trace/timeline/run-timeline';
import { valueText } from '@/lib/vm/values/value-text';

/** The program as the playground records it. */
export function recorded(fileName: string, source: string): Recording {
  const { image } = compile([userFile(fileName, source)]);
  if (image === null) throw new Error(`${fileName} does not compile`);
  const machine = bootMachine(image, {
    args: [],
    schedule: defaultSchedule,
    terminal: true,
    trace: 'full',
  });
  const recording = new Recording(machine, [{ step: 0, bytes: null }]);
  while (recording.record(1_000_000) === 'recording');
  return recording;
}

export type Standing = {
  readonly step: number;
  readonly line: number | null;
  /** Who runs next, as the stepper calls it; null: nobody does. */
  readonly who: string | null;
};

export function standingAt(recording: Recording, step: number): Standing {
  recording.goTo(step);
  const { running } = recording;
  const names = processNames(runTimeline(recording.events));
  return {
    step: recording.position,
    line: recording.standing()?.at.line ?? null,
    who: running === null ? null : (names.get(running)?.name ?? null),
  };
}

/** Where a step leads; null: there is no such moment. `target` is told who runs at the moment it goes from. */
export function stepFrom(
  recording: Recording,
  from: number,
  target: (running: Pid | null) => Target | null,
  direction: Direction,
): number | null {
  recording.goTo(from);
  const wanted = target(recording.running);
  if (wanted === null) return null;
  const search = findMoment(recording, wanted, direction);
  for (;;) {
    const { done, value } = search.next();
    if (done === true) return value;
  }
}

/** Of each variable, block and mapping its value on one line, by what a row in the map is known by. */
export function valuesAt(
  recording: Recording,
  step: number,
  pid: number,
): Readonly<Record<string, string>> {
  recording.goTo(step);
  const found = recording.view().processes.find((each) => Number(each.pid) === pid);
  // Without a process it would be of whoever runs.
  if (found === undefined) return {};
  const [memory] = recording.inspect(['memory'], [found.pid]).memory?.processes ?? [];
  return memory === undefined ? {} : valuesOf(memory);
}

function valuesOf(memory: MemoryOfProcess): Readonly<Record<string, string>> {
  const values: Record<string, string> = {};
  if (memory.kind !== 'present') return values;
  for (const { kind, from, contents } of memory.regions) {
    // Closed at first.
    if (kind === 'text' || kind === 'read-only data' || kind === 'arguments') continue;
    const add = (address: number, name: string, value: Parameters<typeof valueText>[0] | null) => {
      values[`${address.toString(16)} ${name}`] = value === null ? '' : valueText(value);
    };
    if (contents.kind === 'variables')
      for (const { address, name, value } of contents.variables) add(address, name, value);
    if (contents.kind === 'frames')
      for (const { variables } of contents.frames)
        for (const { address, name, value } of variables) add(address, name, value);
    if (contents.kind === 'blocks')
      for (const { address, value } of contents.blocks) add(address, '', value);
    if (contents.kind === 'mapping') add(from, '', contents.mapping.value);
  }
  return values;
}

export function controlBlocksAt(recording: Recording, step: number): ControlBlocksView {
  recording.goTo(step);
  const { controlBlocks } = recording.inspect(['controlBlocks']);
  if (controlBlocks === undefined) throw new Error('nothing was inspected');
  return controlBlocks;
}

/** Moments at which the processor has just turned to another process. */
export function switchesOf(recording: Recording): readonly number[] {
  return recording.events.flatMap((event) =>
    event.kind === 'switched' && event.from !== null ? [event.step] : [],
  );
}
