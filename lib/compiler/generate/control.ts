/** What statements need beyond expressions: targets of break and continue, scopes, leaving the function. */
import type { LabelId } from '../typed-tree';
import type { FunctionContext } from './context';
import type { Label } from './emitter';

export interface JumpTarget {
  readonly label: Label;
  /** Variable-length arrays in scope at the target. */
  readonly stackDepth: number;
}

export interface ControlContext extends FunctionContext {
  readonly breaks: JumpTarget[];
  readonly continues: JumpTarget[];
  /** Variable-length arrays in scope at a label of the source. */
  stackDepthOf(label: LabelId): number;
  /** Locals of the block go out of scope here. */
  leaveBlock(block: number): void;
  /** Makes redzones accessible again; the return instruction follows. */
  leaveFunction(): void;
}
