/**
 * Contents of files: bytes in the inode, or a shared region once the file has been mapped with
 * MAP_SHARED (POSIX shared memory is a file in /dev/shm that programs map).
 */
import { Errno } from '../../abi/errno';
import { FILE_BYTES_MAX, inodeOf, release, unlink } from './file-system';
import type { FileContent, Inode } from './inode';
import { regionOf, type Kernel } from '../kernel';
import { fitsBudget, nameRegion, newRegion, resizeRegion, unnameRegion } from '../memory/regions';

export function readFile(
  kernel: Kernel,
  content: FileContent,
  offset: number,
  count: number,
): Uint8Array {
  const end = Math.min(content.size, offset + count);
  return contentBytes(kernel, content).subarray(Math.min(offset, end), end);
}

/** Bytes written, or -errno. Grows the file; a gap reads as zeros. */
export function writeFile(
  kernel: Kernel,
  content: FileContent,
  offset: number,
  bytes: Uint8Array,
): number {
  const end = offset + bytes.length;
  if (end > content.size) {
    const error = resizeFile(kernel, content, end);
    if (error !== 0) return error;
  }
  if (content.region === null) writableBytes(content, end).set(bytes, offset);
  else {
    const region = regionOf(kernel, content.region);
    region.bytes.set(bytes, offset);
    if (bytes.length > 0) region.markDirty(offset, bytes.length);
  }
  return bytes.length;
}

/** 0 or -errno. */
export function resizeFile(kernel: Kernel, content: FileContent, size: number): number {
  const { files } = kernel.state;
  if (files.byteCount - content.size + size > FILE_BYTES_MAX) return -Errno.ENOSPC;
  if (content.region !== null) {
    const growth = size - regionOf(kernel, content.region).bytes.length;
    if (growth > 0 && !fitsBudget(kernel, growth)) return -Errno.ENOSPC;
    resizeRegion(kernel, content.region, size);
  } else if (size < content.size) {
    writableBytes(content, content.size).fill(0, size, content.size);
  } else writableBytes(content, size);
  files.byteCount += size - content.size;
  content.size = size;
  return 0;
}

/** Moves the contents into a region that processes can map; gives the region. */
export function shareFile(
  kernel: Kernel,
  inode: Inode,
  content: FileContent,
  name: string,
): number {
  if (content.region !== null) return content.region;
  const region = newRegion(kernel, name, content.size, 'file');
  regionOf(kernel, region).bytes.set(content.bytes.subarray(0, content.size));
  content.bytes = new Uint8Array(0);
  content.shared = false;
  content.region = region;
  nameRegion(kernel, region);
  return region;
}

export function releaseInode(kernel: Kernel, number: number): void {
  const inode = inodeOf(kernel.state.files, number);
  const region = lastRegion(inode, inode.links, inode.holds - 1);
  release(kernel.state.files, inode);
  if (region !== null) unnameRegion(kernel, region);
}

export function unlinkInode(kernel: Kernel, directory: Inode, name: string, inode: Inode): void {
  const region = lastRegion(inode, inode.links - 1, inode.holds);
  unlink(kernel.state.files, directory, name, inode, kernel.state.timeNs);
  if (region !== null) unnameRegion(kernel, region);
}

/** The region to let go when the inode is about to be freed. */
function lastRegion(inode: Inode, links: number, holds: number): number | null {
  if (links > 0 || holds > 0 || inode.content.kind !== 'file') return null;
  return inode.content.region;
}

function contentBytes(kernel: Kernel, content: FileContent): Uint8Array {
  return content.region === null ? content.bytes : regionOf(kernel, content.region).bytes;
}

function writableBytes(content: FileContent, size: number): Uint8Array {
  if (content.shared || content.bytes.length < size) {
    const capacity =
      size <= content.bytes.length
        ? content.bytes.length
        : Math.max(size, Math.min(2 * content.bytes.length, content.bytes.length + 1024 * 1024));
    const bytes = new Uint8Array(capacity);
    bytes.set(content.bytes.subarray(0, content.size));
    content.bytes = bytes;
    content.shared = false;
  }
  return content.bytes;
}
