/** The machine's shell does what dash does on Linux: each case's output, errors and exit status. */
import { describe, expect, it } from 'vitest';
import { casesOf, recordOf, topics } from './testing/shell-cases';
import { sh } from './testing/in-machine';

describe.each(topics)('%s', (topic) => {
  const recorded = recordOf(topic);
  it.each(casesOf(topic))('$title', ({ title, script }) => {
    expect(sh(script)).toEqual(recorded[title]);
  });
});
