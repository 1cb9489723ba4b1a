/**
 * Every system call of a run, in the order in which they were made, with what became of each; and between
 * them, as strace has it, signals and ends of processes. Needs a full trace. Texts are made only when they
 * are asked for: a log may have a hundred thousand rows, of which a few are looked at.
 */
import type { ErrnoName } from '../../abi/errno';
import type { SignalName } from '../../abi/signals';
import type { SystemCallName } from '../../abi/system-calls';
import type {
  ExitStatus,
  Pointed,
  SourcePosition,
  TraceEvent,
  WaitReason,
} from '../../kernel/events';
import type { Pid } from '../../kernel/pid';
import { callText } from '../timeline/call-text';
import { argumentsText } from './argument-text';
import { type CallGroup, groupOf } from './call-groups';
import { resultMeaning, resultText } from './result-text';

interface Row {
  /** Counts rows from 0. */
  readonly index: number;
  readonly step: number;
  readonly timeNs: number;
  readonly thread: Pid;
  readonly process: Pid;
  readonly at: SourcePosition | null;
}

export interface LoggedCall extends Row {
  readonly kind: 'call';
  readonly call: SystemCallName;
  readonly args: readonly number[];
  readonly pointed: readonly Pointed[] | null;
  /** null: it never did. */
  readonly returned: CallReturn | null;
  /** The first thing that it waited for. */
  readonly waitsFor: WaitReason | null;
}

export interface CallReturn {
  readonly step: number;
  readonly timeNs: number;
  readonly result: number;
  readonly errno: ErrnoName | null;
  readonly filled: readonly Pointed[] | null;
  /** Of the time since the call: waiting, not ready. */
  readonly blockedNs: number;
}

export interface LoggedSignal extends Row {
  readonly kind: 'signal';
  readonly signal: SignalName;
  readonly from: Pid | null;
  readonly action: (TraceEvent & { readonly kind: 'signal' })['action'];
}

export interface LoggedEnd extends Row {
  readonly kind: 'ended';
  readonly status: ExitStatus;
}

export type LogRow = LoggedCall | LoggedSignal | LoggedEnd;

export interface LogFilter {
  /** null: of all. */
  readonly process: Pid | null;
  /** Part of the call's name, the kernel's or C's; empty: any. */
  readonly name: string;
  /** null: all. */
  readonly group: CallGroup | null;
  readonly onlyErrors: boolean;
}

export const NO_FILTER: LogFilter = { process: null, name: '', group: null, onlyErrors: false };

/** In order of happening. */
export function callLog(events: readonly TraceEvent[]): readonly LogRow[] {
  const rows: LogRow[] = [];
  const processOf = new Map<Pid, Pid>();
  const open = new Map<Pid, OpenCall>();
  for (const event of events) {
    const { pid, step, timeNs } = event;
    const row = (at: SourcePosition | null): Row => ({
      index: rows.length,
      step,
      timeNs,
      thread: pid,
      process: processOf.get(pid) ?? pid,
      at,
    });
    switch (event.kind) {
      case 'thread-created':
        processOf.set(pid, event.process);
        break;
      case 'called': {
        const { call, args, at, pointed = null } = event;
        const logged: GrowingCall = {
          kind: 'call',
          ...row(at),
          call,
          args,
          pointed,
          returned: null,
          waitsFor: null,
        };
        rows.push(logged);
        open.set(pid, { row: logged, waitingSinceNs: null, blockedNs: 0 });
        break;
      }
      case 'state': {
        const call = open.get(pid);
        if (call === undefined) break;
        if (event.from === 'waiting' && call.waitingSinceNs !== null) {
          call.blockedNs += Math.max(0, timeNs - call.waitingSinceNs);
          call.waitingSinceNs = null;
        }
        if (event.to === 'waiting') {
          call.waitingSinceNs = timeNs;
          call.row.waitsFor ??= event.reason;
        }
        break;
      }
      case 'returned': {
        const call = open.get(pid);
        if (call?.row.call !== event.call) break;
        open.delete(pid);
        const { result, errno, pointed: filled = null } = event;
        const waited = call.waitingSinceNs === null ? 0 : Math.max(0, timeNs - call.waitingSinceNs);
        const blockedNs = call.blockedNs + waited;
        call.row.returned = { step, timeNs, result, errno, filled, blockedNs };
        break;
      }
      case 'executed': {
        // A call that succeeds never comes back to the program that made it.
        const call = open.get(pid);
        open.delete(pid);
        if (call?.row.call === 'execve')
          call.row.returned = { step, timeNs, result: 0, errno: null, filled: null, blockedNs: 0 };
        break;
      }
      case 'signal':
        rows.push({
          kind: 'signal',
          ...row(null),
          signal: event.signal,
          from: event.from,
          action: event.action,
        });
        break;
      case 'ended':
        rows.push({ kind: 'ended', ...row(event.at), status: event.status });
        break;
      default:
        break;
    }
  }
  return rows;
}

type GrowingCall = { -readonly [K in keyof LoggedCall]: LoggedCall[K] };

interface OpenCall {
  readonly row: GrowingCall;
  waitingSinceNs: number | null;
  blockedNs: number;
}

/** In the log's order. */
export function filteredLog(log: readonly LogRow[], filter: LogFilter): readonly LogRow[] {
  const { process, group, onlyErrors } = filter;
  const name = filter.name.trim().toLowerCase();
  if (process === null && group === null && !onlyErrors && name === '') return log;
  return log.filter(
    (row) =>
      (process === null || row.process === process) &&
      (group === null || rowGroup(row) === group) &&
      (!onlyErrors || failed(row)) &&
      (name === '' || names(row).some((each) => each.includes(name))),
  );
}

export function failed(row: LogRow): boolean {
  return row.kind === 'call' && row.returned !== null && row.returned.errno !== null;
}

export function rowGroup(row: LogRow): CallGroup {
  if (row.kind === 'call') return groupOf(row.call);
  return row.kind === 'signal' ? 'signal' : 'process';
}

function names(row: LogRow): readonly string[] {
  if (row.kind === 'call') return [row.call, callText(row.call)];
  return row.kind === 'signal' ? [row.signal.toLowerCase()] : ['exited killed'];
}

/** The last row that has happened at a moment; -1: none. Rows in order of steps. */
export function lastRowAt(rows: readonly LogRow[], step: number): number {
  let low = -1;
  let high = rows.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((rows[middle]?.step ?? Infinity) <= step) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Whether a call has come back at a moment. */
export function isOver(row: LogRow, step: number): boolean {
  return row.kind !== 'call' || (row.returned !== null && row.returned.step <= step);
}

export interface RowTexts {
  /** As strace has it, without what it gave: `read(3, "abc", 64)`, `--- SIGUSR1 ---`. */
  readonly what: string;
  /** `3`, `-1 EBADF (Bad file descriptor)`, `?` while it has not come back; empty for what is no call. */
  readonly result: string;
  /** A sentence. */
  readonly meaning: string;
}

/** At a moment: what a call fills and gives is there once it has come back. */
export function rowTexts(row: LogRow, step: number): RowTexts {
  switch (row.kind) {
    case 'call':
      return callTexts(row, step);
    case 'signal': {
      const from = row.from === null ? '' : ` {si_pid=${row.from}}`;
      const sender = row.from === null ? '' : ` from process ${row.from}`;
      return {
        what: `--- ${row.signal}${from} ---`,
        result: '',
        meaning: `${row.signal}${sender} ${ACTIONS[row.action]}.`,
      };
    }
    case 'ended':
      return row.status.kind === 'exited'
        ? {
            what: `+++ exited with ${row.status.code} +++`,
            result: '',
            meaning: `The process has ended with status ${row.status.code}.`,
          }
        : {
            what: `+++ killed by ${row.status.signal}${row.status.coreDumped ? ' (core dumped)' : ''} +++`,
            result: '',
            meaning: `The process was ended by ${row.status.signal}.`,
          };
  }
}

const ACTIONS = {
  terminate: 'ends the process',
  core: 'ends the process, which is an error of the program',
  ignore: 'is ignored',
  stop: 'stops the process until SIGCONT',
  continue: 'lets the process go on',
  handle: 'runs the handler',
} as const;

/** Of calls that don't come back. */
const NEVER: Partial<Record<SystemCallName, string>> = {
  exit: 'Ends the thread.',
  thread_exit: 'Ends the thread.',
  exit_group: 'Ends the process.',
  rt_sigreturn: 'The handler is over: goes on where the signal came.',
};

function callTexts(row: LoggedCall, step: number): RowTexts {
  const { call, args, pointed } = row;
  const returned = row.returned !== null && row.returned.step <= step ? row.returned : null;
  const filled = returned?.filled ?? null;
  const result = returned?.result ?? null;
  const what = `${call}(${argumentsText({ call, args, pointed, filled, result })})`;
  if (returned === null)
    return { what, result: '?', meaning: NEVER[call] ?? 'Has not come back yet.' };
  const { errno } = returned;
  const given = { call, args, pointed, filled, result: returned.result, errno };
  return { what, result: resultText(given), meaning: resultMeaning(given) };
}

/** The whole line, as strace -f prints it. */
export function straceLine(row: LogRow): string {
  const { what, result } = rowTexts(row, Infinity);
  return result === '' ? `${row.process} ${what}` : `${row.process} ${what} = ${result}`;
}
