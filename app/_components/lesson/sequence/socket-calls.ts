import type { Choice, Chosen } from '../choices';
import { does, type Sequence, type SequenceStep, sends, waits } from './sequence';

export const SOCKET_CHOICES = [
  {
    name: 'server',
    label: 'The server',
    options: [
      { value: 'alone', text: 'serves one after the other' },
      { value: 'forks', text: 'forks for each client' },
    ],
  },
  {
    name: 'first',
    label: 'Who comes first',
    options: [
      { value: 'server', text: 'the server' },
      { value: 'client', text: 'the client' },
    ],
  },
] as const satisfies readonly Choice<string>[];

const CLIENT = 0;
const SERVER = 1;
const CHILD = 2;

/** The calls of a server and a client in their order: POSIX socket, bind, listen, accept, connect. */
export function socketCalls({ server, first }: Chosen<'server' | 'first'>): Sequence {
  const forks = server === 'forks';
  const worker = forks ? CHILD : SERVER;
  const setUp: readonly SequenceStep[] = [
    does(SERVER, '`socket`', 'An endpoint without an address. It is a descriptor, as a file is.'),
    does(SERVER, '`bind`', 'It gets an address: this machine, port 6013.'),
    does(
      SERVER,
      '`listen`',
      'From now on clients may call; those who come too early queue up here.',
    ),
  ];
  const refused: readonly SequenceStep[] = [
    does(CLIENT, '`socket`', 'The client makes an endpoint, too. It needs no certain port.'),
    sends(CLIENT, SERVER, '`connect`', 'Nobody listens at that port.'),
    sends(
      SERVER,
      CLIENT,
      'refused',
      '`connect` fails with ECONNREFUSED. The client has to try again later.',
    ),
    ...setUp,
  ];
  const accepted: readonly SequenceStep[] = [
    waits(SERVER, '`accept`', 'Nobody has called yet, so the server waits.'),
    ...(first === 'client'
      ? []
      : [does(CLIENT, '`socket`', 'The client makes an endpoint, too. It needs no certain port.')]),
    sends(
      CLIENT,
      SERVER,
      '`connect`',
      'The kernels agree on a connection. The client’s kernel chooses its port.',
    ),
    does(
      SERVER,
      '`accept` returns',
      'A new descriptor, for this client alone. The listening one stays as it was.',
    ),
  ];
  const handedOver: readonly SequenceStep[] = forks
    ? [
        sends(
          SERVER,
          CHILD,
          '`fork`',
          'The child inherits both descriptors and closes the listening one.',
        ),
        does(SERVER, '`close`', 'The server closes its copy of the client’s descriptor.'),
        waits(
          SERVER,
          '`accept`',
          'It is free for the next client, while the child serves this one.',
        ),
      ]
    : [];
  const served: readonly SequenceStep[] = [
    sends(CLIENT, worker, '`write`: request', 'Bytes, in this direction …'),
    sends(
      worker,
      CLIENT,
      '`write`: answer',
      '… and in the other one, through the same connection.',
    ),
    does(worker, '`close`', forks ? 'The child is done and ends.' : 'This client is served.'),
    does(CLIENT, '`read` gives 0', 'The end: nobody has the other side open any more.'),
    ...(forks ? [] : [waits(SERVER, '`accept`', 'Only now the next client gets its turn.')]),
  ];
  return {
    lanes: forks ? ['Client', 'Server', 'Its child'] : ['Client', 'Server'],
    steps: [...(first === 'client' ? refused : setUp), ...accepted, ...handedOver, ...served],
    results: [
      ['Sockets in the server', forks ? 'one that listens; the child has the other' : 'two'],
    ],
  };
}
