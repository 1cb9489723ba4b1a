/* get_nprocs(3). Leaves out sysinfo(2): the machine has no load average of its own. */
#ifndef _SYS_SYSINFO_H
#define _SYS_SYSINFO_H
int get_nprocs(void);
int get_nprocs_conf(void);
#endif
