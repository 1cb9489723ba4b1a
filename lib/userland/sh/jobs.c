/* The job table (XCU 3.204): processes of each pipeline, waiting for them, process groups and the terminal. */
#include "shell.h"
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

struct job *jobs;
pid_t last_background;
pid_t shell_pid;
bool interactive, job_control;
static struct job *current;
static int terminal = -1; /* descriptor of the controlling terminal */

/* A job gets its number when it is seen: in the background, or stopped. */
static void number_job(struct job *job) {
  if (job->number != 0) return;
  int highest = 0;
  for (const struct job *at = jobs; at; at = at->next)
    if (at->number > highest) highest = at->number;
  job->number = highest + 1;
}

/* The end of the list is the newest. */
struct job *new_job(const char *text) {
  struct job *job = own_memory(NULL, sizeof *job);
  memset(job, 0, sizeof *job);
  job->text = own_text(text);
  job->own_group = job_control;
  struct job **end = &jobs;
  while (*end) end = &(*end)->next;
  *end = job;
  return job;
}

void remove_job(struct job *job) {
  for (struct job **at = &jobs; *at; at = &(*at)->next) {
    if (*at != job) continue;
    *at = job->next;
    if (current == job) current = NULL;
    free(job->processes);
    free(job->text);
    free(job);
    return;
  }
}

void forget_jobs(void) {
  while (jobs) remove_job(jobs);
}

void add_process(struct job *job, pid_t pid) {
  if (job->group == 0) job->group = pid;
  if (job->own_group) setpgid(pid, job->group);
  job->processes = own_memory(job->processes, (size_t)(job->count + 1) * sizeof *job->processes);
  struct job_process process = {pid, 0, JOB_RUNNING};
  job->processes[job->count++] = process;
}

void take_terminal(pid_t group) {
  if (terminal < 0) return;
  sighandler_t before = signal(SIGTTOU, SIG_IGN);
  tcsetpgrp(terminal, group);
  signal(SIGTTOU, before);
}

/* In a new child: its own process group, or that of the pipeline that it belongs to (group not 0). */
void enter_group(pid_t group, bool foreground) {
  if (!job_control) return;
  if (group == 0) group = getpid();
  setpgid(0, group);
  if (foreground) take_terminal(group);
}

void set_job_control(bool on) {
  if (on && terminal < 0) {
    for (int fd = 2; fd >= 0 && terminal < 0; fd--)
      if (isatty(fd)) terminal = fd;
    if (terminal < 0) {
      complain("can't access tty; job control turned off");
      options.monitor = false;
      return;
    }
  }
  job_control = on;
  if (!on) return;
  setpgid(0, 0);
  signal(SIGTSTP, SIG_IGN);
  signal(SIGTTIN, SIG_IGN);
  signal(SIGTTOU, SIG_IGN);
  take_terminal(getpgrp());
}

enum job_state state_of(const struct job *job) {
  enum job_state state = JOB_DONE;
  for (int i = 0; i < job->count; i++) {
    if (job->processes[i].state == JOB_RUNNING) return JOB_RUNNING;
    if (job->processes[i].state == JOB_STOPPED) state = JOB_STOPPED;
  }
  return state;
}

/* As the shell tells it in $?: of the pipeline's last command; 128+n for a signal. */
int status_of(const struct job *job) {
  if (job->count == 0) return 0;
  int status = job->processes[job->count - 1].status;
  for (int i = 0; state_of(job) == JOB_STOPPED && i < job->count; i++)
    if (job->processes[i].state == JOB_STOPPED) status = job->processes[i].status;
  if (WIFEXITED(status)) return WEXITSTATUS(status);
  return 128 + (WIFSTOPPED(status) ? WSTOPSIG(status) : WTERMSIG(status));
}

static void note_change(pid_t pid, int status) {
  for (struct job *job = jobs; job; job = job->next) {
    for (int i = 0; i < job->count; i++) {
      struct job_process *process = &job->processes[i];
      if (process->pid != pid || process->state == JOB_DONE) continue;
      process->status = status;
      process->state = WIFSTOPPED(status) ? JOB_STOPPED : WIFCONTINUED(status) ? JOB_RUNNING : JOB_DONE;
      if (process->state != JOB_RUNNING) job->told = false;
      return;
    }
  }
}

/* Takes in what happened to children. `wait`: at least one thing, unless a signal comes first. */
void note_changes(bool wait) {
  int flags = job_control ? WUNTRACED | WCONTINUED : 0;
  int status;
  pid_t pid = waitpid(-1, &status, wait ? flags : flags | WNOHANG);
  while (pid > 0) {
    note_change(pid, status);
    pid = waitpid(-1, &status, flags | WNOHANG);
  }
  if (pid < 0 && errno == ECHILD)
    for (struct job *job = jobs; job; job = job->next)
      for (int i = 0; i < job->count; i++) job->processes[i].state = JOB_DONE;
}

struct job *current_job(void) {
  if (current) return current;
  struct job *newest = NULL;
  for (struct job *job = jobs; job; job = job->next)
    if (job->number != 0) newest = job;
  return newest;
}

void make_current(struct job *job) {
  number_job(job);
  current = job;
}

/* What killed a command that was waited for is said, but for the usual ends: ^C, a reader that left. */
static void tell_signal(const struct job *job) {
  int status = job->processes[job->count - 1].status;
  if (!WIFSIGNALED(status)) return;
  int signal = WTERMSIG(status);
  /* ^C at the terminal went to the job only: it is meant for the loop or list around it, too. */
  if (signal == SIGINT) {
    if (interactive) interrupted = 1;
    return;
  }
  if (signal == SIGPIPE) return;
  fprintf(stderr, "%s%s\n", strsignal(signal), WCOREDUMP(status) ? " (core dumped)" : "");
}

/* A foreground job: until it has ended or was stopped. */
int wait_for_job(struct job *job) {
  while (job->count > 0 && state_of(job) == JOB_RUNNING) note_changes(true);
  if (job->own_group) take_terminal(getpgrp());
  int status = status_of(job);
  if (state_of(job) == JOB_STOPPED) {
    make_current(job);
    job->background = true;
    job->told = true;
    if (interactive) fputc('\n', stderr);
    report_job(job, false);
    return status;
  }
  if (job->count > 0 && job->text[0] != '\0') tell_signal(job);
  remove_job(job);
  return status;
}

/* The wait builtin: a trapped signal ends it early. */
int wait_for_background(struct job *job) {
  bool ends_now = state_of(job) == JOB_RUNNING;
  while (state_of(job) == JOB_RUNNING) {
    note_changes(true);
    if (trap_waiting) return 128 + trap_waiting;
    if (interrupted) return 130;
  }
  int status = status_of(job);
  /* At a terminal the next prompt tells of it. */
  if (state_of(job) == JOB_DONE && !(interactive && job->number != 0 && !job->told)) {
    if (ends_now && !interactive) tell_signal(job);
    remove_job(job);
  }
  return status;
}

/* %n, %%, %+, %-, %text, or a process id. Null: there is none. */
struct job *find_job(const char *spec) {
  if (spec[0] != '%') {
    pid_t pid = (pid_t)atol(spec);
    for (struct job *job = jobs; job; job = job->next)
      for (int i = 0; i < job->count; i++)
        if (job->processes[i].pid == pid) return job;
    return NULL;
  }
  const char *name = spec + 1;
  if (*name == '\0' || strcmp(name, "%") == 0 || strcmp(name, "+") == 0) return current_job();
  struct job *found = NULL;
  for (struct job *job = jobs; job; job = job->next) {
    if (job->number == 0) continue;
    if (*name == '-') {
      if (job != current_job()) found = job;
    } else if (*name >= '0' && *name <= '9') {
      if (job->number == atoi(name)) return job;
    } else if (*name == '?' ? strstr(job->text, name + 1) != NULL : strncmp(job->text, name, strlen(name)) == 0) {
      found = job;
    }
  }
  return found;
}
