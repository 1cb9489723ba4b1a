/* posix_spawn(3): a child of vfork that sets itself up and executes. It shares our memory until then, so
   that its error needs no way back. */
#include <errno.h>
#include <fcntl.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

struct __spawn_action {
  enum { OPEN, CLOSE, DUP2, CHDIR } kind;
  int fd, to, flags;
  mode_t mode;
  char *path;
};

/* 0, or -1 with errno. */
static int act(const struct __spawn_action *action) {
  switch (action->kind) {
    case OPEN: {
      int fd = open(action->path, action->flags, action->mode);
      if (fd < 0) return -1;
      if (fd == action->fd) return 0;
      if (dup2(fd, action->fd) < 0) return -1;
      return close(fd);
    }
    case CLOSE:
      /* A descriptor that isn't open is closed: glibc ignores it, too. */
      close(action->fd);
      return 0;
    case DUP2:
      if (action->fd == action->to) return fcntl(action->fd, F_SETFD, 0);
      return dup2(action->fd, action->to) < 0 ? -1 : 0;
    case CHDIR:
      return chdir(action->path);
  }
  return 0;
}

static int set_up(const posix_spawnattr_t *attributes, const posix_spawn_file_actions_t *actions) {
  short flags = attributes ? attributes->__flags : 0;
  for (int signal = 1; signal < NSIG; signal++) {
    struct sigaction action;
    if (sigaction(signal, NULL, &action) < 0) continue;
    int wanted = (flags & POSIX_SPAWN_SETSIGDEF) && sigismember(&attributes->__defaults, signal);
    if (!wanted && action.sa_handler == SIG_IGN) continue;
    memset(&action, 0, sizeof action);
    action.sa_handler = SIG_DFL;
    sigaction(signal, &action, NULL);
  }
  if ((flags & POSIX_SPAWN_SETSIGMASK) && sigprocmask(SIG_SETMASK, &attributes->__mask, NULL) < 0)
    return -1;
  if ((flags & POSIX_SPAWN_SETSCHEDULER) &&
      sched_setscheduler(0, attributes->__policy, &attributes->__param) < 0)
    return -1;
  if ((flags & POSIX_SPAWN_SETSCHEDPARAM) && !(flags & POSIX_SPAWN_SETSCHEDULER) &&
      sched_setparam(0, &attributes->__param) < 0)
    return -1;
  if ((flags & POSIX_SPAWN_SETSID) && setsid() < 0) return -1;
  if ((flags & POSIX_SPAWN_SETPGROUP) && setpgid(0, attributes->__group) < 0) return -1;
  for (int k = 0; actions && k < actions->__count; k++)
    if (act(&actions->__actions[k]) < 0) return -1;
  return 0;
}

static int spawn(pid_t *restrict pid, const char *restrict file,
                 const posix_spawn_file_actions_t *actions, const posix_spawnattr_t *attributes,
                 char *const argv[], char *const envp[], int search) {
  volatile int error = 0;
  int before = errno;
  pid_t child = vfork();
  if (child < 0) return errno;
  if (child == 0) {
    if (set_up(attributes, actions) == 0) {
      if (search) execvpe(file, argv, envp);
      else execve(file, argv, envp);
    }
    error = errno;
    _exit(127);
  }
  errno = before;
  if (error) {
    waitpid(child, NULL, 0);
    return error;
  }
  if (pid) *pid = child;
  return 0;
}

int posix_spawn(pid_t *restrict pid, const char *restrict path,
                const posix_spawn_file_actions_t *actions,
                const posix_spawnattr_t *restrict attributes, char *const argv[restrict],
                char *const envp[restrict]) {
  return spawn(pid, path, actions, attributes, argv, envp, 0);
}

int posix_spawnp(pid_t *restrict pid, const char *restrict file,
                 const posix_spawn_file_actions_t *actions,
                 const posix_spawnattr_t *restrict attributes, char *const argv[restrict],
                 char *const envp[restrict]) {
  return spawn(pid, file, actions, attributes, argv, envp, 1);
}

int posix_spawnattr_init(posix_spawnattr_t *attributes) {
  memset(attributes, 0, sizeof *attributes);
  return 0;
}

int posix_spawnattr_destroy(posix_spawnattr_t *attributes) {
  (void)attributes;
  return 0;
}

int posix_spawnattr_getflags(const posix_spawnattr_t *restrict attributes, short *restrict flags) {
  *flags = attributes->__flags;
  return 0;
}

int posix_spawnattr_setflags(posix_spawnattr_t *attributes, short flags) {
  if (flags & ~0xff) return EINVAL;
  attributes->__flags = flags;
  return 0;
}

int posix_spawnattr_getpgroup(const posix_spawnattr_t *restrict attributes, pid_t *restrict group) {
  *group = attributes->__group;
  return 0;
}

int posix_spawnattr_setpgroup(posix_spawnattr_t *attributes, pid_t group) {
  attributes->__group = group;
  return 0;
}

int posix_spawnattr_getsigdefault(const posix_spawnattr_t *restrict attributes,
                                  sigset_t *restrict set) {
  *set = attributes->__defaults;
  return 0;
}

int posix_spawnattr_setsigdefault(posix_spawnattr_t *restrict attributes,
                                  const sigset_t *restrict set) {
  attributes->__defaults = *set;
  return 0;
}

int posix_spawnattr_getsigmask(const posix_spawnattr_t *restrict attributes,
                               sigset_t *restrict set) {
  *set = attributes->__mask;
  return 0;
}

int posix_spawnattr_setsigmask(posix_spawnattr_t *restrict attributes,
                               const sigset_t *restrict set) {
  attributes->__mask = *set;
  return 0;
}

int posix_spawnattr_getschedparam(const posix_spawnattr_t *restrict attributes,
                                  struct sched_param *restrict param) {
  *param = attributes->__param;
  return 0;
}

int posix_spawnattr_setschedparam(posix_spawnattr_t *restrict attributes,
                                  const struct sched_param *restrict param) {
  attributes->__param = *param;
  return 0;
}

int posix_spawnattr_getschedpolicy(const posix_spawnattr_t *restrict attributes,
                                   int *restrict policy) {
  *policy = attributes->__policy;
  return 0;
}

int posix_spawnattr_setschedpolicy(posix_spawnattr_t *attributes, int policy) {
  attributes->__policy = policy;
  return 0;
}

int posix_spawn_file_actions_init(posix_spawn_file_actions_t *actions) {
  memset(actions, 0, sizeof *actions);
  return 0;
}

int posix_spawn_file_actions_destroy(posix_spawn_file_actions_t *actions) {
  for (int k = 0; k < actions->__count; k++) free(actions->__actions[k].path);
  free(actions->__actions);
  memset(actions, 0, sizeof *actions);
  return 0;
}

static int add(posix_spawn_file_actions_t *actions, struct __spawn_action action,
               const char *path) {
  if (action.fd < 0 || action.to < 0) return EBADF;
  if (actions->__count == actions->__room) {
    int room = actions->__room + 8;
    struct __spawn_action *larger = realloc(actions->__actions, room * sizeof *larger);
    if (!larger) return ENOMEM;
    actions->__actions = larger;
    actions->__room = room;
  }
  if (path) {
    action.path = strdup(path);
    if (!action.path) return ENOMEM;
  }
  actions->__actions[actions->__count++] = action;
  return 0;
}

int posix_spawn_file_actions_addopen(posix_spawn_file_actions_t *restrict actions, int fd,
                                     const char *restrict path, int flags, mode_t mode) {
  struct __spawn_action action = {.kind = OPEN, .fd = fd, .flags = flags, .mode = mode};
  return add(actions, action, path);
}

int posix_spawn_file_actions_addclose(posix_spawn_file_actions_t *actions, int fd) {
  struct __spawn_action action = {.kind = CLOSE, .fd = fd};
  return add(actions, action, NULL);
}

int posix_spawn_file_actions_adddup2(posix_spawn_file_actions_t *actions, int from, int to) {
  struct __spawn_action action = {.kind = DUP2, .fd = from, .to = to};
  return add(actions, action, NULL);
}

int posix_spawn_file_actions_addchdir_np(posix_spawn_file_actions_t *restrict actions,
                                         const char *restrict path) {
  struct __spawn_action action = {.kind = CHDIR};
  return add(actions, action, path);
}
