/**
 * What a thread does next, told before it is done: the operation that it stands before, or what may happen
 * to it while it waits; in how many ways that can go on; and what it touches.
 */
import { Opcode } from '../../abi/opcodes';
import { systemCallName, type SystemCallName } from '../../abi/system-calls';
import { canWriteOn } from '../../kernel/files/pipes';
import { keyOf } from '../../kernel/ipc/posix-semaphores';
import { contextOf, processOf, threadOf, type Kernel } from '../../kernel/kernel';
import { pid } from '../../kernel/pid';
import { sharesOwnMemory, type Process } from '../../kernel/processes/process';
import { hasDeliverable } from '../../kernel/signals/signal-delivery';
import { actionOf } from '../../kernel/signals/signals';
import { canAcquire } from '../../kernel/threads/mutexes';
import type { Thread } from '../../kernel/threads/thread';
import { isOfProcess } from '../../kernel/time/timers';
import { touchesHeap, visitAccesses } from '../../vm/accesses';
import type { ExecutionContext } from '../../vm/context';
import type { Footprint, ThreadId } from '../system';
import { CallContext } from './call-context';
import { joinedBy, judge, mayTimeOut } from './enabledness';
import { touchCall } from './footprint-of-call';
import { asksForLastUsers } from './ipc-footprints';
import { EVERYTHING } from './objects';
import { HANDLERS, RUN, TIMERS, type Operation, type OperationKind, type Way } from './operation';
import { endsByItself, touchMutex, touchProcessEnd } from './process-footprints';
import { isRepeatable } from './repeatable-calls';
import type { SharedObjects } from './shared-objects';
import { Touched } from './touched';
import { hasTimeLimit, wouldBlock } from './trial';

export class NextOperations {
  constructor(
    private readonly kernel: Kernel,
    private readonly objects: SharedObjects,
  ) {}

  /** Of a thread, or of a process's timer. */
  of(thread: ThreadId): Operation {
    return thread >= TIMERS
      ? this.ofAlarm(pid(thread - TIMERS))
      : this.ofThread(threadOf(this.kernel, pid(thread)));
  }

  ofThread(thread: Thread): Operation {
    const { kernel, objects } = this;
    const process = processOf(kernel, thread.process);
    const context = contextOf(kernel, thread.id);
    objects.noteStack(thread, context);
    const touched = new Touched(objects, toucherOf(thread, context), process);
    const signal =
      (thread.signals.pending.length > 0 || process.signals.pending.length > 0) &&
      hasDeliverable(kernel, thread);
    const { code } = context.image;
    const waits = thread.state !== 'ready' && thread.state !== 'running';
    if (waits || code[context.pc] === Opcode.SYS) {
      touchAlways(touched, process);
      return waits
        ? this.ofWaiting(thread, process, context, touched, signal)
        : this.ofCall(thread, process, context, touched, signal);
    }
    let what: OperationKind = { kind: 'memory' };
    const onHeap = touchesHeap(context);
    if (onHeap) {
      what = { kind: 'heap' };
      if (sharesOwnMemory(process)) touched.touch('heap', process.pid, 'write');
    }
    visitAccesses(context, touched.visit);
    this.touchEnds(thread, context, touched);
    // The only thread's own memory: nobody but its handlers comes between.
    if (!sharesOwnMemory(process) && !touched.inRegion && touched.footprint.size === 0)
      return {
        what,
        ways: ONE_WAY,
        footprint: touched.footprint,
        isRepeatable: true,
        mayEnd: null,
      };
    touchAlways(touched, process);
    if (sharesOwnMemory(process) && touched.inRegion) touched.touch('life', process.pid, 'read');
    if (signal) this.touchDelivery(thread, touched);
    return {
      what,
      ways: signal ? SIGNAL_FIRST : ONE_WAY,
      footprint: touched.footprint,
      // The heap's own records lie in memory that no footprint tells.
      isRepeatable: !signal && !(onHeap && sharesOwnMemory(process)),
      mayEnd: signal ? process.pid : null,
    };
  }

  private ofCall(
    thread: Thread,
    process: Process,
    context: ExecutionContext,
    touched: Touched,
    signal: boolean,
  ): Operation {
    const { kernel, objects } = this;
    if (sharesOwnMemory(process)) touched.touch('life', process.pid, 'read');
    const call = systemCallName.get(context.image.code[context.pc + 1] as number);
    const callContext = new CallContext(kernel, process, thread, context, touched);
    touchCall(callContext, call);
    this.touchEnds(thread, context, touched);
    if (call === 'exit_group' || call === 'exit' || call === 'assert_fail')
      this.cutsOff(touched, process);
    if (call === 'thread_detach' || (call === 'thread_create' && callContext.int(4) !== 0))
      objects.detaches();
    if (call === 'time' || call === 'gettimeofday' || call === 'clock_gettime')
      objects.readsClock();
    if (call !== undefined && asksForLastUsers(callContext, call)) objects.readsLastUsers();
    // Attaching tells who did it last, and is else nobody's affair.
    if (call === 'shmat' && objects.lastUsersAreRead) touched.touch('shared-memory', 0, 'write');
    const blocking = call === undefined ? 'goes-on' : judge(callContext, call);
    const blocks = blocking === 'blocks' || (blocking === 'try' && wouldBlock(kernel, thread));
    let ways: readonly Way[] = ONE_WAY;
    if (blocks) {
      ways = call !== undefined && mayTimeOut(call, callContext) ? this.waysOfWaiting(thread) : [];
    } else if (call === 'cond_signal') ways = this.waysOfSignal(callContext);
    // A signal comes before the call, or interrupts it: what is pending is delivered to whoever blocks.
    if (signal) {
      ways = blocks ? [[{ kind: 'signal' }], RUN] : SIGNAL_FIRST;
      // Whoever tried the call out has put everything back: other objects are in the same state now.
      this.touchDelivery(threadOf(kernel, thread.id), touched);
    }
    const needs = call === undefined ? undefined : neededBy(callContext, call, touched.footprint);
    const afterEndOf = call === 'thread_join' && !signal ? joinedBy(callContext) : undefined;
    return {
      ...(afterEndOf === undefined ? {} : { afterEndOf }),
      ...(needs === undefined ? {} : { needs }),
      what: { kind: 'call', call },
      ways,
      footprint: touched.footprint,
      isRepeatable:
        !signal && blocking !== 'try' && call !== undefined && isRepeatable(callContext, call),
      mayEnd: signal || endsByItself(call) ? process.pid : null,
    };
  }

  private ofWaiting(
    thread: Thread,
    process: Process,
    context: ExecutionContext,
    touched: Touched,
    signal: boolean,
  ): Operation {
    const { kernel, objects } = this;
    const ways: Way[] = [];
    if (signal) {
      this.touchDelivery(thread, touched);
      ways.push([{ kind: 'signal' }]);
    }
    this.touchEnds(thread, context, touched);
    const { wait } = thread;
    if (wait?.kind === 'lock') {
      if (wait.mutex !== null && wait.object === 'mutex')
        touchMutex(new CallContext(kernel, process, thread, context, touched), wait.mutex.address);
      else touched.memory(wait.address, 8, 'write');
      if (canAcquire(kernel, thread)) ways.push([{ kind: 'acquire' }]);
    }
    if (wait?.kind === 'pipe-read') touched.touch('pipe', wait.pipe, 'read');
    if (wait?.kind === 'pipe-write') {
      touched.touch('pipe', wait.pipe, 'write');
      if (canWriteOn(kernel, thread)) ways.push([{ kind: 'acquire' }]);
    }
    for (const timer of kernel.state.timers)
      if (timer.pid === thread.id && !isOfProcess(timer)) {
        if (objects.clockIsRead) touched.touch('clock', 0, 'write');
        ways.push([{ kind: 'timeout' }]);
      }
    return {
      what: { kind: 'waiting' },
      ways,
      footprint: touched.footprint,
      isRepeatable: !signal && (wait === null || wait.kind === 'lock' || wait.kind === 'sleep'),
      mayEnd: signal ? process.pid : null,
    };
  }

  /** A timer may ring in the middle of private work, and be stopped before that ends. */
  noteTimers(): void {
    for (const timer of this.kernel.state.timers) if (isOfProcess(timer)) this.ofAlarm(timer.pid);
  }

  private ofAlarm(id: ReturnType<typeof pid>): Operation {
    const touched = new Touched(this.objects, TIMERS + id, processOf(this.kernel, id));
    touched.touch('timer', id, 'write');
    touched.touch('signals', id, 'write');
    const isOfDescriptor = this.kernel.state.timers.some(
      (timer) => timer.kind === 'descriptor' && timer.pid === id,
    );
    touched.add(EVERYTHING, isOfDescriptor ? 'write' : 'read');
    if (this.objects.clockIsRead) touched.touch('clock', 0, 'write');
    return {
      what: { kind: 'alarm' },
      ways: [[{ kind: 'alarm' }]],
      footprint: touched.footprint,
      isRepeatable: false,
      mayEnd: null,
    };
  }

  /** Steps from here turned out to end processes. */
  private touchEnds({ id }: Thread, { pc }: ExecutionContext, touched: Touched): void {
    const { kernel, objects } = this;
    for (const ended of objects.ends.at(id, pc)) {
      const process = kernel.state.processes.get(ended);
      if (process === undefined || process.state === 'zombie') continue;
      this.cutsOff(touched, process);
      const thread = threadOf(kernel, ended);
      const context = contextOf(kernel, ended);
      touchProcessEnd(new CallContext(kernel, process, thread, context, touched));
    }
  }

  /** A signal without a handler may end or stop the process. */
  private touchDelivery(thread: Thread, touched: Touched): void {
    const process = processOf(this.kernel, thread.process);
    const context = contextOf(this.kernel, thread.id);
    touched.touch('signals', process.pid, 'write');
    const handled = [...thread.signals.pending, ...process.signals.pending].every(
      ({ signal }) => actionOf(process, signal).kind === 'handle',
    );
    if (handled) return;
    this.cutsOff(touched, process);
    touchProcessEnd(new CallContext(this.kernel, process, thread, context, touched));
  }

  /** The end of the process may come before that of a thread that is never joined. */
  private cutsOff(touched: Touched, { pid: id }: Process): void {
    if (this.objects.somethingDetached) touched.touch('life', id, 'write');
  }

  /** Its time may be up already, or may be up whenever it waits. */
  private waysOfWaiting(thread: Thread): readonly Way[] {
    const { kernel } = this;
    if (!wouldBlock(kernel, thread)) return ONE_WAY;
    return hasTimeLimit(kernel, thread) ? [[...RUN, { kind: 'timeout' }]] : [];
  }

  private waysOfSignal(call: CallContext): readonly Way[] {
    const key = keyOf(call.process, call.arg(0));
    const waiting = this.kernel.state.lockQueues.get(key)?.length ?? 0;
    const all = call.int(1) !== 0;
    if (all || waiting < 2) return ONE_WAY;
    return Array.from({ length: waiting }, (_, way): Way => [{ kind: 'run', way }]);
  }
}

/** Of calls that can't go on otherwise, without a limit of time. */
function neededBy(
  call: CallContext,
  name: SystemCallName,
  footprint: Footprint,
): Operation['needs'] {
  if (name !== 'sem_wait' && (name !== 'mutex_lock' || call.arg(1) !== 0)) return undefined;
  for (const [object, use] of footprint)
    if (object >= 0 && use === 'write')
      return { object, isFree: name === 'sem_wait' ? 'not-zero' : 'zero' };
  return undefined;
}

const ONE_WAY: readonly Way[] = [RUN];
const SIGNAL_FIRST: readonly Way[] = [[{ kind: 'signal' }]];

/** All that a process does conflicts with signals sent to it. */
function touchAlways(touched: Touched, { pid: id }: Process): void {
  touched.touch('signals', id, 'read');
  touched.add(EVERYTHING, 'read');
}

/** Handlers of different signals are told apart, too: one may come in the middle of another. */
function toucherOf({ id, signals }: Thread, { sp }: ExecutionContext): ThreadId {
  const signal = signals.frames.findLast((frame) => frame.sp > sp)?.signal ?? 0;
  return id + HANDLERS * signal;
}
