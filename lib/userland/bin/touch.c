/* touch(1): makes files, or sets their times to now; -c makes none, -d @seconds, -r file. */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>
#include "complain.h"

int main(int argc, char *argv[]) {
  begin_program(argv);
  struct timespec times[2] = {{0, UTIME_NOW}, {0, UTIME_NOW}};
  int creates = 1, option;
  while ((option = getopt(argc, argv, "cd:r:am")) != -1) {
    struct stat about;
    switch (option) {
      case 'c':
        creates = 0;
        break;
      case 'a':
        times[1].tv_nsec = UTIME_OMIT;
        break;
      case 'm':
        times[0].tv_nsec = UTIME_OMIT;
        break;
      case 'd':
        if (optarg[0] != '@') give_up(1, "invalid date format '%s'", optarg);
        times[0].tv_sec = times[1].tv_sec = atol(optarg + 1);
        times[0].tv_nsec = times[1].tv_nsec = 0;
        break;
      case 'r':
        if (stat(optarg, &about) < 0) {
          complain_errno("failed to get attributes of '%s'", optarg);
          return 1;
        }
        times[0] = about.st_atim;
        times[1] = about.st_mtim;
        break;
      default:
        bad_option(1);
    }
  }
  if (optind == argc) {
    complain("missing file operand");
    bad_option(1);
  }
  for (int i = optind; i < argc; i++) {
    int fd = creates ? open(argv[i], O_WRONLY | O_CREAT, 0666) : -1;
    if (fd >= 0) close(fd);
    if (utimensat(AT_FDCWD, argv[i], times, 0) < 0 && (creates || errno != ENOENT))
      complain_errno(fd < 0 && creates ? "cannot touch '%s'" : "setting times of '%s'", argv[i]);
  }
  return failures > 0;
}
