import type { Choice, Chosen } from '../choices';
import { does, type Sequence, type SequenceStep, sends } from './sequence';

export const RMI_CHOICES = [
  {
    name: 'argument',
    label: 'The argument is',
    options: [
      { value: 'number', text: 'a number' },
      { value: 'ordinary', text: 'an ordinary object' },
      { value: 'remote', text: 'a remote object' },
    ],
  },
] as const satisfies readonly Choice<string>[];

const CLIENT = 0;
const STUB = 1;
const SKELETON = 2;
const OBJECT = 3;

const PARCELS: Readonly<Record<string, { readonly packed: string; readonly says: string }>> = {
  number: { packed: '`add`, 5', says: 'The parcel: the method’s name, and a copy of the number.' },
  ordinary: {
    packed: '`add`, copy of the list',
    says: 'The object is serialized: a copy of it travels, with all that it refers to.',
  },
  remote: {
    packed: '`add`, reference',
    says: 'A remote object is not copied. A reference travels, from which the other side makes a stub.',
  },
};

/** A method of a remote object is called; what becomes of the argument depends on what it is. */
export function rmiCall({ argument }: Chosen<'argument'>): Sequence {
  const parcel = PARCELS[argument];
  const packed = parcel?.packed ?? '';
  const calledBack: readonly SequenceStep[] =
    argument === 'remote'
      ? [
          sends(
            OBJECT,
            CLIENT,
            '`get()`',
            'The method asks its argument for the value. That is a remote call, too, back to the client.',
          ),
          sends(CLIENT, OBJECT, '5', 'And the answer.'),
        ]
      : [];
  const changed: Readonly<Record<string, string>> = {
    number: 'nothing: a number can’t be changed',
    ordinary: 'the copy only',
    remote: 'the client’s own object',
  };
  return {
    lanes: ['Client', 'Stub', 'Skeleton', 'Remote object'],
    steps: [
      sends(
        CLIENT,
        STUB,
        '`add(x)`',
        'The client has got a stub from the registry, and calls its method.',
      ),
      does(STUB, 'marshal', parcel?.says ?? ''),
      sends(STUB, SKELETON, packed, 'The parcel goes to the other virtual machine.'),
      does(SKELETON, 'unmarshal', 'Name and argument are unpacked, and the method is looked up.'),
      sends(SKELETON, OBJECT, '`add(x)`', 'Now the real method of the real object is called.'),
      ...calledBack,
      sends(OBJECT, SKELETON, 'sum', 'It returns a value, or throws an exception.'),
      sends(SKELETON, STUB, 'sum', 'Either one is packed and sent back.'),
      sends(STUB, CLIENT, 'sum', 'The stub returns it, or throws it. The client’s call is over.'),
    ],
    results: [['If the method changes its argument, this changes', changed[argument] ?? '']],
  };
}
