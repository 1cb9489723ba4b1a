// Tests see the C files and the compiler as they are now, also when vitest is called directly.
import { generateEmbedded } from '../generate.mjs';

export function setup() {
  generateEmbedded();
}
