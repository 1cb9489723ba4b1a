/* vfork(2). The parent waits in the call itself, so this must not leave the child's frame in its way:
   the kernel copies memory as fork does, and only the waiting is vfork's. */
#include <unistd.h>
#include <forkyard/intrinsics.h>

long __result(long result);

pid_t vfork(void) {
  return (pid_t)__result(__syscall(SYS_vfork));
}
