import { spawn } from 'node:child_process';
import { root } from './paths.mjs';

/**
 * Runs a program to its end, in the checkout, and keeps what it prints, both streams in one text
 * as a terminal would show them.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ env?: Record<string, string>, input?: string, shell?: boolean }} [options]
 *   env: beside our own; input: for its standard input, which is empty otherwise
 * @returns {Promise<{ status: number, output: string }>} status -1: ended by a signal
 */
export function runToEnd(command, args, { env = {}, input, shell = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: [input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
      shell,
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (/** @type {string} */ text) => (output += text));
    }
    child.stdin?.end(input);
    child.once('error', reject);
    child.once('close', (status, signal) => {
      if (signal !== null) output += `\n${command} was ended by ${signal}.\n`;
      resolve({ status: status ?? -1, output });
    });
  });
}
