// Loaded into the processes that the supervisor starts: when it is gone, however it went, they end
// too, and leave no port taken.
if (process.connected) {
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  // The channel alone must not keep a process alive that has nothing left to do.
  process.channel?.unref();
}
