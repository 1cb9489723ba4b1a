/**
 * Signals that processes send on purpose: kill, sigqueue, tgkill. The trace tells of the call, and of the
 * signal when its target gets it, which may be much later, or never: it was blocked, or another of its kind
 * was pending already. What sigwaitinfo takes is not delivered; that call's return tells. Those that are read
 * from a signalfd are left out: they stay open.
 */
import { signalName, type SignalName } from '../../abi/signals';
import type { TraceEvent } from '../../kernel/events';
import type { Pid } from '../../kernel/pid';
import type { GrowingEndpoint } from './endpoint';

export interface SignalDraft {
  readonly event: TraceEvent & { readonly kind: 'called' };
  readonly process: Pid;
  readonly signal: SignalName;
  /** null: a group, or everybody. */
  readonly target: number | null;
  /** Once it is listed. */
  endpoint: GrowingEndpoint | null;
}

export class SentSignals {
  /** Calls that have not come back, by thread. */
  private readonly calling = new Map<Pid, SignalDraft>();
  /** Sent and not yet delivered; to groups: sent. In order. */
  private underWay: SignalDraft[] = [];

  called(event: TraceEvent & { readonly kind: 'called' }, process: Pid): void {
    const { call, args } = event;
    if (call !== 'kill' && call !== 'tgkill' && call !== 'rt_sigqueueinfo') return;
    const signal = signalName.get(args[call === 'tgkill' ? 2 : 1] ?? 0);
    if (signal === undefined) return;
    const pid = args[0] ?? 0;
    const draft = { event, process, signal, target: pid > 0 ? pid : null, endpoint: null };
    this.calling.set(event.pid, draft);
    this.underWay.push(draft);
  }

  /** What is to be listed now: the call has succeeded, and nobody got the signal before it came back. */
  returned({ pid, call, errno }: TraceEvent & { readonly kind: 'returned' }): SignalDraft | null {
    const draft = this.calling.get(pid);
    if (draft?.event.call !== call) return null;
    this.calling.delete(pid);
    if (errno !== null) this.underWay = this.underWay.filter((other) => other !== draft);
    return errno === null && draft.endpoint === null ? draft : null;
  }

  /** The call that has sent it; null: none, the kernel did. */
  delivered({ pid, from, signal }: TraceEvent & { readonly kind: 'signal' }): SignalDraft | null {
    return this.arrived(signal, pid, (draft) => draft.process === from);
  }

  /** The call that has sent what sigwaitinfo took: the first that was under way. */
  taken(signal: SignalName, by: Pid): SignalDraft | null {
    return this.arrived(signal, by, () => true);
  }

  private arrived(
    signal: SignalName,
    at: Pid,
    isFrom: (draft: SignalDraft) => boolean,
  ): SignalDraft | null {
    const first = this.underWay.findIndex(
      (draft) =>
        draft.signal === signal &&
        (draft.target === null || draft.target === Number(at)) &&
        isFrom(draft),
    );
    const draft = this.underWay[first];
    if (draft === undefined) return null;
    // To a group: the others get it, too.
    if (draft.target !== null) this.underWay.splice(first, 1);
    return draft;
  }
}
