import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { compile } from '../../compiler/compile';
import { renderDiagnostic, userFile } from '../../compiler/diagnostics';

const symptoms = ['assert', 'deadlock', 'leftover', 'livelock', 'memory', 'output', 'zombie'];

function programs(kind: 'flaws' | 'sound'): readonly (readonly [string, string])[] {
  const folder = path.join(import.meta.dirname, kind);
  return fs
    .readdirSync(folder)
    .sort()
    .map((name) => [name, fs.readFileSync(path.join(folder, name), 'utf8')] as const);
}

function errors(name: string, source: string): readonly string[] {
  return compile([userFile(name, source)])
    .diagnostics.filter(({ severity }) => severity === 'error')
    .map(renderDiagnostic);
}

describe('the corpus of concurrent programs', () => {
  const flaws = programs('flaws');
  const sound = programs('sound');

  it('has more than a hundred flaws, each with a symptom and a place, and as many sound programs', () => {
    expect(flaws.length).toBeGreaterThanOrEqual(100);
    expect(sound.length).toBeGreaterThanOrEqual(50);
    for (const [name, source] of flaws) {
      const shows = /^ \* shows: (.*)$/m.exec(source)?.[1];
      expect(symptoms, name).toContain(shows);
      if (shows === 'output') expect(source, name).toMatch(/^ \* right: /m);
      else expect(source, name).toContain('/* here */');
    }
  });

  it('compiles', () => {
    for (const [name, source] of [...flaws, ...sound])
      expect(errors(name, source), name).toEqual([]);
  });
});
