/**
 * `cc` inside of the machine: a system call of ours that hands source files to the compiler that the
 * machine was given, and gets a program image. The image is part of the kernel's state, by a number;
 * what the call returns are the contents of the file that stands for it (executables.ts), which cc
 * writes where it was told to. So cp, mv and rm of the program need nothing more.
 * Leaves out: object files, libraries of one's own. An image stays until the run ends.
 */
import { Errno } from '../abi/errno';
import { decodeUtf8, encodeUtf8 } from '../abi/utf8';
import { argument, type ExecutionContext } from '../vm/context';
import { user } from './files/credentials';
import { executableFile, type NamedText } from './executables';
import { Permission, permitted } from './files/file-system';
import { readFile } from './files/inodes';
import type { Kernel, SystemCallHandler } from './kernel';
import { lookUp } from './files/path-lookup';
import type { Process } from './processes/process';
import { readStrings } from './memory/user-memory';

const SOURCES_MAX = 64;
const OPTIONS_MAX = 256;
/** Images of one run: each may take a few hundred kilobytes of the host. */
const PROGRAMS_MAX = 200;
/** What compiling costs the host, in instructions: the C library's headers, and each byte of source. */
const COMPILE_WORK = 500_000;
const WORK_PER_BYTE = 300;

/**
 * compile(sources, options, messages, messagesMax, executable): 0 and the executable's contents as a
 * string, or 1 if there are errors; both with the compiler's messages. Options: -DNAME=TEXT, -Ifolder.
 */
export const compileProgram: SystemCallHandler = (kernel, process, context) => {
  const { compile } = kernel.executables;
  if (compile === null) return -Errno.ENOSYS;
  const paths = readTexts(context, 0, SOURCES_MAX);
  if (typeof paths === 'number') return paths;
  const options = readTexts(context, 1, OPTIONS_MAX);
  if (typeof options === 'number') return options;
  if (kernel.state.compiled.size >= PROGRAMS_MAX) return -Errno.ENOSPC;
  const sources: NamedText[] = [];
  for (const path of paths) {
    const text = readText(kernel, process, path);
    if (typeof text === 'number') return text;
    sources.push({ name: path, text });
  }
  const folders = [...paths.map(folderOf), ...withPrefix(options, '-I')];
  let byteCount = sources.reduce((sum, { text }) => sum + text.length, 0);
  const { image, messages } = compile({
    sources,
    defines: new Map(withPrefix(options, '-D').map(definition)),
    readHeader: (name, angled) => {
      const searched = angled ? withPrefix(options, '-I') : folders;
      for (const folder of name.startsWith('/') ? [''] : searched) {
        const path = `${folder === '' || folder.endsWith('/') ? folder : `${folder}/`}${name}`;
        const text = readText(kernel, process, path);
        if (typeof text === 'number') continue;
        byteCount += text.length;
        return { name: path, text };
      }
      return null;
    },
  });
  kernel.state.work += COMPILE_WORK + WORK_PER_BYTE * byteCount;
  const messagesMax = argument(context, 3);
  if (messagesMax > 0) {
    const bytes = encodeUtf8(messages).subarray(0, messagesMax - 1);
    if (!writeString(context, argument(context, 2), bytes)) return -Errno.EFAULT;
  }
  if (image === null) return 1;
  const program = `compiled:${kernel.state.compiled.size + 1}`;
  kernel.state.compiled.set(program, image);
  return writeString(context, argument(context, 4), executableFile(program)) ? 0 : -Errno.EFAULT;
};

function readTexts(context: ExecutionContext, k: number, countMax: number): string[] | number {
  const strings = readStrings(context, argument(context, k), countMax);
  return strings.kind === 'error' ? -strings.errno : strings.value.map((text) => decodeUtf8(text));
}

function readText(kernel: Kernel, process: Process, path: string): string | number {
  const found = lookUp(kernel, process, path);
  if (found.kind === 'error') return -found.errno;
  if (found.kind === 'missing') return -Errno.ENOENT;
  const { content } = found.inode;
  if (content.kind === 'directory') return -Errno.EISDIR;
  if (content.kind !== 'file') return -Errno.EINVAL;
  if (!permitted(found.inode, user.student, Permission.read)) return -Errno.EACCES;
  return decodeUtf8(readFile(kernel, content, 0, content.size));
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

function withPrefix(options: readonly string[], prefix: string): string[] {
  return options
    .filter((option) => option.startsWith(prefix))
    .map((option) => option.slice(prefix.length));
}

/** -DNAME is NAME=1. */
function definition(text: string): [name: string, value: string] {
  const at = text.indexOf('=');
  return at === -1 ? [text, '1'] : [text.slice(0, at), text.slice(at + 1)];
}

function writeString(context: ExecutionContext, address: number, bytes: Uint8Array): boolean {
  const ended = new Uint8Array(bytes.length + 1);
  ended.set(bytes);
  return context.memory.writeBytes(address, ended);
}
