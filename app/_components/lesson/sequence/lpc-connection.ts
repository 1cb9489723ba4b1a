import type { Choice, Chosen } from '../choices';
import { does, type Sequence, type SequenceStep, sends } from './sequence';

export const LPC_CHOICES = [
  {
    name: 'size',
    label: 'The message',
    options: [
      { value: 'small', text: '100 bytes' },
      { value: 'large', text: '40 kilobytes' },
      { value: 'huge', text: '400 megabytes' },
    ],
  },
] as const satisfies readonly Choice<string>[];

const CLIENT = 0;
const CONNECTION = 1;
const PRIVATE = 2;
const SERVER = 3;

/** A client of a Windows subsystem gets in touch with its server, and sends it one message. */
export function lpcConnection({ size }: Chosen<'size'>): Sequence {
  const section: readonly SequenceStep[] =
    size === 'large'
      ? [
          does(
            CLIENT,
            'make a section',
            'The message will be large. A section object, memory that both can see, is set up with the connection.',
          ),
        ]
      : [];
  return {
    lanes: ['Client', 'Connection port', 'Private ports', 'Server'],
    steps: [
      does(
        SERVER,
        'publish',
        'The server makes a connection port with a name that all can look up.',
      ),
      sends(CLIENT, CONNECTION, 'open', 'The client opens a handle to it, by its name.'),
      ...section,
      sends(CONNECTION, SERVER, 'request', 'It sends a request for a connection.'),
      sends(SERVER, PRIVATE, 'make a pair', 'The server makes two private ports …'),
      sends(PRIVATE, CLIENT, 'handle', '… and the client gets the handle of one of them.'),
      ...TRANSFERS[size === 'large' || size === 'huge' ? size : 'small'],
      sends(PRIVATE, CLIENT, 'reply', 'The answer comes the same way.'),
    ],
    results: [['Copied', COPIES[size] ?? '']],
  };
}

const TRANSFERS: Readonly<Record<'small' | 'large' | 'huge', readonly SequenceStep[]>> = {
  small: [
    sends(CLIENT, PRIVATE, '100 bytes', 'Up to 256 bytes go through the port itself.'),
    sends(PRIVATE, SERVER, '100 bytes', 'They are copied into the port, and out of it.'),
  ],
  large: [
    does(CLIENT, 'write', 'The client writes 40 kilobytes into the section.'),
    sends(CLIENT, PRIVATE, 'note', 'Only a note goes through the port: where, and how many bytes.'),
    sends(PRIVATE, SERVER, 'note', 'The server reads the data where they are.'),
  ],
  huge: [
    sends(
      CLIENT,
      PRIVATE,
      'note',
      'Too large for a section: a note says where it lies in the client.',
    ),
    sends(PRIVATE, SERVER, 'note', 'The server gets the note …'),
    sends(SERVER, CLIENT, 'read memory', '… and reads the client’s memory directly.'),
  ],
};

const COPIES: Readonly<Record<string, string>> = {
  small: '100 bytes, twice',
  large: 'a note, twice; the data not at all',
  huge: 'what the server reads, once',
};
