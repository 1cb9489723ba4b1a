/* popen and pclose: POSIX. The command runs in /bin/sh of the simulated machine. */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <forkyard/stream.h>

/* In the child: the pipe's end becomes stdin or stdout, and earlier popen'ed streams are closed. */
static _Noreturn void run_shell(const char *command, int end, int as) {
  for (FILE *at = __streams; at; at = at->next)
    if (at->child && at->fd != as) close(at->fd);
  if (end == as) {
    fcntl(as, F_SETFD, 0);
  } else {
    dup2(end, as);
  }
  execl("/bin/sh", "sh", "-c", command, (char *)NULL);
  _exit(127);
}

FILE *popen(const char *command, const char *mode) {
  int reads = *mode == 'r';
  int keeps = 0;
  int known = reads || *mode == 'w';
  for (const char *at = mode + 1; known && *at; at++) {
    if (*at == 'e') keeps = 1;
    else known = 0;
  }
  if (!known) {
    errno = EINVAL;
    return NULL;
  }
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) < 0) return NULL;
  int ours = reads ? ends[0] : ends[1];
  int theirs = reads ? ends[1] : ends[0];
  FILE *stream = fdopen(ours, reads ? "r" : "w");
  pid_t child = stream ? fork() : -1;
  if (child == 0) run_shell(command, theirs, reads ? STDOUT_FILENO : STDIN_FILENO);
  int held = errno;
  close(theirs);
  if (child < 0) {
    if (stream) fclose(stream);
    else close(ours);
    errno = held;
    return NULL;
  }
  if (!keeps) fcntl(ours, F_SETFD, 0);
  stream->child = child;
  return stream;
}

/* fclose waits for the shell and gives its status. */
int pclose(FILE *stream) {
  return fclose(stream);
}
