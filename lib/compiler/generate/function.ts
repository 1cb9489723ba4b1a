/** One function: from its typed body to relocatable code with debug information. */
import type { VariableInfo } from '../../abi/image';
import { Opcode } from '../../abi/opcodes';
import type { ObjectFunction } from '../object-module';
import { positionAt, type SourceFile } from '../source';
import { isVariableLength, plain } from '../type-operations';
import type { FunctionBody, LabelId, LocalVariable, StaticSymbol } from '../typed-tree';
import { sizeOf } from '../type-layout';
import type { Type } from '../types';
import { addressValue } from './access';
import { frameAddress } from './address';
import { jumpIf } from './condition';
import type { UnitContext } from './context';
import type { ControlContext } from './control';
import { type Assignedness, assignednessOf, NOTHING_TRACKED } from './definite-assignment';
import { Emitter, type Label } from './emitter';
import { effect, operand, value } from './expression';
import { Frame } from './frame';
import { initialize } from './initialization';
import { KeptValues } from './kept-values';
import { recordTo } from './record';
import { statement } from './statement';
import type { TypeTable } from './type-table';
import { alignUp, stackDepths } from './variable-length';
import { isWide, valueKind } from './value-kind';

export interface UnitParts extends UnitContext {
  readonly files: Map<SourceFile, number>;
  readonly types: TypeTable;
  readonly library: boolean;
}

export function generateFunction(
  unit: UnitParts,
  symbol: StaticSymbol,
  body: FunctionBody,
): ObjectFunction {
  const resultKind = valueKind(body.type.result.type);
  const code = new Emitter(unit.files, symbol.span);
  const assignedness = unit.library ? NOTHING_TRACKED : assignednessOf(body);
  const frame = new Frame(
    body.parameters,
    body.locals,
    resultKind === 'record',
    assignedness.tracked,
  );
  const scopes = new Scopes(code);
  const g = functionContext(unit, code, frame, scopes, body, assignedness);

  code.emit(Opcode.ENTER, 0);
  for (const { offset, bytes } of frame.redzones) code.emit(Opcode.POISON, offset, bytes);
  for (const { slot, offset, bytes, alignment } of frame.strictlyAligned) {
    const mark = frame.mark();
    alignUp(g, slot, addressValue(g, frameAddress(offset, bytes)), alignment);
    frame.release(mark);
  }
  const bodyStart = code.here;
  g.statement(body.body);
  code.span = body.end;
  implicitReturn(g, body);
  scopes.leave(null);
  code.insert(bodyStart, g.kept.code, g.kept.fixups);
  scopes.shift(g.kept.code.length);

  const frameBytes = frame.bytes;
  code.code[1] = Math.min(frameBytes, FRAME_BYTES_MAX);
  code.placeOutgoing(-frameBytes / 4, frame.outgoingBytes, frame.keptSlot);
  const { file, start } = symbol.span;
  const { line } = positionAt(file, start);
  return {
    symbol: unit.linkName(symbol),
    ...(symbol.startup === undefined ? {} : { startup: symbol.startup }),
    ...(symbol.cleanup === undefined ? {} : { cleanup: symbol.cleanup }),
    ...(symbol.weak === true ? { tentative: true } : {}),
    code: Int32Array.from(code.code),
    targets: Int32Array.from(code.targets),
    fixups: code.fixups,
    passedOn: code.passedOn,
    // Of the C library a frame's function is shown, no lines: they too would make each image larger.
    lines: unit.library ? code.lines.slice(0, 4) : code.lines,
    info: {
      name: symbol.name,
      library: unit.library,
      file: fileIndex(unit, file),
      line,
      frameBytes,
      // Nobody looks into the C library's frames: its variables would only make each image larger.
      parameters: unit.library ? [] : variableInfos(unit, frame, body.parameters, null),
      locals: unit.library ? [] : variableInfos(unit, frame, body.locals, scopes),
    },
  };
}

function functionContext(
  unit: UnitParts,
  code: Emitter,
  frame: Frame,
  scopes: Scopes,
  body: FunctionBody,
  assignedness: Assignedness,
): ControlContext {
  const labels = new Map<LabelId, Label>();
  const hasVariableLength = body.locals.some((local) => isVariableLength(local.type.type));
  let depths: ReadonlyMap<LabelId, number> | null = null;
  const g: ControlContext = {
    code,
    frame,
    unit,
    assignedness,
    dynamicStack: hasVariableLength || body.allocates,
    oldValue: 0,
    ahead: null,
    eager: false,
    loopDepth: 0,
    kept: new KeptValues(frame),
    stackSaves: [],
    breaks: [],
    continues: [],
    value: (e, wanted = null) => value(g, e, wanted),
    operand: (e) => operand(g, e),
    effect: (e) => {
      effect(g, e);
    },
    jumpIf: (condition, label, sense) => {
      jumpIf(g, condition, label, sense);
    },
    recordTo: (e, to) => {
      recordTo(g, e, to);
    },
    initialize: (variable, steps) => {
      initialize(g, variable, steps);
    },
    statement: (s) => {
      statement(g, s);
    },
    statements: (list) => {
      for (const s of list) statement(g, s);
    },
    labelOf: (id) => {
      const known = labels.get(id);
      if (known) return known;
      const label = code.newLabel();
      labels.set(id, label);
      return label;
    },
    stackDepthOf: (id) => {
      if (!hasVariableLength) return 0;
      depths ??= stackDepths(body.body);
      return depths.get(id) ?? g.stackSaves.length;
    },
    enterScope: (variable) => {
      scopes.enter(variable);
    },
    leaveBlock: (block) => {
      scopes.leave(block);
    },
    leaveFunction: () => {
      if (g.dynamicStack) code.emit(Opcode.CLEAR);
      else for (const { offset, bytes } of frame.sweeps) code.emit(Opcode.UNPOISON, offset, bytes);
    },
  };
  return g;
}

/** ENTER has 32 bits for a frame's size. No stack has room for one as large: ENTER finds it too big. */
const FRAME_BYTES_MAX = 0x7fff_fff0;

/** Falling off the end: 0 from main, whatever is there from any other function. */
function implicitReturn(g: ControlContext, body: FunctionBody): void {
  if (!g.code.reachable) return;
  g.leaveFunction();
  const kind = valueKind(body.type.result.type);
  if (!body.isMain || isWide(kind)) {
    g.code.emit(kind === 'void' || kind === 'record' ? Opcode.RET : Opcode.RETN);
    return;
  }
  const zero = g.frame.temporary();
  g.code.emit(Opcode.MOVI32, zero, 0);
  g.code.emit(Opcode.RET32, zero);
}

/** In which code words each block-scoped local is in scope. */
class Scopes {
  readonly #code: Emitter;
  readonly #open = new Map<LocalVariable, number>();
  readonly #closed = new Map<LocalVariable, { readonly from: number; readonly to: number }>();

  constructor(code: Emitter) {
    this.#code = code;
  }

  enter(variable: LocalVariable): void {
    if (!this.#open.has(variable)) this.#open.set(variable, this.#code.here);
  }

  /** null: the function ends. */
  leave(block: number | null): void {
    for (const [variable, from] of this.#open) {
      if (block !== null && variable.block !== block) continue;
      this.#closed.set(variable, { from, to: this.#code.here });
      this.#open.delete(variable);
    }
  }

  /** Code was put before the body. */
  shift(words: number): void {
    for (const [variable, { from, to }] of this.#closed) {
      this.#closed.set(variable, { from: from + words, to: to + words });
    }
  }

  of(variable: LocalVariable): { readonly from: number; readonly to: number } | undefined {
    return this.#closed.get(variable);
  }
}

function variableInfos(
  unit: UnitParts,
  frame: Frame,
  variables: readonly LocalVariable[],
  scopes: Scopes | null,
): readonly VariableInfo[] {
  const infos: VariableInfo[] = [];
  for (const variable of variables) {
    if (variable.hidden) continue;
    const scope = scopes?.of(variable);
    if (scopes !== null && scope === undefined) continue;
    const location = frame.locationOf(variable);
    const { type, atomic } = variable.type;
    const { line } = positionAt(variable.span.file, variable.span.start);
    const isPointer = location.kind === 'variable-length' || location.kind === 'aligned';
    infos.push({
      name: variable.name,
      // What lies at an address found at run time is shown as the pointer that it is here.
      type: isPointer
        ? unit.types.indexOf(pointerToElement(type))
        : unit.types.indexOf(type, atomic),
      location: location.kind === 'memory' ? location.offset : location.slot * 4,
      bytes: isPointer ? 8 : sizeOf(type),
      line,
      ...(location.kind === 'variable-length' ? VARIABLE_LENGTH : {}),
      ...(scope === undefined ? NO_SCOPE : { scope }),
    });
  }
  return infos;
}

const NO_SCOPE = {};
const VARIABLE_LENGTH = { variableLength: true } as const;

function pointerToElement(type: Type): Type {
  return { kind: 'pointer', to: type.kind === 'array' ? type.of : plain(type) };
}

function fileIndex(unit: UnitParts, file: SourceFile): number {
  const known = unit.files.get(file);
  if (known !== undefined) return known;
  unit.files.set(file, unit.files.size);
  return unit.files.size - 1;
}
