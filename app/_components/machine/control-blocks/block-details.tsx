import type { ReactNode } from 'react';
import type { SourcePosition } from '@/lib/kernel/events';
import type {
  ControlBlock,
  ControlQueue,
  Extent,
  Registers,
} from '@/lib/kernel/inspection/control-blocks-view';
import { addressText } from '@/lib/vm/values/value-text';
import { reasonText, statusText } from '../../figures/process-texts';
import { bytesText, nameOf } from '../memory/memory-words';
import type { ProcessNames } from '../process-names';
import { queueLook, timeText } from './control-words';

type BlockDetailsProps = {
  readonly block: ControlBlock;
  readonly queues: readonly ControlQueue[];
  readonly names: ProcessNames;
  readonly onLine: (at: SourcePosition) => void;
};

/** The fields of one control block, in the groups of the chapter. */
export function BlockDetails({ block, queues, names, onLine }: BlockDetailsProps) {
  const { pid, parent, state, status, threads, scheduling, memory, files, accounting, signals } =
    block;
  const place = (thread: number) => {
    const found = queues.flatMap((queue) => {
      const at = queue.members.findIndex((member) => Number(member) === thread);
      return at < 0 ? [] : [`${at + 1} in the ${queueLook(queue).name}`];
    });
    return found.join(', ');
  };
  return (
    <section aria-label={`Control block of ${nameOf(names, pid)}`} className="min-w-0 p-2 text-sm">
      <h4 className="mb-1 font-semibold">
        Control block of <span style={{ color: names.get(pid)?.color }}>{nameOf(names, pid)}</span>
      </h4>
      <div className="divide-y rounded-md border border-edge bg-surface">
        <Group title="Identity and state">
          <Field name="process id">{pid}</Field>
          <Field name="parent">
            {Number(parent) === 1 ? 'init (1)' : `${nameOf(names, parent)} (${parent})`}
          </Field>
          <Field name="state">
            {state}
            {status !== null && `; its parent will be told: ${statusText(status)}`}
          </Field>
          <Field name="program">{block.name}</Field>
        </Group>
        {threads.map((thread) => (
          <Group
            key={thread.id}
            title={threads.length === 1 ? 'Registers' : `Thread ${thread.id}: registers`}
            note={
              thread.processor === null
                ? 'saved here'
                : `in processor ${thread.processor} now, to be saved here at the next switch`
            }
          >
            <RegisterFields registers={thread.registers} onLine={onLine} />
            {threads.length > 1 && <Field name="state">{thread.state}</Field>}
            {thread.reason !== null && <Field name="waits">{reasonText(thread.reason)}</Field>}
            {place(thread.id) !== '' && <Field name="queue">{place(thread.id)}</Field>}
          </Group>
        ))}
        <Group title="Scheduling">
          <Field name="nice">{scheduling.nice}</Field>
          <Field name="waited in the ready queue">{timeText(scheduling.waitedNs)}</Field>
          <Field name="this burst so far">{timeText(scheduling.burstNs)}</Field>
          <Field name="predicted burst">{timeText(Math.round(scheduling.predictedNs))}</Field>
          {scheduling.isSwapped && <Field name="main memory">swapped out</Field>}
        </Group>
        <Group title="Memory management">
          {memory === null ? (
            <Field name="memory">given back</Field>
          ) : (
            <>
              <Field name="text">{extentText(memory.text)}</Field>
              <Field name="data">{extentText(memory.data)}</Field>
              <Field name="heap">
                {extentText(memory.heap)}, at most {bytesText(memory.heapBytesMax)}
              </Field>
              <Field name="stack">
                {extentText(memory.stack)}, at most {bytesText(memory.stackBytesMax)}
              </Field>
              <Field name="mappings">{memory.mappings}</Field>
            </>
          )}
        </Group>
        <Group title="Open files">
          {files.open.length === 0 && <Field name="descriptors">none</Field>}
          {files.open.map(({ descriptor, what, access }) => (
            <Field key={descriptor} name={`descriptor ${descriptor}`}>
              {what}, to {access}
            </Field>
          ))}
          {files.leftOut > 0 && <Field name="besides">{files.leftOut} more</Field>}
          {block.directory !== null && <Field name="working directory">{block.directory}</Field>}
        </Group>
        <Group title="Accounting">
          <Field name="started at">{timeText(accounting.startedNs)}</Field>
          <Field name="processor time">
            {timeText(accounting.userNs)} in the program, {timeText(accounting.systemNs)} in the
            kernel
          </Field>
          <Field name="instructions">{accounting.instructions.toLocaleString('en')}</Field>
          <Field name="gave the processor up">{accounting.voluntarySwitches}</Field>
          <Field name="lost the processor">{accounting.involuntarySwitches}</Field>
          <Field name="of ended children">{timeText(accounting.childrenNs)}</Field>
        </Group>
        <Group title="Signals, groups">
          <Field name="pending">{listText(signals.pending)}</Field>
          <Field name="blocked">{listText(signals.blocked)}</Field>
          <Field name="handled">{listText(signals.handled)}</Field>
          <Field name="process group">{block.group}</Field>
          <Field name="session">{block.session}</Field>
        </Group>
      </div>
    </section>
  );
}

type RegisterFieldsProps = {
  readonly registers: Registers;
  readonly onLine: (at: SourcePosition) => void;
};

function RegisterFields({ registers, onLine }: RegisterFieldsProps) {
  const { stackPointer, framePointer, threadPointer } = registers;
  return (
    <>
      <Field name="program counter">
        <ProgramCounter registers={registers} onLine={onLine} />
      </Field>
      <Field name="stack pointer">{addressText(stackPointer)}</Field>
      <Field name="frame pointer">{addressText(framePointer)}</Field>
      <Field name="thread pointer">{addressText(threadPointer)}</Field>
    </>
  );
}

export function ProgramCounter({ registers, onLine }: RegisterFieldsProps) {
  const { programCounter, function: name, at } = registers;
  return (
    <>
      {addressText(programCounter)}
      {name !== null && ` in ${name}()`}
      {at !== null && (
        <>
          {', '}
          <button type="button" className="link" onClick={() => onLine(at)}>
            line {at.line}
          </button>
        </>
      )}
    </>
  );
}

type GroupProps = {
  readonly title: string;
  readonly note?: string;
  readonly children: ReactNode;
};

function Group({ title, note, children }: GroupProps) {
  return (
    <div className="px-2 py-1">
      <h5 className="font-semibold">
        {title}
        {note !== undefined && <span className="ml-2 text-2xs font-normal text-muted">{note}</span>}
      </h5>
      <dl className="grid grid-cols-[9rem_1fr] gap-x-3">{children}</dl>
    </div>
  );
}

function Field({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <>
      <dt className="text-muted">{name}</dt>
      <dd className="min-w-0 break-words tabular-nums" data-field={name}>
        {children}
      </dd>
    </>
  );
}

function extentText({ from, to }: Extent): string {
  return `${addressText(from)}–${addressText(to)}`;
}

function listText(names: readonly string[]): string {
  return names.length === 0 ? 'none' : names.join(', ');
}
