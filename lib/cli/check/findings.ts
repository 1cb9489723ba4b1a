/** What `forkyard check` prints, one line for each thing checked, and how many are not as they should be. */
import { BrokenCourseware } from '../../courseware/repository';

export class Findings {
  private problems = 0;

  constructor(private readonly print: (line: string) => void) {}

  get count(): number {
    return this.problems;
  }

  /** What the next lines are about. */
  head(text: string): void {
    this.print(text);
  }

  /** Null: it is as its author says. */
  say(name: string, problem: string | null): void {
    this.print(problem === null ? `  ✓ ${name}` : `  ✗ ${name}: ${problem}`);
    if (problem !== null) this.problems += 1;
  }

  /** `read` may find that what it reads is broken: those are problems, too. */
  reading(read: () => void): void {
    try {
      read();
    } catch (error) {
      if (!(error instanceof BrokenCourseware)) throw error;
      for (const problem of error.problems) this.print(`  ✗ ${problem}`);
      this.problems += error.problems.length;
    }
  }
}
