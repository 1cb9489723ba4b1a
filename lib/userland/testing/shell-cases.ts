/**
 * Shell scripts by topic, shell/*.sh: each begins with a line "### what it shows". Beside each file is
 * what dash and coreutils make of them (record.mjs).
 */
import fs from 'node:fs';

export interface ShellCase {
  readonly title: string;
  readonly script: string;
}

export interface ShellResult {
  readonly stdout: string;
  readonly stderr: string;
  readonly status: number;
}

const folder = new URL('shell/', import.meta.url);

export const topics: readonly string[] = fs
  .readdirSync(folder)
  .filter((file) => file.endsWith('.sh'))
  .map((file) => file.slice(0, -'.sh'.length));

export function casesOf(topic: string): readonly ShellCase[] {
  const text = fs.readFileSync(new URL(`${topic}.sh`, folder), 'utf8');
  return text
    .split(/^### /m)
    .slice(1)
    .map((part) => {
      const end = part.indexOf('\n');
      return { title: part.slice(0, end), script: part.slice(end + 1) };
    });
}

export function recordOf(topic: string): Readonly<Record<string, ShellResult>> {
  const text = fs.readFileSync(new URL(`${topic}.json`, folder), 'utf8');
  return JSON.parse(text) as Readonly<Record<string, ShellResult>>;
}
