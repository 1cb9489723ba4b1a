/** SPIN's verifier of a model, as the other side of an exploration. */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { type Definitions, processorMsOf, temporaryFolder } from '../native';

export interface Verified {
  readonly states: number;
  readonly transitions: number;
}

export function hasSpin(): boolean {
  return spawnSync('spin', ['-V'], { stdio: 'ignore' }).status === 0;
}

/** Of the verifier alone, not of making it: that takes longer. Processor time. */
export function verifiedBySpin(
  name: string,
  definitions: Definitions,
): Verified & { readonly timeMs: number } {
  const folder = temporaryFolder();
  const model = path.join(folder, `${name}.pml`);
  // spin writes the verifier into the folder that it is started in.
  fs.copyFileSync(`bench/programs/explorer/${name}.pml`, model);
  const run = (command: string, args: readonly string[]): string => {
    const { status, stdout, stderr } = spawnSync(command, args, { cwd: folder, encoding: 'utf8' });
    if (status !== 0) throw new Error(`${command}: ${stdout}${stderr}`);
    return stdout;
  };
  const defines = Object.entries(definitions).map(([key, value]) => `-D${key}=${value}`);
  run('spin', [...defines, '-a', model]);
  run('gcc', ['-O2', '-DSAFETY', '-o', 'pan', 'pan.c']);
  const pan = path.join(folder, 'pan');
  const depth = '-m1000000';
  const verified = spinReport(run(pan, [depth]));
  return { ...verified, timeMs: processorMsOf(pan, [depth]) };
}

/** An error if the verifier found one, or did not look at everything. */
export function spinReport(report: string): Verified {
  const errors = figure(report, /errors: (\d+)/);
  if (errors !== 0) throw new Error(`spin found ${errors} errors:\n${report}`);
  if (/max search depth too small|Search not completed/.test(report))
    throw new Error(`spin's search was cut:\n${report}`);
  return {
    states: figure(report, /([\d.e+]+) states, stored/),
    transitions: figure(report, /([\d.e+]+) transitions/),
  };
}

function figure(report: string, pattern: RegExp): number {
  const [, digits] = pattern.exec(report) ?? [];
  if (digits === undefined) throw new Error(`no ${pattern.source} in spin's report:\n${report}`);
  return Number(digits);
}
