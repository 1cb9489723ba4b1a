/** Sockets. */
import { accept, accept4, connect, listen } from '../sockets/connections';
import { recvfrom, recvmsg, sendmsg, sendto } from '../sockets/message-calls';
import { getsockopt, setsockopt } from '../sockets/options';
import {
  bind,
  getpeername,
  getsockname,
  shutdown,
  socket,
  socketpair,
} from '../sockets/socket-calls';
import type { SystemCallRows } from './row';

export const socketCalls = {
  socket: [3, socket],
  socketpair: [4, socketpair],
  bind: [3, bind],
  listen: [2, listen],
  accept: [3, accept],
  accept4: [4, accept4],
  connect: [3, connect],
  getsockname: [3, getsockname],
  getpeername: [3, getpeername],
  sendto: [6, sendto],
  recvfrom: [6, recvfrom],
  sendmsg: [3, sendmsg],
  recvmsg: [3, recvmsg],
  setsockopt: [5, setsockopt],
  getsockopt: [5, getsockopt],
  shutdown: [2, shutdown],
} satisfies SystemCallRows;
