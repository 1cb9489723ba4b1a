/**
 * Initializers (C11 6.7.9) to a list of stores: braces and their elision, designators, strings into
 * character arrays. Static objects turn the same list into bytes.
 */
import { sizeOf } from '../type-layout';
import type { Span } from '../source';
import type { SyntaxExpression, SyntaxInitializer } from '../syntax-tree';
import type { Expression, Place } from '../typed-tree';
import type { ArrayType, QualifiedType, RecordType } from '../types';
import { isCharacter, integerTypeOf, isScalar, plain } from '../type-operations';
import { warnAllocation } from './allocation';
import { type Checker, textOf } from './checker';
import { type Destination, convertForAssignment } from './conversions';
import { type Designated, type Target, designate, subobjects } from './designators';
import { isErrorExpression } from './fold';
import { coveredBytes, InitializerStores, type Store } from './initializer-stores';
import { ItemCursor } from './item-cursor';
import { elementType, stringUnits } from './literals';
import { valueOf } from './operand';
import { compatible } from './type-compatibility';
import { aType, typeText } from './type-text';

export interface InitializerResult {
  readonly stores: readonly Store[];
  /** Elements of an array whose declaration left the size out. */
  readonly count: number | null;
  /** The stores leave no byte out. */
  readonly complete: boolean;
  /** Bytes of a flexible array member's elements. */
  readonly extraBytes: number;
}

export class InitializerWalk {
  readonly #stores = new InitializerStores();
  count: number | null = null;
  extraBytes = 0;
  constructor(
    readonly checker: Checker,
    /** The declared name, for messages. */
    readonly name: string,
    readonly isStatic: boolean,
  ) {}

  run(type: QualifiedType, initializer: SyntaxInitializer): InitializerResult {
    this.#object({ type, offset: 0 }, initializer, true);
    const stores = this.#stores.result();
    const covered = coveredBytes(stores);
    const full: QualifiedType['type'] =
      type.type.kind === 'array' && type.type.count === null
        ? { ...type.type, count: this.count ?? 0 }
        : type.type;
    return {
      stores,
      count: this.count,
      complete: covered === sizeOf(full) && !this.#stores.designated,
      extraBytes: this.extraBytes,
    };
  }

  /** One object from its own initializer. */
  #object(target: Target, initializer: SyntaxInitializer, outermost: boolean): void {
    const { type } = target.type;
    if (type.kind === 'error') return this.#discard(initializer);
    if (initializer.kind === 'expression') {
      const literal = this.#staticLiteral(target, initializer.value);
      if (literal !== null) return this.#object(target, literal, outermost);
      if (this.#string(target, initializer.value, outermost)) return;
      if (type.kind === 'array') return this.#arrayFromValue(target, type, initializer.value);
      this.#store(target, this.#value(initializer.value));
      return;
    }
    const { items } = initializer;
    const [first] = items;
    if (type.kind === 'array' && items.length === 1 && first?.designators.length === 0) {
      const inner = first.value;
      if (inner.kind === 'expression' && this.#string(target, inner.value, outermost)) return;
    }
    const cursor = new ItemCursor(items);
    if (type.kind === 'array' || type.kind === 'record') {
      if (type.kind === 'record' && !type.complete) return this.#discard(initializer);
      this.#stores.forget(target);
      const reached = this.#aggregate(target, type, cursor, true, null);
      if (outermost && type.kind === 'array' && type.count === null) this.count = reached;
    } else this.#bracedScalar(target, cursor, initializer.span);
    this.#excess(cursor, target);
  }

  #bracedScalar(target: Target, cursor: ItemCursor, span: Span): void {
    const item = cursor.take();
    if (item === null) {
      this.checker.error('empty-initializer', span, `a value is missing between the braces`);
    } else if (item.designators.length > 0) {
      this.checker.error(
        'designator',
        item.value.span,
        `'${this.name}' has no members or elements`,
      );
    } else this.#object(target, item.value, false);
  }

  /** Evaluates once, however often the walk looks at it. */
  #value(syntax: SyntaxExpression): Expression {
    return valueOf(this.checker.rules.operand(this.checker, syntax));
  }

  #discard(initializer: SyntaxInitializer): void {
    if (initializer.kind === 'expression') this.#value(initializer.value);
    else for (const item of initializer.items) this.#discard(item.value);
  }

  #excess(cursor: ItemCursor, target: Target): void {
    const extra = cursor.take();
    if (extra === null) return;
    const { type } = target.type;
    const room =
      type.kind === 'array'
        ? `an array of ${type.count ?? 0} element${type.count === 1 ? '' : 's'}`
        : aType(type);
    this.checker.warning(
      'excess-initializer',
      extra.value.span,
      `this is one value too many for ${room}: it is ignored`,
    );
    this.#discard(extra.value);
    for (let item = cursor.take(); item !== null; item = cursor.take()) this.#discard(item.value);
  }

  /**
   * Fills an array or record from the list, in its own braces or inside those of an outer one
   * (brace elision). The number of elements reached.
   */
  #aggregate(
    target: Target,
    type: ArrayType | RecordType,
    cursor: ItemCursor,
    braced: boolean,
    designated: Designated | null,
  ): number {
    let next = designated?.index ?? 0;
    let reached = 0;
    let first = designated;
    for (;;) {
      const item = cursor.peek();
      if (item === null) break;
      if (first === null && item.designators.length > 0 && !cursor.entered) {
        if (!braced) break;
        this.#stores.designated = true;
        first = designate(this.checker, target, type, item.designators);
        if (first === null) {
          cursor.take();
          this.#discard(item.value);
          continue;
        }
      }
      if (first !== null) {
        next = this.#designatedPart(first, cursor);
        first = null;
      } else {
        const part = subobjects(target, type, next);
        if (part === null) break;
        this.#part(part, cursor);
        next += 1;
      }
      reached = Math.max(reached, next);
      if (this.#tooLarge(reached, cursor)) break;
    }
    return reached;
  }

  /** Position after the part that a designator names. */
  #designatedPart(designated: Designated, cursor: ItemCursor): number {
    const { parts, rest } = designated;
    const values = this.#rangeValues(designated, cursor);
    parts.forEach((part, index) => {
      const repeat = index < parts.length - 1 ? cursor.copy() : cursor;
      const item = repeat.peek();
      const known = index === 0 ? values?.first : values?.later;
      if (item !== null && known !== undefined) repeat.know(item.value, known);
      repeat.entered = true;
      const { type } = part.type;
      if (rest.length === 0) {
        this.#part(part, repeat);
      } else if (type.kind === 'array' || type.kind === 'record') {
        const inner = designate(this.checker, part, type, rest);
        if (inner === null) {
          const item = repeat.take();
          if (item !== null) this.#discard(item.value);
        } else this.#aggregate(part, type, repeat, false, inner);
      } else {
        const item = repeat.take();
        const span = item?.value.span;
        if (span !== undefined) {
          this.checker.error('designator', span, `${aType(type)} has no members or elements`);
        }
      }
    });
    return designated.index + parts.length;
  }

  /** The value of a range is computed once, for its first element. */
  #rangeValues(
    { parts, rest }: Designated,
    cursor: ItemCursor,
  ): { readonly first: Expression; readonly later: Expression } | null {
    const value = cursor.peek()?.value;
    const [part] = parts;
    const scalar = part?.type.type.kind !== 'array' && part?.type.type.kind !== 'record';
    if (parts.length < 2 || rest.length > 0 || this.isStatic || !scalar) return null;
    if (value?.kind !== 'expression') return null;
    const computed = this.#value(value.value);
    if (isErrorExpression(computed) || !isScalar(computed.type)) {
      return { first: computed, later: computed };
    }
    const { type, span } = computed;
    const variable = this.checker.hiddenLocal('', plain(type), span);
    const place: Place = { kind: 'local', variable, type: variable.type, span };
    return {
      first: { kind: 'assign', place, value: computed, type, span },
      later: { kind: 'load', place, type, span },
    };
  }

  /** A member or element from the next item, or items if its braces were left out. */
  #part(part: Target, cursor: ItemCursor): void {
    const item = cursor.peek();
    if (item === null) return;
    const { type } = part.type;
    const { value } = item;
    if (type.kind === 'array' && type.count === null) return this.#flexible(part, type, cursor);
    if (value.kind === 'list') {
      cursor.take();
      return this.#object(part, value, false);
    }
    if (type.kind !== 'array' && type.kind !== 'record') {
      cursor.take();
      this.#store(
        part,
        cursor.valueOf(value, () => this.#value(value.value)),
      );
      return;
    }
    if (this.#string(part, value.value, false)) {
      cursor.take();
      return;
    }
    const literal = this.#staticLiteral(part, value.value);
    if (literal !== null) {
      cursor.take();
      return this.#object(part, literal, false);
    }
    if (type.kind === 'record') {
      const whole = cursor.valueOf(value, () => this.#value(value.value));
      if (isErrorExpression(whole) || compatible(whole.type, type)) {
        cursor.take();
        this.#store(part, whole);
        return;
      }
    }
    const before = cursor.position;
    this.#aggregate(part, type, cursor, false, null);
    // An empty aggregate takes nothing: the item must not be tried for ever.
    if (cursor.position === before && sizeOf(type) === 0) cursor.take();
  }

  #flexible(part: Target, type: ArrayType, cursor: ItemCursor): void {
    const item = cursor.take();
    if (item === null) return;
    if (!this.isStatic) {
      this.checker.error(
        'flexible-array',
        item.value.span,
        `an array without a size can be initialized only in a static variable`,
      );
      return this.#discard(item.value);
    }
    const { value } = item;
    if (value.kind === 'list') {
      const inner = new ItemCursor(value.items);
      const count = this.#aggregate(part, type, inner, true, null);
      this.extraBytes = count * sizeOf(type.of.type);
    } else if (value.value.kind === 'string' && isCharacter(type.of.type)) {
      const count = stringUnits(value.value).length + 1;
      this.#string(
        { ...part, type: { ...part.type, type: { ...type, count } } },
        value.value,
        false,
      );
      this.extraBytes = count;
    } else this.#discard(value);
  }

  /** A character array from a string literal (6.7.9:14). False if it is something else. */
  #string(target: Target, syntax: SyntaxExpression, outermost: boolean): boolean {
    const { type } = target.type;
    if (syntax.kind !== 'string' || type.kind !== 'array') return false;
    const element = integerTypeOf(type.of.type);
    const own = elementType(syntax.prefix);
    const fits =
      element !== null && (isCharacter(own) ? isCharacter(element) : element.bytes === own.bytes);
    if (!fits) return false;
    const units = stringUnits(syntax);
    const count = type.count ?? units.length + 1;
    if (type.count === null && outermost) this.count = count;
    if (units.length > count) {
      this.checker.warning(
        'string-too-long',
        syntax.span,
        `this string needs ${units.length + 1} characters with its end mark, but the array has ${count}: it is cut off`,
      );
    }
    const bytes = new Uint8Array(Math.min(count, units.length) * element.bytes);
    const view = new DataView(bytes.buffer);
    units.slice(0, count).forEach((unit, index) => {
      if (element.bytes === 1) view.setUint8(index, unit & 0xff);
      else if (element.bytes === 2) view.setUint16(index * 2, unit & 0xffff, true);
      else view.setUint32(index * 4, unit >>> 0, true);
    });
    this.#stores.addBytes(target.offset, bytes, count * element.bytes);
    return true;
  }

  /** GNU C: a static object from a compound literal of its type takes the literal's own list. */
  #staticLiteral(target: Target, syntax: SyntaxExpression): SyntaxInitializer | null {
    if (!this.isStatic || syntax.kind !== 'compound-literal') return null;
    const literal = this.checker.rules.typeName(this.checker, syntax.type);
    return compatible(literal.type, target.type.type) ? syntax.initializer : null;
  }

  #arrayFromValue(target: Target, type: ArrayType, syntax: SyntaxExpression): void {
    const { checker } = this;
    // GNU C: an array from a compound literal of its type.
    if (syntax.kind === 'compound-literal' && syntax.initializer.kind === 'list') {
      const literal = checker.rules.typeName(checker, syntax.type);
      if (compatible(literal.type, type)) return this.#object(target, syntax.initializer, true);
    }
    const value = this.#value(syntax);
    if (isErrorExpression(value)) return;
    const characters = isCharacter(type.of.type);
    checker.error(
      'array-initializer',
      syntax.span,
      `'${this.name}' is an array: it can't be initialized with '${textOf(syntax.span)}'`,
      {
        hint: characters
          ? `write a string in double quotes, or copy with strcpy() afterwards`
          : `write the values between braces: '{ ... }'`,
      },
    );
  }

  #store(target: Target, value: Expression): void {
    const destination: Destination = {
      expects: (target) => `'${this.name}' has type '${typeText(target)}'`,
    };
    const inner: Destination = {
      expects: (target) => `this part of '${this.name}' has type '${typeText(target)}'`,
    };
    const whole = target.offset === 0 && this.#stores.count === 0;
    const converted = convertForAssignment(
      this.checker,
      value,
      target.type.type,
      whole ? destination : inner,
    );
    if (isErrorExpression(converted)) return;
    warnAllocation(this.checker, target.type.type, converted);
    this.#stores.add(target, converted);
  }

  #tooLarge(reached: number, cursor: ItemCursor): boolean {
    if (reached <= ELEMENTS_MAX && this.#stores.count <= ELEMENTS_MAX) return false;
    const item = cursor.peek();
    if (item !== null && this.#stores.count > ELEMENTS_MAX) {
      this.checker.error(
        'not-supported',
        item.value.span,
        `not supported yet: so many initializers`,
      );
      while (cursor.take() !== null);
      return true;
    }
    return false;
  }
}

const ELEMENTS_MAX = 1 << 20;
