/** What the image's debug information says about code and data. */
import type { FunctionInfo, ProgramImage } from '../abi/image';
import type { CodePosition } from './trap';

/** The function that holds the code word. */
export function functionAt(image: ProgramImage, pc: number): FunctionInfo | null {
  let low = 0;
  let high = image.functions.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const candidate = image.functions[middle] as FunctionInfo;
    if (pc < candidate.start) high = middle - 1;
    else if (pc >= candidate.end) low = middle + 1;
    else return candidate;
  }
  return null;
}

const studentImages = new WeakMap<ProgramImage, boolean>();

/** Whether any code of the image is a student's: programs of /bin have none. */
export function hasStudentCode(image: ProgramImage): boolean {
  let known = studentImages.get(image);
  if (known === undefined) {
    known = image.functions.some(({ library }) => !library);
    studentImages.set(image, known);
  }
  return known;
}

/** Source position of the code word. */
export function positionAt(image: ProgramImage, pc: number): CodePosition | null {
  const found = functionAt(image, pc);
  if (found === null) return null;
  const { pc: starts, file, line } = image.lines;
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] as number) <= pc) low = middle + 1;
    else high = middle;
  }
  if (low === 0) return null;
  return {
    file: image.files[file[low - 1] as number] ?? '?',
    line: line[low - 1] as number,
    function: found.name,
  };
}

/** Whether the value of the load at `pc` is only passed on: that is no use of it. */
export function isPassedOn(image: ProgramImage, pc: number): boolean {
  const { passedOn } = image;
  let low = 0;
  let high = passedOn.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((passedOn[middle] as number) < pc) low = middle + 1;
    else high = middle;
  }
  return passedOn[low] === pc;
}
