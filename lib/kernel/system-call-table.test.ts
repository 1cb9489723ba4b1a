import { expect, test } from 'vitest';
import { SystemCall } from '../abi/system-calls';
import { systemCallTable } from './system-call-table';
import { fileCalls } from './system-calls/files';
import { memoryCalls } from './system-calls/memory';
import { nameCalls } from './system-calls/names';
import { posixIpcCalls } from './system-calls/posix-ipc';
import { processCalls } from './system-calls/processes';
import { schedulingCalls } from './system-calls/scheduling';
import { signalCalls } from './system-calls/signals';
import { socketCalls } from './system-calls/sockets';
import { systemVCalls } from './system-calls/system-v-ipc';
import { eventCalls } from './system-calls/event-descriptors';
import { threadCalls } from './system-calls/threads';
import { timeCalls } from './system-calls/time';

const families = [
  fileCalls,
  nameCalls,
  processCalls,
  schedulingCalls,
  threadCalls,
  signalCalls,
  timeCalls,
  eventCalls,
  memoryCalls,
  socketCalls,
  systemVCalls,
  posixIpcCalls,
];

test('every system call is in one family and in the table', () => {
  const names = families.flatMap((family) => Object.keys(family));
  expect(names.toSorted()).toEqual(Object.keys(SystemCall).toSorted());
  expect([...systemCallTable.values()].map(({ name }) => name).toSorted()).toEqual(
    names.toSorted(),
  );
});
