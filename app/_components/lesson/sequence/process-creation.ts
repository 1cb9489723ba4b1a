import type { Choice, Chosen } from '../choices';
import { does, type Sequence, sends, waits } from './sequence';

export const CREATION_CHOICES = [
  {
    name: 'system',
    label: 'System',
    options: [
      { value: 'unix', text: 'Unix' },
      { value: 'win32', text: 'Win32' },
      { value: 'java', text: 'Java, on Unix' },
    ],
  },
  {
    name: 'output',
    label: 'The child’s output',
    options: [
      { value: 'terminal', text: 'to the terminal' },
      { value: 'file', text: 'into a file' },
    ],
  },
] as const satisfies readonly Choice<string>[];

const PARENT = 0;
const KERNEL = 1;
const CHILD = 2;

/** What happens between "run this program" and "it has ended", in three systems. */
export function processCreation({ system, output }: Chosen<'system' | 'output'>): Sequence {
  const isRedirected = output === 'file';
  switch (system) {
    case 'win32':
      return win32(isRedirected);
    case 'java':
      return java(isRedirected);
    default:
      return unix(isRedirected);
  }
}

function unix(isRedirected: boolean): Sequence {
  return {
    lanes: ['Parent', 'Kernel', 'Child'],
    steps: [
      sends(PARENT, KERNEL, '`fork`', 'One call, without a parameter.'),
      does(KERNEL, 'copy', 'A record and an address space, both copies of the parent’s.'),
      sends(KERNEL, CHILD, 'returns 0', 'The child begins in the parent’s program.'),
      ...(isRedirected
        ? [
            does(
              CHILD,
              '`open`, `dup2`',
              'Still the parent’s code, but run by the child: it makes the file its standard output.',
            ),
          ]
        : []),
      sends(CHILD, KERNEL, '`execve`', 'The program is replaced; process and open files stay.'),
      waits(PARENT, '`waitpid`', 'The parent waits.'),
      sends(
        CHILD,
        KERNEL,
        '`exit`',
        'The child ends; its record stays, with the status: a zombie.',
      ),
      sends(KERNEL, PARENT, 'status', 'The parent gets the status. Now the record goes.'),
    ],
    results: [
      ['Calls of the parent', 'fork, waitpid'],
      ['Prepared by', isRedirected ? 'code between fork and exec' : 'nobody'],
    ],
  };
}

function win32(isRedirected: boolean): Sequence {
  return {
    lanes: ['Parent', 'Kernel', 'Child'],
    steps: [
      ...(isRedirected
        ? [
            does(
              PARENT,
              '`CreateFile`',
              'The parent opens the file, marks the handle as inheritable, and puts it into STARTUPINFO.',
            ),
          ]
        : []),
      sends(PARENT, KERNEL, '`CreateProcess`', 'One call with ten parameters. Nothing is copied.'),
      does(KERNEL, 'make and load', 'A record, a new address space, and the program in it.'),
      sends(
        KERNEL,
        CHILD,
        'starts',
        'The child begins at the first instruction of its own program.',
      ),
      sends(
        KERNEL,
        PARENT,
        'two handles',
        'The parent gets handles of the process and its thread.',
      ),
      waits(PARENT, '`WaitForSingleObject`', 'The parent waits for the process.'),
      sends(
        CHILD,
        KERNEL,
        '`ExitProcess`',
        'The child ends. Its record stays while a handle is open.',
      ),
      sends(KERNEL, PARENT, 'signaled', 'The wait is over; `GetExitCodeProcess` gives the status.'),
      sends(PARENT, KERNEL, '`CloseHandle`', 'With the last handle the record goes.'),
    ],
    results: [
      [
        'Calls of the parent',
        `CreateProcess, WaitForSingleObject, GetExitCodeProcess, CloseHandle`,
      ],
      ['Prepared by', isRedirected ? 'parameters' : 'nobody'],
    ],
  };
}

function java(isRedirected: boolean): Sequence {
  return {
    lanes: ['Java machine', 'Kernel', 'Child'],
    steps: [
      does(
        PARENT,
        '`new ProcessBuilder`',
        isRedirected
          ? 'An object that notes what is wanted; `redirectOutput` names the file.'
          : 'An object that notes what is wanted: program, arguments, environment.',
      ),
      sends(PARENT, KERNEL, '`start`', 'The Java machine calls fork and exec, or posix_spawn.'),
      sends(
        KERNEL,
        CHILD,
        'starts',
        'The child is outside of the Java machine, a process like any.',
      ),
      ...(isRedirected
        ? []
        : [
            sends(
              CHILD,
              PARENT,
              'output',
              'Its output comes through a pipe: the program reads it as the process’s input stream.',
            ),
          ]),
      waits(PARENT, '`waitFor`', 'One thread of the Java machine waits; others go on.'),
      sends(CHILD, KERNEL, '`exit`', 'The child ends.'),
      sends(KERNEL, PARENT, 'status', '`waitFor` returns the status.'),
    ],
    results: [
      ['Calls of the program', 'start, waitFor'],
      ['Prepared by', isRedirected ? 'methods of ProcessBuilder' : 'nobody'],
    ],
  };
}
