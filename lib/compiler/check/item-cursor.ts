/** A position in an initializer list. Brace elision reads on in the list of an outer aggregate. */
import type { Designator, SyntaxInitializer } from '../syntax-tree';
import type { Expression } from '../typed-tree';

export interface InitializerItem {
  readonly designators: readonly Designator[];
  readonly value: SyntaxInitializer;
}

export class ItemCursor {
  #position = 0;
  /** The designators of the item at hand have been followed. */
  entered = false;
  /** Values of items that were looked at before it was known what they initialize. */
  readonly #values: Map<SyntaxInitializer, Expression>;

  constructor(
    readonly items: readonly InitializerItem[],
    values: Map<SyntaxInitializer, Expression> = new Map<SyntaxInitializer, Expression>(),
  ) {
    this.#values = values;
  }

  get position(): number {
    return this.#position;
  }

  peek(): InitializerItem | null {
    return this.items[this.#position] ?? null;
  }

  take(): InitializerItem | null {
    const item = this.peek();
    if (item !== null) this.#position += 1;
    this.entered = false;
    return item;
  }

  /** For the elements of a range, which all take the same item: each evaluates it anew. */
  copy(): ItemCursor {
    const copy = new ItemCursor(this.items);
    copy.#position = this.#position;
    return copy;
  }

  /** The item's value has been computed already. */
  know(item: SyntaxInitializer, value: Expression): void {
    this.#values.set(item, value);
  }

  /** An item is checked once. */
  valueOf(item: SyntaxInitializer, check: () => Expression): Expression {
    const known = this.#values.get(item);
    if (known !== undefined) return known;
    const value = check();
    this.#values.set(item, value);
    return value;
  }
}
