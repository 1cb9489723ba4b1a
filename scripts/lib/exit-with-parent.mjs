// Loaded into the processes that the supervisor starts: when it is gone, however it went, they end
// too, and leave no port taken. Node loads it into the processes that those start as well (`next dev`
// has one that serves); they are their parents' business, and wait for them on the same channel.
if (process.connected && process.ppid === Number(process.env.FORKYARD_SUPERVISOR)) {
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  // The channel alone must not keep a process alive that has nothing left to do.
  process.channel?.unref();
}
