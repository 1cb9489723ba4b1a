/* sleep(1) of virtual time: seconds, with decimals, and the suffixes s m h d; several are summed. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include "complain.h"

int main(int argc, char *argv[]) {
  begin_program(argv);
  if (argc < 2) missing_operand(argc, argv, 1);
  double seconds = 0;
  for (int i = 1; i < argc; i++) {
    char *end;
    double value = strtod(argv[i], &end);
    static const char units[] = "smhd";
    static const double factors[] = {1, 60, 3600, 86400};
    const char *unit = *end ? strchr(units, *end) : units;
    if (end == argv[i] || value < 0 || !unit || (*end && end[1])) {
      complain("invalid time interval '%s'", argv[i]);
      continue;
    }
    seconds += value * factors[unit - units];
  }
  if (failures > 0) bad_option(1);
  if (seconds > 1e15) seconds = 1e15;
  struct timespec left = {(time_t)seconds, (long)((seconds - (double)(time_t)seconds) * 1e9)};
  while (nanosleep(&left, &left) != 0) continue;
  return 0;
}
