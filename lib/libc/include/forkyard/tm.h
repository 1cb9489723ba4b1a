/* C11 7.27.1: for <time.h> and <wchar.h>. */
#ifndef _FORKYARD_TM_H
#define _FORKYARD_TM_H
struct tm {
  int tm_sec;
  int tm_min;
  int tm_hour;
  int tm_mday;
  int tm_mon;
  int tm_year;
  int tm_wday;
  int tm_yday;
  int tm_isdst;
  long tm_gmtoff;
  const char *tm_zone;
};
#endif
