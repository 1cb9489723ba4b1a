import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { libraryHeaders } from '../compiler/check/header-index';
import { diagnose } from '../compiler/front';
import { userFile } from '../compiler/diagnostics';
import { headers } from '../libc/generated/headers';
import { readReference } from './repository';

const root = fileURLToPath(new URL('../..', import.meta.url));
const entries = readReference(root);
const documented = new Set(entries.map(({ name }) => name));
const library = libraryHeaders();

/** The names between a declaration's or macro's outer parentheses. */
function parametersOf(name: string, header: string): readonly string[] | null {
  const text = (headers[header] ?? '').replace(/\/\*[\s\S]*?\*\//g, ' ').replace(/\\\n/g, ' ');
  const macro = new RegExp(`^[ \\t]*#[ \\t]*define[ \\t]+${name}\\(([^)]*)\\)`, 'm').exec(text);
  const declaration = library.lookup(name)?.declaration;
  const inner =
    macro?.[1] ??
    (declaration === undefined ? undefined : outerParentheses(declaration, name)) ??
    outerParentheses(text.match(new RegExp(`[^;]*\\b${name}\\([^;]*;`))?.[0] ?? '', name);
  if (inner === undefined) return null;
  return splitAtCommas(inner)
    .map((parameter) => nameOfParameter(parameter.trim()))
    .filter((one) => one !== 'void' && one !== '');
}

function outerParentheses(declaration: string, name: string): string | undefined {
  const start = declaration.search(new RegExp(`\\b${name}\\s*\\(`));
  if (start === -1) return undefined;
  const open = declaration.indexOf('(', start);
  let depth = 0;
  for (let at = open; at < declaration.length; at += 1) {
    if (declaration[at] === '(') depth += 1;
    if (declaration[at] === ')') depth -= 1;
    if (depth === 0) return declaration.slice(open + 1, at);
  }
  return undefined;
}

function splitAtCommas(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let part = '';
  for (const character of text) {
    if (character === '(') depth += 1;
    if (character === ')') depth -= 1;
    if (character === ',' && depth === 0) {
      parts.push(part);
      part = '';
    } else part += character;
  }
  return [...parts, part];
}

function nameOfParameter(text: string): string {
  if (text === '...') return text;
  return /\(\*(\w+)\)/.exec(text)?.[1] ?? /(\w+)\s*(?:\[[^\]]*\])?$/.exec(text)?.[1] ?? '';
}

describe('the reference of the C library', () => {
  it('describes each name once', () => {
    expect(documented.size).toBe(entries.length);
    expect(entries.length).toBeGreaterThan(450);
  });

  it.each(entries.map((entry) => [entry.name, entry] as const))(
    '%s is as the headers declare it',
    (name, entry) => {
      const text = headers[entry.header] ?? '';
      expect(text, `<${entry.header}> names it`).toMatch(new RegExp(`\\b${name}\\b`));
      const known = library.lookup(name);
      // Some names stand in two headers.
      if (known !== undefined && !new RegExp(`\\b${name}\\b`).test(text))
        expect(known.header).toBe(entry.header);
      const parameters = parametersOf(name, entry.header);
      if (parameters !== null)
        expect([...entry.takes.map((one) => one.name)].sort()).toEqual([...parameters].sort());
      expect(entry.see.filter((other) => !documented.has(other))).toEqual([]);
      const isSentence = (written: string) => /[.!?)]$/.test(written);
      expect(isSentence(entry.does), entry.does).toBe(true);
      expect(entry.errors.filter((error) => !isSentence(error.text))).toEqual([]);
    },
  );

  it.each(
    entries.flatMap(({ name, header, example }) =>
      example === null ? [] : [[name, header, example] as const],
    ),
  )('the example of %s compiles', (_name, header, example) => {
    const statement = /[;}]$/.test(example) ? example : `${example};`;
    const source = `#include <${header}>\n#include <stdio.h>\n#include <stdlib.h>\n#include <string.h>\n#include <stdbool.h>\n#include <sys/stat.h>\n#include <fcntl.h>\n#include <unistd.h>\n#include <errno.h>\n#include <signal.h>\nvoid example(int argc, char **argv) { ${statement} }\n`;
    // What it is about is declared elsewhere.
    const wrong = diagnose(userFile('example.c', source)).filter(
      ({ code, severity }) => severity === 'error' && code !== 'undeclared-identifier',
    );
    expect(wrong.map(({ message }) => message)).toEqual([]);
  });

  it('describes every function that our own programs for students use', () => {
    const sources = ['exercises', 'content'].flatMap((folder) =>
      fs
        .readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
        .filter((file) => /\.(c|md|yaml)$/.test(file) && !file.startsWith('reference'))
        .map((file) => fs.readFileSync(path.join(root, folder, file), 'utf8')),
    );
    const called = new Set(
      sources.flatMap((text) =>
        [...text.matchAll(/\b([a-z_]\w*)\(/g)].map(([, name]) => name ?? ''),
      ),
    );
    const missing = [...called].filter(
      (name) => library.lookup(name)?.kind === 'function' && !documented.has(name),
    );
    expect(missing).toEqual([]);
  });

  it.each([
    'semaphore.h',
    'mqueue.h',
    'poll.h',
    'sched.h',
    'sys/eventfd.h',
    'sys/ipc.h',
    'sys/msg.h',
    'sys/sem.h',
    'sys/shm.h',
    'sys/timerfd.h',
    'sys/wait.h',
  ])('describes all functions of <%s>', (header) => {
    const functions = [...library.functionNames()].filter(
      (name) => library.lookup(name)?.header === header,
    );
    expect(functions.filter((name) => !documented.has(name))).toEqual([]);
  });
});
