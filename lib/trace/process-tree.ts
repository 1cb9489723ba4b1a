/**
 * The tree of a run's processes by who created whom, with what became of each, computed from the events.
 * Works for both kinds of trace; between creation and end a trace of kind 'checks' knows no states.
 */
import type { ExitStatus, ProcessState, SourcePosition, TraceEvent } from '../kernel/events';
import type { Pid } from '../kernel/pid';

/** A moment of the run. */
export interface Moment {
  readonly step: number;
  readonly timeNs: number;
}

export interface ProcessNode {
  readonly pid: Pid;
  /** Who created it; null for the first process. Adoption by init does not move a process. */
  readonly createdBy: Pid | null;
  /** The executable, after the last execve. */
  readonly name: string;
  /** Where it was forked. */
  readonly at: SourcePosition | null;
  readonly created: Moment;
  /** null: it had not ended when the trace did. */
  readonly ended: Moment | null;
  readonly status: ExitStatus | null;
  /** Adopted by init: its creator ended first. */
  readonly orphaned: Moment | null;
  readonly reaped: Moment | null;
  readonly reapedBy: Pid | null;
  /** At the end of the trace. */
  readonly state: ProcessState;
  /** In order of creation. */
  readonly children: readonly ProcessNode[];
}

/** The first processes: one, unless the machine booted several. */
export function processTree(events: readonly TraceEvent[]): readonly ProcessNode[] {
  const growing = new Map<Pid, Growing>();
  const roots: Growing[] = [];
  for (const event of events) {
    const node = growing.get(event.pid);
    const moment: Moment = { step: event.step, timeNs: event.timeNs };
    if (event.kind === 'created') {
      const made = newNode(event, moment);
      growing.set(event.pid, made);
      const parent = event.parent === null ? undefined : growing.get(event.parent);
      (parent?.children ?? roots).push(made);
    } else if (node !== undefined) apply(node, event, moment);
  }
  return roots;
}

/** Every node of the trees, parents before children, in order of creation among brothers. */
export function allNodes(roots: readonly ProcessNode[]): readonly ProcessNode[] {
  const found: ProcessNode[] = [];
  const left = [...roots].reverse();
  for (let node = left.pop(); node !== undefined; node = left.pop()) {
    found.push(node);
    left.push(...[...node.children].reverse());
  }
  return found;
}

type Growing = {
  -readonly [K in keyof Omit<ProcessNode, 'children'>]: ProcessNode[K];
} & { readonly children: Growing[] };

function newNode(event: TraceEvent & { readonly kind: 'created' }, created: Moment): Growing {
  return {
    pid: event.pid,
    createdBy: event.parent,
    name: event.name,
    at: event.at,
    created,
    ended: null,
    status: null,
    orphaned: null,
    reaped: null,
    reapedBy: null,
    state: 'new',
    children: [],
  };
}

function apply(node: Growing, event: TraceEvent, moment: Moment): void {
  switch (event.kind) {
    case 'executed':
      node.name = event.path;
      return;
    case 'state':
      node.state = event.to;
      return;
    case 'ended':
      node.ended = moment;
      node.status = event.status;
      node.state = 'zombie';
      return;
    case 'reparented':
      node.orphaned = moment;
      return;
    case 'reaped':
      node.reaped = moment;
      node.reapedBy = event.by;
      node.state = 'terminated';
      return;
    default:
      return;
  }
}
