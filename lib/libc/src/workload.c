/* forkyard/workload.h */
#include <forkyard/intrinsics.h>
#include <forkyard/workload.h>

long __result(long result);

int cpu_burst(long microseconds) {
  return (int)__result(__syscall(SYS_cpu_burst, microseconds * 1000));
}

int announce_burst(long microseconds) {
  return (int)__result(__syscall(SYS_announce_burst, microseconds * 1000));
}

int device_service(int device, long microseconds) {
  return (int)__result(__syscall(SYS_device_service, device, microseconds * 1000));
}
