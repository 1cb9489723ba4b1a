'use client';

import type { LessonFigure } from '@/lib/courseware/lesson';
import { BoundedBufferFigure } from './bounded-buffer/bounded-buffer-figure';
import { CommunicationModelsFigure } from './communication-models/communication-models-figure';
import {
  MachPortFigure,
  MailboxCapacityFigure,
  SharedMailboxFigure,
} from './mailbox/mailbox-figures';
import { MarshallingFigure } from './marshalling/marshalling-figure';
import { MemoryLayoutFigure } from './memory-layout/memory-layout-figure';
import { ProcessStatesFigure } from './process-states/process-states-figure';
import { QuantumFigure } from './quantum/quantum-figure';
import { SchedulingQueuesFigure } from './scheduling-queues/scheduling-queues-figure';
import { LPC_CHOICES, lpcConnection } from './sequence/lpc-connection';
import { CREATION_CHOICES, processCreation } from './sequence/process-creation';
import { RMI_CHOICES, rmiCall } from './sequence/rmi-call';
import { RPC_CHOICES, rpcFailures } from './sequence/rpc-failures';
import { SequenceFigure } from './sequence/sequence-figure';
import { SOCKET_CHOICES, socketCalls } from './sequence/socket-calls';

function SocketCallsFigure() {
  return (
    <SequenceFigure
      label="Calls of a server and a client"
      caption="The server must listen before a client connects. What accept returns is another socket than the one that listens."
      choices={SOCKET_CHOICES}
      sequence={socketCalls}
    />
  );
}

function RpcFailuresFigure() {
  return (
    <SequenceFigure
      label="A remote call with something lost on the way"
      caption="The account holds 500, and 100 are to be taken from it once. Which rules get that right, whatever is lost?"
      choices={RPC_CHOICES}
      sequence={rpcFailures}
    />
  );
}

function RmiCallFigure() {
  return (
    <SequenceFigure
      label="A call of a remote method"
      caption="Follow the argument: what is it on the other side, and what does the client see of a change?"
      choices={RMI_CHOICES}
      sequence={rmiCall}
    />
  );
}

function LpcConnectionFigure() {
  return (
    <SequenceFigure
      label="Getting in touch through ports"
      caption="The connection port is for getting in touch only. How a message travels depends on its size."
      choices={LPC_CHOICES}
      sequence={lpcConnection}
    />
  );
}

function ProcessCreationFigure() {
  return (
    <SequenceFigure
      label="Creating a process in three systems"
      caption="Everywhere the same work: make, load, prepare, wait, clear away. See which call does which part, and who prepares the child’s output."
      choices={CREATION_CHOICES}
      sequence={processCreation}
    />
  );
}

/** What `::figure{name="…"}` stands for in a lesson; nothing for a name that isn't known. */
export function LiveFigure({ name }: { readonly name: string | undefined }) {
  const Figure = Object.entries(FIGURES).find(([known]) => known === name)?.[1];
  return Figure === undefined ? null : <Figure />;
}

const FIGURES: Readonly<Record<LessonFigure, () => React.ReactNode>> = {
  'memory-layout': MemoryLayoutFigure,
  'process-states': ProcessStatesFigure,
  'scheduling-queues': SchedulingQueuesFigure,
  quantum: QuantumFigure,
  'process-creation-elsewhere': ProcessCreationFigure,
  'communication-models': CommunicationModelsFigure,
  'bounded-buffer': BoundedBufferFigure,
  mailbox: SharedMailboxFigure,
  'mailbox-capacity': MailboxCapacityFigure,
  'socket-calls': SocketCallsFigure,
  marshalling: MarshallingFigure,
  'rpc-failures': RpcFailuresFigure,
  'rmi-call': RmiCallFigure,
  'mach-port': MachPortFigure,
  'lpc-connection': LpcConnectionFigure,
};
