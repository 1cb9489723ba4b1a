/**
 * The terminal that the command runs at, for a session inside of the machine: lines are edited and echoed
 * by it, but ^C, ^Z and ^\ are the machine's, so each of them ends what is being typed and is delivered.
 */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { isBusy } from './standard-streams';

export interface RealTerminal {
  /** What was typed since the last call; null: nothing. A ^D on an empty line comes as that character. */
  readonly read: () => Uint8Array | null;
  readonly close: () => void;
}

const CONTROL_D = 4;

/** null: there is no terminal. */
export function openTerminal(): RealTerminal | null {
  if (!process.stdin.isTTY) return null;
  const saved = stty('-g');
  if (saved === null) return null;
  stty('-isig', 'eol', '^C', 'eol2', '^Z');
  const fd = fs.openSync('/dev/tty', fs.constants.O_RDONLY | fs.constants.O_NONBLOCK);
  const buffer = new Uint8Array(4096);
  return {
    read: () => {
      try {
        const n = fs.readSync(fd, buffer);
        return n === 0 ? Uint8Array.of(CONTROL_D) : buffer.slice(0, n);
      } catch (error) {
        if (isBusy(error)) return null;
        throw error;
      }
    },
    close: () => {
      fs.closeSync(fd);
      stty(saved);
    },
  };
}

function stty(...args: readonly string[]): string | null {
  const { status, stdout } = spawnSync('stty', args, { stdio: ['inherit', 'pipe', 'ignore'] });
  return status === 0 ? stdout.toString('utf8').trim() : null;
}
