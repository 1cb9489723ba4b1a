/** What the file system holds before the first program runs: directories, devices, installed files. */
import { putInode } from './inode-table';
import { encodeUtf8 } from '../../abi/utf8';
import { user, type Credentials } from './credentials';
import { directoryContent, fileContent, HOME, link, newInode, unlink } from './file-system';
import type { Inode, InodeContent } from './inode';
import type { Kernel } from '../kernel';
import { lookUp } from './path-lookup';
import { procInode } from './proc-tree';
import { hostsFile } from '../sockets/network';

export function makeStandardFiles(kernel: Kernel): void {
  for (const [path, mode, owner] of [
    ['/bin', 0o755, user.root],
    ['/dev', 0o755, user.root],
    ['/dev/mqueue', 0o1777, user.root],
    ['/dev/shm', 0o1777, user.root],
    ['/etc', 0o755, user.root],
    ['/home', 0o755, user.root],
    [HOME, 0o755, user.student],
    ['/root', 0o700, user.root],
    ['/tmp', 0o1777, user.root],
    ['/usr', 0o755, user.root],
  ] as const)
    makeAt(kernel, path, (parent) => directoryContent(parent.number), mode, owner);
  for (const [path, device] of [
    ['/dev/null', 'null'],
    ['/dev/zero', 'zero'],
    ['/dev/full', 'full'],
    ['/dev/random', 'random'],
    ['/dev/urandom', 'urandom'],
    ['/dev/tty', 'terminal'],
  ] as const)
    makeAt(kernel, path, () => ({ kind: 'device', device }), 0o666, user.root);
  for (const [path, target] of [
    ['/dev/fd', '/proc/self/fd'],
    ['/dev/stdin', '/proc/self/fd/0'],
    ['/dev/stdout', '/proc/self/fd/1'],
    ['/dev/stderr', '/proc/self/fd/2'],
    ['/usr/bin', '/bin'],
  ] as const)
    makeAt(kernel, path, () => ({ kind: 'symbolic-link', target }), 0o777, user.root);
  for (const [path, mode, text] of [
    ['/etc/passwd', 0o644, PASSWD],
    ['/etc/group', 0o644, 'root:x:0:\nstudent:x:1000:\n'],
    ['/etc/hosts', 0o644, hostsFile()],
    ['/etc/hostname', 0o644, 'forkyard\n'],
    ['/etc/shadow', 0o640, 'root:*:20454:0:99999:7:::\nstudent:*:20454:0:99999:7:::\n'],
  ] as const)
    install(kernel, path, encodeUtf8(text), mode);
  mountProc(kernel);
}

/** Makes a file and the directories above it, before the machine runs. Replaces what was there. */
export function install(kernel: Kernel, path: string, bytes: Uint8Array, mode: number): void {
  const absolute = path.startsWith('/') ? path : `${HOME}/${path}`;
  const owner = absolute.startsWith(`${HOME}/`) ? user.student : user.root;
  const names = absolute.split('/').filter((name) => name !== '');
  for (let k = 1; k < names.length; k++) {
    const above = `/${names.slice(0, k).join('/')}`;
    if (lookUp(kernel, null, above).kind === 'missing')
      makeAt(kernel, above, (parent) => directoryContent(parent.number), 0o755, owner);
  }
  makeAt(kernel, absolute, () => fileContent(bytes), mode, owner);
  kernel.state.files.byteCount += bytes.length;
}

const PASSWD = `root:x:0:0:root:/root:/bin/sh
student:x:1000:1000:Student:${HOME}:/bin/sh
`;

function makeAt(
  kernel: Kernel,
  path: string,
  content: (parent: Inode) => InodeContent,
  mode: number,
  owner: Credentials,
): void {
  const { files } = kernel.state;
  const found = lookUp(kernel, null, path, { keepLink: true });
  if (found.kind === 'error') throw new Error(`cannot make ${path}`);
  if (found.kind === 'found') unlink(files, found.directory, found.name, found.inode, 0);
  link(found.directory, found.name, newInode(files, content(found.directory), mode, owner, 0), 0);
}

/** /proc is a directory that the root directory names, and whose inodes are made when looked at. */
function mountProc(kernel: Kernel): void {
  const { files } = kernel.state;
  const found = lookUp(kernel, null, '/proc');
  if (found.kind !== 'missing') throw new Error('/proc is mounted');
  const root = procInode(kernel, { kind: 'root' });
  putInode(files.inodes, root);
  link(found.directory, 'proc', root, 0);
  found.directory.links++;
}
