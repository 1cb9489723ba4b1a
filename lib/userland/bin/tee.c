/* tee(1): -a appends, -i ignores interrupts. */
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <unistd.h>
#include "complain.h"

int main(int argc, char *argv[]) {
  begin_program(argv);
  int flags = O_WRONLY | O_CREAT | O_TRUNC, option;
  while ((option = getopt(argc, argv, "ai")) != -1) {
    if (option == '?') bad_option(1);
    if (option == 'a') flags = O_WRONLY | O_CREAT | O_APPEND;
    if (option == 'i') signal(SIGINT, SIG_IGN);
  }
  int count = argc - optind;
  int *files = more_memory(NULL, (unsigned long)(count + 1) * sizeof *files);
  files[0] = 1;
  for (int i = 0; i < count; i++) {
    files[i + 1] = open(argv[optind + i], flags, 0666);
    if (files[i + 1] < 0) complain_errno("%s", argv[optind + i]);
  }
  char buffer[4096];
  ssize_t n;
  while ((n = read(0, buffer, sizeof buffer)) > 0) {
    for (int i = 0; i <= count; i++) {
      for (ssize_t done = 0, written; files[i] >= 0 && done < n; done += written) {
        written = write(files[i], buffer + done, (size_t)(n - done));
        if (written >= 0) continue;
        complain_errno("%s", i == 0 ? "'standard output'" : argv[optind + i - 1]);
        files[i] = -1;
        written = 0;
      }
    }
  }
  return failures > 0;
}
