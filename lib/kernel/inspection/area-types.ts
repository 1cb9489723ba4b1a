/**
 * What heap blocks and mappings hold: memory has no type, but pointers to it do. Values are read by way
 * of here, and the pointers in them are noted. Where several types lead to one place, a struct says
 * more than a number, and a number more than a char.
 */
import type { ProgramImage } from '../../abi/image';
import { typeBytes, typeText } from '../../vm/type-text';
import type { PointerTarget } from '../../vm/values/pointer-target';
import type { ProcessObjects } from '../../vm/values/process-objects';
import { arrayAt, valueAt, type Value, type ValueSource } from '../../vm/values/value';

export class AreaTypes implements ValueSource {
  private readonly types = new Map<number, number>();

  constructor(private readonly objects: ProcessObjects) {}

  get image(): ProgramImage {
    return this.objects.image;
  }

  readBytes(address: number, count: number): Uint8Array | null {
    return this.objects.readBytes(address, count);
  }

  setBytes(address: number, count: number): number {
    return this.objects.setBytes(address, count);
  }

  targetOf(address: number, to: number): PointerTarget {
    const target = this.objects.targetOf(address, to);
    const leadsToStart =
      (target.kind === 'heap' || target.kind === 'mapping' || target.kind === 'freed') &&
      target.offset === 0;
    if (leadsToStart) this.note(target.address, to);
    return target;
  }

  /** null: no pointer to it has been seen, or none that says. */
  typeAt(address: number): number | null {
    return this.types.get(address) ?? null;
  }

  /** Addresses of which the type is known by now. */
  get known(): Iterable<number> {
    return this.types.keys();
  }

  textOf(type: number, bytes: number): string {
    const count = this.countOf(type, bytes);
    const text = typeText(this.image, type);
    return count === 1 ? text : `${text}[${count}]`;
  }

  /** As many objects of the type as there is room for. */
  valueOf(address: number, type: number, bytes: number): Value {
    return this.readFrom(this, address, type, bytes);
  }

  /** The same out of another memory. */
  readFrom(source: ValueSource, address: number, type: number, bytes: number): Value {
    const count = this.countOf(type, bytes);
    return count === 1
      ? valueAt(source, { address, type })
      : arrayAt(source, { address, type }, count);
  }

  private countOf(type: number, bytes: number): number {
    return Math.floor(bytes / (typeBytes(this.image, type) ?? bytes));
  }

  private note(address: number, type: number): void {
    const bytes = typeBytes(this.image, type);
    if (bytes === null || bytes === 0) return;
    const present = this.types.get(address);
    if (present === undefined || this.rank(type) > this.rank(present))
      this.types.set(address, type);
  }

  private rank(type: number): number {
    const info = this.image.types[type];
    if (info?.kind === 'record' || info?.kind === 'array') return 2;
    return typeBytes(this.image, type) === 1 ? 0 : 1;
  }
}
