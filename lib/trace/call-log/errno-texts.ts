/** What errno values say, and what they mean, of those that the machine's calls give. */
import type { ErrnoName } from '../../abi/errno';
import type { SystemCallName } from '../../abi/system-calls';

/** strerror(3) and a half sentence that goes on after "fails:". */
const TEXTS: Partial<Record<ErrnoName, readonly [text: string, meaning: string]>> = {
  EPERM: ['Operation not permitted', 'this process is not allowed to do that'],
  ENOENT: ['No such file or directory', 'there is nothing of that name'],
  ESRCH: ['No such process', 'there is no such process, or it has been waited for already'],
  EINTR: ['Interrupted system call', 'a signal handler ran before the call had done anything'],
  EIO: ['Input/output error', 'a device or terminal could not be read or written'],
  ENXIO: ['No such device or address', 'nobody has the other end open'],
  E2BIG: [
    'Argument list too long',
    'there is more than the call takes: arguments, operations, or a message longer than the buffer',
  ],
  ENOEXEC: ['Exec format error', 'the file is not a program'],
  EBADF: [
    'Bad file descriptor',
    'this number is not an open descriptor, or was not opened for this',
  ],
  ECHILD: ['No child processes', 'there is no child left to wait for'],
  EAGAIN: [
    'Resource temporarily unavailable',
    'it would have to wait, or a limit is reached; later it may succeed',
  ],
  ENOMEM: ['Cannot allocate memory', 'there is not enough memory, or the addresses are not mapped'],
  EACCES: ['Permission denied', 'the permissions of the object do not allow it'],
  EFAULT: ['Bad address', 'an address points to memory that the process does not have'],
  EBUSY: ['Device or resource busy', 'somebody else is using it'],
  EEXIST: ['File exists', 'there is one of that name already'],
  EXDEV: ['Invalid cross-device link', 'the two names are in different file systems'],
  ENODEV: ['No such device', 'the object cannot be used that way'],
  ENOTDIR: ['Not a directory', 'a part of the path is not a directory'],
  EISDIR: ['Is a directory', 'it is a directory, and the call is for files'],
  EINVAL: ['Invalid argument', 'an argument has a value that the call does not take'],
  ENFILE: ['Too many open files in system', 'the whole machine has too many open files'],
  EMFILE: [
    'Too many open files',
    'this process has as many descriptors as it may; are some never closed?',
  ],
  ENOTTY: ['Inappropriate ioctl for device', 'it is not a terminal'],
  EFBIG: ['File too large', 'the file would grow past the limit'],
  ENOSPC: ['No space left on device', 'there is no room for another one'],
  ESPIPE: ['Illegal seek', 'pipes, sockets and terminals have no position'],
  EROFS: ['Read-only file system', 'nothing can be changed there'],
  EMLINK: ['Too many links', 'the file has as many names as it may'],
  EPIPE: ['Broken pipe', 'nobody can read any more what is written here'],
  EDOM: ['Numerical argument out of domain', 'the number is outside of what the call takes'],
  ERANGE: ['Numerical result out of range', 'the result does not fit'],
  EDEADLK: ['Resource deadlock avoided', 'waiting would never end: the owner waits for the caller'],
  ENAMETOOLONG: ['File name too long', 'the name is longer than names may be'],
  ENOSYS: ['Function not implemented', 'this machine does not have the call'],
  ENOTEMPTY: ['Directory not empty', 'there is still something in the directory'],
  ELOOP: ['Too many levels of symbolic links', 'symbolic links lead in a circle'],
  ENOMSG: [
    'No message of desired type',
    'there is no such message, and the call was told not to wait',
  ],
  EIDRM: ['Identifier removed', 'the object was removed while the call waited'],
  EOVERFLOW: ['Value too large for defined data type', 'the value does not fit'],
  ENOTSOCK: ['Socket operation on non-socket', 'the descriptor is not a socket'],
  EDESTADDRREQ: ['Destination address required', 'it has not been said where to'],
  EMSGSIZE: ['Message too long', 'the message is longer than messages may be'],
  EPROTOTYPE: ['Protocol wrong type for socket', 'the two sockets are of different types'],
  ENOPROTOOPT: ['Protocol not available', 'there is no such option'],
  EPROTONOSUPPORT: ['Protocol not supported', 'there is no such protocol'],
  ESOCKTNOSUPPORT: ['Socket type not supported', 'there is no such type of socket'],
  EOPNOTSUPP: ['Operation not supported', 'this kind of object cannot do that'],
  EAFNOSUPPORT: [
    'Address family not supported by protocol',
    'there is no such family of addresses',
  ],
  EADDRINUSE: ['Address already in use', 'another socket has that address'],
  EADDRNOTAVAIL: ['Cannot assign requested address', 'the address is not one of this machine'],
  ENETUNREACH: ['Network is unreachable', 'no way leads to that network'],
  ECONNABORTED: ['Software caused connection abort', 'the connection was given up'],
  ECONNRESET: ['Connection reset by peer', 'the other end has closed without reading everything'],
  ENOBUFS: ['No buffer space available', 'there is no room for what is sent'],
  EISCONN: ['Transport endpoint is already connected', 'the socket is connected already'],
  ENOTCONN: ['Transport endpoint is not connected', 'the socket is not connected'],
  ETIMEDOUT: ['Connection timed out', 'it did not happen within the time that was given'],
  ECONNREFUSED: ['Connection refused', 'nobody listens at that address'],
  EHOSTUNREACH: ['No route to host', 'there is no such machine'],
  EALREADY: ['Operation already in progress', 'it has been begun already'],
  EINPROGRESS: ['Operation now in progress', 'it has been begun, and will be told when it is done'],
  EOWNERDEAD: [
    'Owner died',
    'the thread that held it has ended; what it guards may be half changed',
  ],
  ENOTRECOVERABLE: ['State not recoverable', 'nobody has mended it after its owner died'],
  ECANCELED: ['Operation canceled', 'it was cancelled'],
};

/** Where a call means something more exact by it. */
const OF_CALLS: Readonly<Record<string, string>> = {
  'fork EAGAIN': 'there are as many processes as there may be',
  'fork ENOMEM': 'there is not enough memory for another process',
  'execve ENOENT': 'there is no such program; the old one goes on',
  'execve EACCES': 'the file may not be executed; the old program goes on',
  'wait4 EINTR': 'a signal handler ran before a child had ended',
  'kill EPERM': 'this process may not send signals to that one',
  'read EAGAIN': 'nothing is there to read yet, and the descriptor is set not to wait',
  'write EAGAIN': 'there is no room yet, and the descriptor is set not to wait',
  'read EBADF': 'this descriptor is closed, or was not opened for reading',
  'write EBADF': 'this descriptor is closed, or was not opened for writing',
  'write EPIPE': 'nobody has the reading end open any more; SIGPIPE was sent, too',
  'semop EAGAIN': 'the value is too small, and the call was told not to wait',
  'semtimedop EAGAIN': 'the value is too small, and the time to wait is over',
  'sem_trywait EAGAIN': 'the value is 0, and the call does not wait',
  'mutex_trylock EBUSY': 'another thread has locked it',
  'msgsnd EAGAIN': 'the queue is full, and the call was told not to wait',
  'msgrcv E2BIG': 'the message is longer than the buffer',
  'open EEXIST': 'the file exists, and O_EXCL wants a new one',
  'shmget EEXIST': 'there is a segment with that key, and IPC_EXCL wants a new one',
  'shmget EINVAL': 'the size is not possible, or larger than that of the segment with this key',
  'chdir ENOTDIR': 'it is not a directory',
  'pipe EMFILE': 'this process has as many descriptors as it may; are some never closed?',
};

export function errnoText(errno: ErrnoName): string {
  return TEXTS[errno]?.[0] ?? 'Unknown error';
}

/** "there is no child left to wait for" */
export function errnoMeaning(call: SystemCallName, errno: ErrnoName): string {
  return OF_CALLS[`${call} ${errno}`] ?? TEXTS[errno]?.[1] ?? 'the call was not possible';
}
