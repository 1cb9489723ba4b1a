/* vfork(2). The parent waits in the call itself; this frame, over which the child writes, is kept for it
   by the kernel. */
#include <unistd.h>
#include <forkyard/intrinsics.h>

long __result(long result);

pid_t vfork(void) {
  return (pid_t)__result(__syscall(SYS_vfork));
}
