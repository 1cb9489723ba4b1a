/* The exec family, exec(3): all come down to execve(2). */
#include <errno.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <forkyard/intrinsics.h>

#define ARGUMENTS_MAX 256

long __result(long result);

int execve(const char *path, char *const argv[], char *const envp[]) {
  return (int)__result(__syscall(SYS_execve, path, argv, envp));
}

int execv(const char *path, char *const argv[]) {
  return execve(path, argv, environ);
}

int execvpe(const char *file, char *const argv[], char *const envp[]) {
  if (strchr(file, '/')) return execve(file, argv, envp);
  if (*file == '\0') {
    errno = ENOENT;
    return -1;
  }
  const char *at = getenv("PATH");
  if (!at) at = "/bin:/usr/bin";
  size_t name = strlen(file);
  char path[1024];
  int denied = 0;
  for (;;) {
    size_t n = strcspn(at, ":");
    if (n + name + 2 <= sizeof path) {
      memcpy(path, at, n);
      if (n > 0) path[n++] = '/';
      strcpy(path + n, file);
      execve(path, argv, envp);
      if (errno == EACCES) denied = 1;
      else if (errno != ENOENT && errno != ENOTDIR) return -1;
    }
    at += strcspn(at, ":");
    if (*at == '\0') break;
    at++;
  }
  errno = denied ? EACCES : ENOENT;
  return -1;
}

int execvp(const char *file, char *const argv[]) {
  return execvpe(file, argv, environ);
}

/* Gathers the arguments of an execl-like call; 0 when there are too many. */
static int gather(char **argv, const char *first, va_list args) {
  int n = 0;
  argv[n++] = (char *)first;
  while (argv[n - 1]) {
    if (n == ARGUMENTS_MAX) {
      errno = E2BIG;
      return 0;
    }
    argv[n++] = va_arg(args, char *);
  }
  return 1;
}

int execl(const char *path, const char *arg, ...) {
  char *argv[ARGUMENTS_MAX];
  va_list args;
  va_start(args, arg);
  int fits = gather(argv, arg, args);
  va_end(args);
  return fits ? execve(path, argv, environ) : -1;
}

int execlp(const char *file, const char *arg, ...) {
  char *argv[ARGUMENTS_MAX];
  va_list args;
  va_start(args, arg);
  int fits = gather(argv, arg, args);
  va_end(args);
  return fits ? execvp(file, argv) : -1;
}

int execle(const char *path, const char *arg, ...) {
  char *argv[ARGUMENTS_MAX];
  va_list args;
  va_start(args, arg);
  int fits = gather(argv, arg, args);
  char *const *envp = va_arg(args, char *const *);
  va_end(args);
  return fits ? execve(path, argv, envp) : -1;
}
