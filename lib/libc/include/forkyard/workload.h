/* For lessons on scheduling: processes that behave like a textbook's. This machine's only. */
#ifndef _FORKYARD_WORKLOAD_H
#define _FORKYARD_WORKLOAD_H
/* Uses the processor for so many microseconds of virtual time. */
int cpu_burst(long microseconds);
/* Tells the scheduler how long the next processor burst will be, the one after the next wait. */
int announce_burst(long microseconds);
/* Waits until a device, by number, has served this process for so long; it serves one at a time. */
int device_service(int device, long microseconds);
#endif
