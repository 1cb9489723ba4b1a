/**
 * What processes tell each other, from the events of a run: bytes in pipes, messages in queues, bytes and
 * messages over sockets with the calls and replies that they make, signals, units of semaphores that let
 * somebody go on, and the exit status that a parent waits for. What is received is matched with what was
 * sent first: by bytes where there are no borders, else message by message. Needs a full trace.
 * Leaves out shared memory, which no event tells, and datagrams that nobody had room for.
 */
import { signalName } from '../../abi/signals';
import type { TraceEvent } from '../../kernel/events';
import type { Pid } from '../../kernel/pid';
import { CallPlaces } from './call-places';
import { CallRoles } from './call-roles';
import { type Borders, Channels } from './channels';
import type { Endpoint, GrowingEndpoint } from './endpoint';
import { SemaphoreUnits } from './semaphore-units';
import { type SignalDraft, SentSignals } from './sent-signals';

/** An arrow. */
export interface Delivery {
  /** Indexes of endpoints; `sent` null: nobody that the trace knows has sent it. */
  readonly sent: number | null;
  readonly received: number;
  readonly byteCount: number;
}

export interface Messages {
  /** Processes that send or receive, in order of creation. */
  readonly processes: readonly Pid[];
  /** In order of happening. */
  readonly endpoints: readonly Endpoint[];
  /** In order of receiving. */
  readonly deliveries: readonly Delivery[];
}

/** What an event says, before it has its place in the list. */
type Said = Pick<Endpoint, 'direction' | 'kind' | 'channel' | 'process' | 'byteCount' | 'content'>;

export function messagesOf(events: readonly TraceEvent[]): Messages {
  const growing = new GrowingMessages();
  for (const event of events) growing.add(event);
  return growing.messages();
}

class GrowingMessages {
  private readonly endpoints: GrowingEndpoint[] = [];
  private readonly deliveries: Delivery[] = [];
  /** With who made each; null: the shell or init. */
  private readonly parents = new Map<Pid, Pid | null>();
  private readonly places = new CallPlaces();
  private readonly channels = new Channels();
  private readonly roles = new CallRoles();
  private readonly signals = new SentSignals();
  private readonly units = new SemaphoreUnits();
  /** What processes left that have ended and that nobody has waited for. */
  private readonly ends = new Map<Pid, GrowingEndpoint>();

  messages(): Messages {
    const heard = new Set(this.endpoints.map(({ process }) => process));
    this.roles.settle();
    return {
      processes: [...this.parents.keys()].filter((pid) => heard.has(pid)),
      endpoints: this.endpoints,
      deliveries: this.deliveries,
    };
  }

  add(event: TraceEvent): void {
    this.places.add(event);
    switch (event.kind) {
      case 'created':
        this.parents.set(event.pid, event.by === 'boot' ? null : event.parent);
        return;
      case 'pipe': {
        const channel = `pipe ${event.pipe}`;
        const direction = event.direction === 'written' ? 'sent' : 'received';
        const content = event.head;
        const { byteCount } = event;
        this.pass(
          event,
          { direction, kind: 'pipe', channel, byteCount, content },
          channel,
          'bytes',
        );
        return;
      }
      case 'message': {
        const { direction, queue: channel, byteCount, head: content, priority } = event;
        const said = { direction, kind: 'queue', channel, byteCount, content } as const;
        // A receiver may choose by type, and a priority overtakes: the order is kept within each.
        this.pass(event, said, `${channel} ${priority}`, 'messages');
        return;
      }
      case 'socket':
        this.addSocket(event);
        return;
      case 'called':
        this.signals.called(event, this.places.processOf(event.pid));
        return;
      case 'returned': {
        const draft = this.signals.returned(event);
        if (draft !== null) this.addSent(draft);
        if (event.call === 'rt_sigtimedwait' && event.errno === null) this.addTaken(event);
        return;
      }
      case 'signal':
        this.addSignal(event);
        return;
      case 'ended':
        this.addEnd(event);
        return;
      case 'reaped':
        this.addReaped(event);
        return;
      case 'state':
        this.addUnit(event);
        return;
      default:
        return;
    }
  }

  private addSocket(event: TraceEvent & { readonly kind: 'socket' }): void {
    const { direction, from, to, address, byteCount, head } = event;
    const isConnection = direction === 'connected' || direction === 'accepted';
    const said = {
      direction: direction === 'connected' || direction === 'sent' ? 'sent' : 'received',
      kind: isConnection ? 'connection' : 'socket',
      channel: address === '' || address.startsWith('a socket') ? `socket ${to}` : address,
      byteCount,
      content: head,
    } as const;
    const borders = event.type === 'stream' && !isConnection ? 'bytes' : 'messages';
    const before = this.deliveries.length;
    const endpoint = this.pass(event, said, `${said.kind} ${to}`, borders);
    if (direction === 'connected' && from !== null) this.roles.connected(from, to);
    if (direction === 'sent' && from !== null) this.roles.sent(endpoint, from, to);
    if (direction !== 'received') return;
    const sent = this.deliveries[before]?.sent ?? null;
    const sender = sent === null ? undefined : this.endpoints[sent];
    if (sender !== undefined) this.roles.received(endpoint, sender);
  }

  private addSent(draft: SignalDraft): GrowingEndpoint {
    const { process, signal: content, event } = draft;
    const said = { kind: 'signal', channel: 'signal', byteCount: 0, content } as const;
    const endpoint = this.list(event, { ...said, direction: 'sent', process });
    endpoint.at = event.at;
    endpoint.pending = draft.target === null ? 0 : 1;
    draft.endpoint = endpoint;
    return endpoint;
  }

  private addSignal(event: TraceEvent & { readonly kind: 'signal' }): void {
    const draft = this.signals.delivered(event);
    const sender = draft === null ? this.endOf(event) : (draft.endpoint ?? this.addSent(draft));
    // What nobody sent on purpose and nobody notices is no message.
    if (sender === null && event.action === 'ignore') return;
    const said = { kind: 'signal', channel: 'signal', byteCount: 0 } as const;
    const content = event.signal;
    const process = event.pid;
    const received = this.list(event, { ...said, content, direction: 'received', process });
    if (draft !== null && sender !== null) sender.pending = 0;
    this.deliveries.push({ sent: sender?.index ?? null, received: received.index, byteCount: 0 });
  }

  private addTaken(event: TraceEvent & { readonly kind: 'returned' }): void {
    const content = signalName.get(event.result);
    const process = this.places.processOf(event.pid);
    const draft = content === undefined ? null : this.signals.taken(content, process);
    if (content === undefined || draft === null) return;
    const sent = draft.endpoint ?? this.addSent(draft);
    const said = { kind: 'signal', channel: 'signal', byteCount: 0, content } as const;
    const received = this.list(event, { ...said, direction: 'received', process });
    sent.pending = 0;
    this.deliveries.push({ sent: sent.index, received: received.index, byteCount: 0 });
  }

  /** SIGCHLD of a child, where a handler gets it, comes from its end. */
  private endOf(event: TraceEvent & { readonly kind: 'signal' }): GrowingEndpoint | null {
    if (event.signal !== 'SIGCHLD' || event.from === null || event.action === 'ignore') return null;
    return this.ends.get(event.from) ?? null;
  }

  private addEnd(event: TraceEvent & { readonly kind: 'ended' }): void {
    const { pid: process, status, at } = event;
    const parent = this.parents.get(process) ?? null;
    if (parent === null || !this.parents.has(parent)) return;
    const end = this.list(event, {
      direction: 'sent',
      kind: 'exit',
      channel: 'exit status',
      process,
      byteCount: 0,
      content: status.kind === 'exited' ? `status ${status.code}` : status.signal,
    });
    end.at = at ?? end.at;
    end.pending = 1;
    this.ends.set(process, end);
  }

  private addReaped(event: TraceEvent & { readonly kind: 'reaped' }): void {
    const end = this.ends.get(event.pid);
    this.ends.delete(event.pid);
    if (end === undefined) return;
    end.pending = 0;
    // init waits for orphans, and looks at nothing.
    if (!this.parents.has(event.by)) return;
    const { kind, channel, content, byteCount } = end;
    const process = event.by;
    const said = { kind, channel, content, byteCount, process, direction: 'received' } as const;
    const received = this.list(event, said);
    this.deliveries.push({ sent: end.index, received: received.index, byteCount: 0 });
  }

  private addUnit(event: TraceEvent & { readonly kind: 'state' }): void {
    const unit = this.units.changed(event, this.places);
    if (unit === null) return;
    const { name, from } = unit;
    const said = {
      kind: 'semaphore',
      channel: `semaphore ${name}`,
      byteCount: 0,
      content: name,
    } as const;
    const sent = this.list(event, { ...said, direction: 'sent', process: from.process });
    sent.at = from.at;
    const process = this.places.processOf(event.pid);
    const received = this.list(event, { ...said, direction: 'received', process });
    received.at = this.places.callOf(event.pid)?.at ?? null;
    this.deliveries.push({ sent: sent.index, received: received.index, byteCount: 0 });
  }

  /** Through a channel that keeps order. */
  private pass(
    event: TraceEvent,
    said: Omit<Said, 'process'>,
    key: string,
    borders: Borders,
  ): GrowingEndpoint {
    const endpoint = this.list(event, { ...said, process: event.pid });
    if (said.direction === 'sent') this.channels.put(key, endpoint, borders);
    else
      for (const { sent, byteCount } of this.channels.take(key, endpoint, borders))
        this.deliveries.push({ sent, received: endpoint.index, byteCount });
    return endpoint;
  }

  private list({ step, timeNs }: When, said: Said): GrowingEndpoint {
    const { direction, kind, channel, process, byteCount, content } = said;
    const endpoint: GrowingEndpoint = {
      index: this.endpoints.length,
      direction,
      kind,
      channel,
      process,
      step,
      timeNs,
      at: this.places.placeOf(process, kind),
      byteCount,
      content,
      role: null,
      pending: 0,
    };
    this.endpoints.push(endpoint);
    return endpoint;
  }
}

type When = { readonly step: number; readonly timeNs: number };
