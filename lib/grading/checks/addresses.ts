/**
 * Addresses that a program prints, each after a label, as in the chapter's figure of a program in memory: they
 * rise from line to line, and each lies in the segment that it should lie in. So they can't be made up.
 */
import type { Check } from '../exercise';
import { failed, type JudgeRun, passed } from './check';
import { segmentAt, segmentText } from './segment-names';

type AddressesCheck = Extract<Check, { kind: 'addresses' }>;

export const judgeAddresses: JudgeRun<AddressesCheck> = (check, { image, report }) => {
  const problem = addressesProblem(check, report.stdout, (address) => segmentAt(image, address));
  return problem === null ? passed : failed(problem, { actual: report.stdout });
};

function addressesProblem(
  { lines }: AddressesCheck,
  output: string,
  segmentOf: (address: number) => keyof typeof segmentText | null,
): string | null {
  const printed = output.split('\n').flatMap((text) => {
    const found = /^(.*?)[\s:=]+(0x[0-9a-f]+)\s*$/u.exec(text);
    return found === null ? [] : [{ label: found[1] ?? '', text: found[2] ?? '' }];
  });
  let before: { label: string; address: number; at: number } | null = null;
  for (const { label, segment } of lines) {
    const at = printed.findIndex((line) => line.label.trim() === label);
    const found = printed[at];
    if (found === undefined)
      return `There is no line “${label}” with an address, such as “${label} 0x601040”.`;
    const address = Number(found.text);
    const actual = segmentOf(address);
    if (actual !== segment)
      return `The address after “${label}”, ${found.text}, lies ${actual === null ? 'in no segment of this process' : `in ${segmentText[actual]}`}, and should lie in ${segmentText[segment]}.`;
    if (before !== null && at < before.at)
      return `The line “${label}” should come after the line “${before.label}”.`;
    if (before !== null && address <= before.address)
      return `The address after “${label}”, ${found.text}, should be higher than the one after “${before.label}”.`;
    before = { label, address, at };
  }
  return null;
}
