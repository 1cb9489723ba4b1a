// How often the flaws of this corpus show when they are just run: gcc -O0, so many runs of each, on this machine.
//
//   node lib/explorer/corpus/measure-native.mjs [--runs N] [--limit-ms N] [--parallel N] [--load N] [--first] [--sound] [--keep] [NAME…]
//
// --load N keeps N processes computing meanwhile; --first puts the programs before all others of the machine
// (SCHED_RR, as root), as if it were idle; --sound runs the sound programs instead, which must never fail.
// --keep puts what was measured into native-rates.json beside this file: as `quiet` with --first, else as
// `loaded`, by whatever the machine had to do besides.
import { execFile, execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs, promisify } from 'node:util';

const folder = import.meta.dirname;
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    runs: { type: 'string', default: '1000' },
    'limit-ms': { type: 'string', default: '1500' },
    parallel: { type: 'string', default: '1' },
    load: { type: 'string', default: '0' },
    first: { type: 'boolean', default: false },
    sound: { type: 'boolean', default: false },
    keep: { type: 'boolean', default: false },
  },
});
const kind = values.sound ? 'sound' : 'flaws';
const names = fs
  .readdirSync(path.join(folder, kind))
  .filter((name) => name.endsWith('.c'))
  .map((name) => name.slice(0, -2))
  .filter((name) => positionals.length === 0 || positionals.includes(name))
  .sort();

const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'forkyard-native-'));
const runner = path.join(scratch, 'native-runs');
execFileSync('gcc', ['-O1', '-w', '-o', runner, path.join(folder, 'native-runs.c')]);
const spinners = Array.from({ length: Number(values.load) }, () =>
  spawn(process.execPath, ['-e', 'for (;;);'], { stdio: 'ignore' }),
);

const waiting = [...names];
await Promise.all(
  Array.from({ length: Number(values.parallel) }, async () => {
    for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
      const rate = await measure(name);
      if (values.keep) keep(name, rate);
      console.log(`${String(rate.failures).padStart(5)} of ${rate.runs}  ${name}`);
    }
  }),
);
for (const spinner of spinners) spinner.kill();
fs.rmSync(scratch, { recursive: true });

/** @param {string} name @param {{ runs: number, failures: number }} rate */
function keep(name, rate) {
  const file = path.join(folder, 'native-rates.json');
  const kept = JSON.parse(fs.readFileSync(file, 'utf8'));
  kept.machine = `${os.cpus()[0]?.model ?? 'unknown processor'}, ${os.cpus().length} processors, ${os.type()} ${os.release()}`;
  kept.compiler = `${execFileSync('gcc', ['--version'], { encoding: 'utf8' }).split('\n')[0]}, -O0`;
  const source = fs.readFileSync(path.join(folder, kind, `${name}.c`));
  kept.programs[name] = {
    ...kept.programs[name],
    [values.first ? 'quiet' : 'loaded']: {
      ...rate,
      date: new Date().toISOString().slice(0, 10),
      loadAverage: Math.round(os.loadavg()[0] ?? 0),
      source: createHash('sha256').update(source).digest('hex').slice(0, 12),
    },
  };
  const names = fs.readdirSync(path.join(folder, kind)).map((each) => each.slice(0, -2));
  kept.programs = Object.fromEntries(
    Object.entries(kept.programs)
      .filter(([each]) => names.includes(each))
      .sort(),
  );
  fs.writeFileSync(file, `${JSON.stringify(kept, null, 2)}\n`);
}

/** @param {string} name */
async function measure(name) {
  const source = path.join(folder, kind, `${name}.c`);
  const place = path.join(scratch, name);
  fs.mkdirSync(place);
  const program = path.join(place, 'program');
  execFileSync('gcc', ['-O0', '-w', '-o', program, source, '-lpthread', '-lrt']);
  const text = fs.readFileSync(source, 'utf8');
  const shows = /^ \* shows: (.*)$/m.exec(text)?.[1] ?? 'nothing';
  const right = /^ \* right: (.*)$/m
    .exec(text)?.[1]
    ?.split(' or ')
    .map((output) => output.replaceAll('\\n', '\n'));
  const [first = runner, ...rest] = values.first ? ['chrt', '-r', '1', runner] : [runner];
  const { stdout } = await promisify(execFile)(
    first,
    [...rest, values.runs, values['limit-ms'], program],
    {
      cwd: place,
      maxBuffer: 1 << 26,
    },
  );
  let runs = 0;
  let failures = 0;
  for (const line of stdout.trim().split('\n')) {
    const way = /^(\d+) (stuck|exit \d+|signal \d+) (assert|-) left (\d+) ipc (-?\d+) ?(.*)$/.exec(
      line,
    );
    if (way === null) throw new Error(`${name}: ${line}`);
    const [, count = '', end = '', assertion, left, ipc, output = ''] = way;
    runs += Number(count);
    const failed =
      end !== 'exit 0' ||
      assertion === 'assert' ||
      (shows === 'zombie' && left !== '0') ||
      (shows === 'leftover' && Number(ipc) > 0) ||
      (right !== undefined && !right.includes(Buffer.from(output, 'hex').toString()));
    if (failed) failures += Number(count);
    if (failed && positionals.length > 0)
      console.log(`  ${count} × ${end} ${assertion} ${Buffer.from(output, 'hex').toString()}`);
  }
  return { runs, failures };
}
