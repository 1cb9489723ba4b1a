import { ArrowRight } from 'lucide-react';
import type { SourcePosition } from '@/lib/kernel/events';
import type { ContextSwitch, Registers } from '@/lib/kernel/inspection/control-blocks-view';
import { addressText } from '@/lib/vm/values/value-text';
import { nameOf } from '../memory/memory-words';
import type { ProcessNames } from '../process-names';
import { ProgramCounter } from './block-details';

type ContextSwitchPanelProps = {
  readonly contextSwitch: ContextSwitch;
  readonly names: ProcessNames;
  readonly onLine: (at: SourcePosition) => void;
};

const REGISTERS = [
  { name: 'stack pointer', of: (registers: Registers) => registers.stackPointer },
  { name: 'frame pointer', of: (registers: Registers) => registers.framePointer },
  { name: 'thread pointer', of: (registers: Registers) => registers.threadPointer },
] as const;

/** The present moment is a context switch: what went into one block, and came out of the other. */
export function ContextSwitchPanel({ contextSwitch, names, onLine }: ContextSwitchPanelProps) {
  const { processor, from, to, saved, restored } = contextSwitch;
  const left = from === null ? 'nobody' : nameOf(names, from);
  const right = nameOf(names, to);
  return (
    <section
      aria-label="Context switch"
      className="border-b bg-warn-soft px-2 py-1.5 text-sm"
      data-switch={`${from ?? ''} ${to}`}
    >
      <h4 className="flex flex-wrap items-center gap-x-2 font-semibold">
        Context switch on processor {processor}:
        <span style={{ color: from === null ? undefined : names.get(from)?.color }}>{left}</span>
        <ArrowRight aria-label="to" className="size-4" />
        <span style={{ color: names.get(to)?.color }}>{right}</span>
      </h4>
      <div className="overflow-x-auto">
        <table className="mt-1 w-full border-collapse text-left tabular-nums [&_td]:py-0.5 [&_td]:pr-3 [&_td]:align-top [&_th]:pr-3 [&_th]:align-top">
          <thead>
            <tr>
              <th scope="col" className="font-normal text-muted">
                register
              </th>
              <th scope="col">
                before <span className="font-normal text-muted">saved into {left}’s block</span>
              </th>
              <th scope="col">
                after <span className="font-normal text-muted">restored from {right}’s block</span>
              </th>
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row" className="font-normal text-muted">
                program counter
              </th>
              <td data-register="saved program counter">
                {saved === null ? (
                  missing(from === null)
                ) : (
                  <ProgramCounter registers={saved} onLine={onLine} />
                )}
              </td>
              <td data-register="restored program counter">
                {restored === null ? '' : <ProgramCounter registers={restored} onLine={onLine} />}
              </td>
            </tr>
            {REGISTERS.map(({ name, of }) => (
              <tr key={name}>
                <th scope="row" className="font-normal text-muted">
                  {name}
                </th>
                <td>{saved === null ? '' : addressText(of(saved))}</td>
                <td>{restored === null ? '' : addressText(of(restored))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function missing(nobodyRan: boolean): string {
  return nobodyRan ? 'nobody ran before' : 'it has ended: nothing to save';
}
