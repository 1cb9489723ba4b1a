/**
 * The timeline of a run from its events: calls, output, processes that come and go, signals, findings, and
 * who waited for whom. Needs a full trace. Leaves out accesses to shared memory, which no event tells.
 */
import type { SourcePosition, TraceEvent } from '../../kernel/events';
import type { Pid } from '../../kernel/pid';
import { callText, isTold, returnText } from './call-text';
import { laneNames } from './lane-names';
import type { Mark, MarkKind, Timeline, WaitSpan } from './timeline';

/** More than anybody would go through. */
const MARKS_MAX = 2_000;

export function runTimeline(events: readonly TraceEvent[]): Timeline {
  const growing = new GrowingTimeline(laneNames(events));
  for (const event of events) growing.add(event);
  return growing.timeline();
}

interface GrowingLane {
  readonly process: Pid;
  readonly threads: { readonly id: Pid; readonly begins: number; ends: number | null }[];
  ended: number | null;
  reaped: number | null;
}

type GrowingMark = { -readonly [K in keyof Mark]: Mark[K] };
type GrowingWait = { -readonly [K in keyof WaitSpan]: WaitSpan[K] };

class GrowingTimeline {
  private readonly lanes = new Map<Pid, GrowingLane>();
  private readonly processOf = new Map<Pid, Pid>();
  private readonly marks: GrowingMark[] = [];
  private readonly waits: GrowingWait[] = [];
  private omitted = 0;
  /** The mark of each thread's present call, and where it was called. */
  private readonly calls = new Map<
    Pid,
    { readonly mark: GrowingMark | null; readonly at: SourcePosition | null }
  >();
  private readonly waiting = new Map<Pid, GrowingWait>();

  constructor(private readonly names: ReadonlyMap<Pid, string>) {}

  timeline(): Timeline {
    return {
      lanes: [...this.lanes.values()].map(({ process, threads, ended, reaped }) => ({
        process,
        name: this.nameOf(process),
        ended,
        reaped,
        threads: threads.map((thread, k) => ({
          ...thread,
          name: k === 0 ? 'main' : `thread ${k}`,
        })),
      })),
      marks: this.marks,
      waits: this.waits,
      conflicts: [],
      omitted: this.omitted,
    };
  }

  add(event: TraceEvent): void {
    switch (event.kind) {
      case 'created':
        this.created(event);
        return;
      case 'thread-created':
        this.mark(event, event.by, 'created', 'makes a thread', event.at);
        this.begin(event.process, event.pid);
        return;
      case 'thread-ended':
        this.endThread(event, event.process);
        return;
      case 'called': {
        const mark = isTold(event.call)
          ? this.mark(event, event.pid, 'call', callText(event.call), event.at)
          : null;
        this.calls.set(event.pid, { mark, at: event.at });
        return;
      }
      case 'returned': {
        const mark = this.calls.get(event.pid)?.mark;
        if (mark?.kind === 'call') mark.text = returnText(mark.text, event.result, event.errno);
        return;
      }
      case 'output':
        this.retell(event.pid, 'output', `prints ${quoted(event.text)}`);
        return;
      case 'input':
        this.retell(event.pid, 'input', `reads ${quoted(event.text)}`);
        return;
      case 'executed':
        this.mark(event, event.pid, 'call', `becomes ${event.argv.join(' ')}`, null);
        return;
      case 'signal':
        if (event.action !== 'ignore')
          this.mark(event, event.pid, 'signal', `gets ${event.signal}`, null);
        return;
      case 'finding': {
        const { message, at, fatal } = event.finding;
        const mark = this.mark(event, event.pid, 'finding', message, at);
        if (mark !== null && fatal) mark.violation = message;
        return;
      }
      case 'ended':
        this.ended(event);
        return;
      case 'reaped': {
        const lane = this.lanes.get(event.pid);
        if (lane !== undefined) lane.reaped = this.last;
        return;
      }
      case 'state':
        this.changed(event);
        return;
      default:
        return;
    }
  }

  private created(event: TraceEvent & { readonly kind: 'created' }): void {
    const { pid, parent, by, at } = event;
    if (by === 'boot' || parent === null) this.mark(event, pid, 'created', 'starts', at);
    else this.mark(event, parent, 'created', `${by}() makes ${this.nameOf(pid)}`, at);
    this.lanes.set(pid, { process: pid, threads: [], ended: null, reaped: null });
    this.begin(pid, pid);
  }

  private begin(process: Pid, id: Pid): void {
    this.processOf.set(id, process);
    this.lanes.get(process)?.threads.push({ id, begins: this.last, ends: null });
  }

  private ended(event: TraceEvent & { readonly kind: 'ended' }): void {
    const { pid, status, at } = event;
    const how =
      status.kind === 'exited' ? `ends, status ${status.code}` : `is ended by ${status.signal}`;
    this.mark(event, pid, 'ended', how, at ?? this.calls.get(pid)?.at ?? null);
    const lane = this.lanes.get(pid);
    if (lane === undefined) return;
    lane.ended = this.last;
    for (const thread of lane.threads) {
      thread.ends ??= this.last;
      this.wake(thread.id);
    }
  }

  private endThread(event: TraceEvent, process: Pid): void {
    const lane = this.lanes.get(process);
    const thread = lane?.threads.find(({ id }) => id === event.pid);
    if (lane === undefined || thread === undefined || lane.ended !== null) return;
    this.mark(event, event.pid, 'ended', 'ends', this.calls.get(event.pid)?.at ?? null);
    thread.ends = this.last;
  }

  private changed({ pid, to, reason }: TraceEvent & { readonly kind: 'state' }): void {
    if (to === 'waiting' && reason !== null) {
      const wait: GrowingWait = { thread: pid, from: this.last, to: null, reason };
      this.waiting.set(pid, wait);
      if (this.marks[this.last]?.thread === pid) this.waits.push(wait);
    } else this.wake(pid);
  }

  private wake(thread: Pid): void {
    const wait = this.waiting.get(thread);
    this.waiting.delete(thread);
    if (wait !== undefined) wait.to = this.last;
  }

  /** What a call was for, where that tells more than the call. */
  private retell(thread: Pid, kind: MarkKind, text: string): void {
    const mark = this.calls.get(thread)?.mark;
    if (mark?.kind !== 'call') return;
    mark.kind = kind;
    mark.text = text;
  }

  private mark(
    { step }: TraceEvent,
    thread: Pid,
    kind: MarkKind,
    text: string,
    at: SourcePosition | null,
  ): GrowingMark | null {
    if (this.marks.length >= MARKS_MAX) {
      this.omitted++;
      return null;
    }
    const mark: GrowingMark = { kind, step, thread, text, at, violation: null };
    this.marks.push(mark);
    return mark;
  }

  private get last(): number {
    return this.marks.length - 1;
  }

  private nameOf(pid: Pid): string {
    return this.names.get(pid) ?? `process ${pid}`;
  }
}

const QUOTED_MAX = 40;

function quoted(text: string): string {
  const shown = text.length > QUOTED_MAX ? `${text.slice(0, QUOTED_MAX)}…` : text;
  return `“${shown.replaceAll('\n', '\\n').replaceAll('\t', '\\t')}”`;
}
