import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const forkyard = fileURLToPath(new URL('../../bin/forkyard.mjs', import.meta.url));

function shell(
  command: string,
  input = '',
): { readonly status: number | null; readonly stdout: string; readonly stderr: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [forkyard, 'shell', '-c', command],
    { encoding: 'utf8', input },
  );
  return { status, stdout, stderr };
}

test('forkyard shell -c tells what the command prints and its status', { timeout: 60_000 }, () => {
  expect(shell('echo one | tr a-z A-Z; echo two >&2; exit 7')).toEqual({
    status: 7,
    stdout: 'ONE\n',
    stderr: 'two\n',
  });
});

test(
  'its input is the command’s, its end by a signal 128 and the number',
  { timeout: 60_000 },
  () => {
    expect(shell('read line; echo "<$line>"; kill -TERM $$', 'typed\n')).toEqual({
      status: 143,
      stdout: '<typed>\n',
      stderr: '',
    });
  },
);

test('a program is compiled and run in it', { timeout: 60_000 }, () => {
  const source =
    '#include <unistd.h>\nint main(void) { return write(1, "made\\n", 5) == 5 ? 3 : 1; }';
  expect(shell(`cat > it.c && cc it.c -o it && ./it`, source)).toEqual({
    status: 3,
    stdout: 'made\n',
    stderr: '',
  });
});
