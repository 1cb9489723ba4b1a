// Records what bash does in the sessions: node lib/userland/testing/job-control/record.mjs [--check]
// With --check nothing is written; the exit status says whether the records are still true.
// A pseudo terminal without echo, driven by Python, since Node has none.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { essential, keysOf } from './essential.mjs';

const here = new URL('./', import.meta.url);
const home = fs.mkdtempSync(path.join(os.tmpdir(), 'job-control-'));
const program = new URL('prog.c', here).pathname;
spawnSync('gcc', ['-O0', '-o', path.join(home, 'prog'), program], { stdio: 'inherit' });

const driver = `
import json, os, pty, select, sys, termios, time
def session(steps):
    pid, fd = pty.fork()
    if pid == 0:
        os.chdir(sys.argv[1])
        os.execve('/usr/bin/bash', ['bash', '--norc', '--noprofile', '--noediting', '-i'],
                  {'PS1': '$ ', 'PATH': '/usr/bin:/bin', 'HOME': sys.argv[1], 'TERM': 'dumb', 'LC_ALL': 'C'})
    modes = termios.tcgetattr(fd)
    modes[3] &= ~termios.ECHO
    termios.tcsetattr(fd, termios.TCSANOW, modes)
    def shown():
        text = b''
        until = time.time() + 0.3
        while time.time() < until:
            if select.select([fd], [], [], 0.05)[0]:
                try: text += os.read(fd, 65536)
                except OSError: break
        return text.decode().replace('\\r\\n', '\\n')
    shown()
    answers = []
    for step in steps:
        os.write(fd, step.encode())
        answers.append(shown())
    os.kill(pid, 9)
    os.close(fd)
    os.waitpid(pid, 0)
    return answers
print(json.dumps({name: session(steps) for name, steps in json.load(sys.stdin).items()}))
`;
/** @type {Record<string, string[]>} */
const sessions = JSON.parse(fs.readFileSync(new URL('sessions.json', here), 'utf8'));
const input = Object.fromEntries(
  Object.entries(sessions).map(([name, steps]) => [name, steps.map(keysOf)]),
);
const { stdout, status, stderr } = spawnSync('python3', ['-c', driver, home], {
  input: JSON.stringify(input),
  encoding: 'utf8',
});
fs.rmSync(home, { recursive: true });
if (status !== 0) throw new Error(stderr);
/** @type {Record<string, string[]>} */
const answers = JSON.parse(stdout);
const record = `${JSON.stringify(
  Object.fromEntries(
    Object.entries(answers).map(([name, texts]) => [name, texts.map((text) => essential(text))]),
  ),
  null,
  2,
)}\n`;
const file = new URL('bash.json', here);
if (!process.argv.includes('--check')) fs.writeFileSync(file, record);
else if (fs.readFileSync(file, 'utf8') !== record) {
  console.error('bash does something else than the record says');
  process.exitCode = 1;
}
