import { describe, expect, it } from 'vitest';
import type { RecordedProgram } from '@/app/_workers/recording-protocol';
import { packJson } from './packed-json';
import { unpackFiles } from './shared-files';
import { packMoment, packRun, unpackMoment } from './shared-moment';

const PROGRAM: RecordedProgram = {
  source: '#include "list.h"\nint main(void) { return 0; }\n',
  fileName: 'main.c',
  more: [{ name: 'list.c', text: 'int n;\n' }],
  headers: [
    { name: 'list.c', text: 'int n;\n' },
    { name: 'list.h', text: 'extern int n;\n' },
  ],
  args: ['a b', 'ü'],
  input: [
    { step: 0, text: 'one\n' },
    { step: 70, text: null },
  ],
  schedule: { scheduler: 'rr', quantum: 100 },
  terminal: true,
  processors: 2,
  violation: {
    kind: 'deadlock',
    message: 'nobody goes on',
    location: { file: 'main.c', line: 2, function: 'main' },
    details: { waiting: [100, 101] },
  },
};

describe('a shared moment', () => {
  it('comes back with the files and without', async () => {
    const text = await packRun('main.c a', PROGRAM, 1234);
    expect(text).toMatch(/^p1\.[A-Za-z0-9_-]+\.m1\.[A-Za-z0-9_-]+$/);
    expect((await unpackFiles(text))?.map(({ name }) => name)).toEqual([
      'main.c',
      'list.c',
      'list.h',
    ]);
    const { args, input, schedule, terminal, processors, violation } = PROGRAM;
    const moment = {
      ...{ args, input, schedule, terminal, processors, violation },
      ...{ title: 'main.c a', step: 1234 },
    };
    expect(await unpackMoment(text)).toEqual(moment);
    expect(
      await unpackMoment(await packMoment({ ...PROGRAM, title: 'main.c a', step: 1234 })),
    ).toEqual(moment);
  });

  it('names a recorded schedule by its text', async () => {
    const schedule = { scheduler: 'recorded', choices: 'forkyard-schedule/4 100' } as const;
    const text = await packMoment({ ...PROGRAM, schedule, title: '', step: 0 });
    expect((await unpackMoment(text))?.schedule).toBe(schedule.choices);
  });

  it.each<[string, unknown]>([
    ['another violation', { violation: { ...PROGRAM.violation, kind: 'toString' } }],
    ['a moment before the beginning', { step: -1 }],
    ['another policy', { schedule: { scheduler: 'magic' } }],
    ['more than it may have', { more: 1 }],
  ])('is not found where there is %s', async (_what, other) => {
    const { args, input, schedule, terminal, violation } = PROGRAM;
    const moment = { title: '', step: 0, args, input, schedule, terminal, violation };
    const wrong = Object.assign({ ...moment }, other);
    expect(await unpackMoment(`m1.${await packJson(moment)}`)).not.toBeNull();
    expect(await unpackMoment(`m1.${await packJson(wrong)}`)).toBeNull();
    expect(await unpackMoment('L12')).toBeNull();
  });
});
