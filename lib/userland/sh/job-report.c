/* What is shown of jobs, in bash's form: "[1]+  Done                    sleep 5". */
#include "shell.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

static const char *state_text(const struct job *job) {
  static char text[64];
  int status = job->count > 0 ? job->processes[job->count - 1].status : 0;
  switch (state_of(job)) {
    case JOB_RUNNING:
      return "Running";
    case JOB_STOPPED:
      return "Stopped";
    case JOB_DONE:
      if (WIFSIGNALED(status)) {
        snprintf(text, sizeof text, "%s%s", strsignal(WTERMSIG(status)), WCOREDUMP(status) ? " (core dumped)" : "");
        return text;
      }
      if (WEXITSTATUS(status) == 0) return "Done";
      snprintf(text, sizeof text, "Exit %d", WEXITSTATUS(status));
      return text;
  }
  return "";
}

static char mark_of(const struct job *job) {
  if (job == current_job()) return '+';
  return job == find_job("%-") ? '-' : ' ';
}

void report_job(const struct job *job, bool pids) {
  FILE *to = interactive && !pids ? stderr : stdout;
  fprintf(to, "[%d]%c  ", job->number, mark_of(job));
  if (pids) fprintf(to, "%d ", (int)job->group);
  fprintf(to, "%-24s%s%s\n", state_text(job), job->text, state_of(job) == JOB_RUNNING ? " &" : "");
  fflush(to);
}

/* Before a prompt: background jobs that ended or stopped since the last one. */
void report_changes(void) {
  note_changes(false);
  for (struct job *job = jobs, *next; job; job = next) {
    next = job->next;
    if (job->number == 0 || job->told || state_of(job) == JOB_RUNNING) continue;
    job->told = true;
    report_job(job, false);
    if (state_of(job) == JOB_DONE) remove_job(job);
  }
}

static int each_job(int argc, char **argv, int first, int (*act)(struct job *)) {
  if (first >= argc) {
    struct job *job = current_job();
    if (job) return act(job);
    complain("No current job");
    return 2;
  }
  int status = 0;
  for (int i = first; i < argc; i++) {
    struct job *job = find_job(argv[i]);
    if (job) status = act(job);
    else {
      complain("No such job: %s", argv[i]);
      status = 2;
    }
  }
  return status;
}

int builtin_jobs(int argc, char **argv) {
  bool pids = false, only_pids = false;
  int i = 1;
  for (; i < argc && argv[i][0] == '-' && argv[i][1] != '\0'; i++) {
    if (strcmp(argv[i], "-l") == 0) pids = true;
    else if (strcmp(argv[i], "-p") == 0) only_pids = true;
    else return bad_usage(argv[i]);
  }
  note_changes(false);
  for (struct job *job = jobs, *next; job; job = next) {
    next = job->next;
    if (job->number == 0 || (i < argc && job != find_job(argv[i]))) continue;
    if (only_pids) {
      printf("%d\n", (int)job->group);
    } else {
      fflush(stderr);
      bool shown = interactive;
      interactive = false;
      report_job(job, pids);
      interactive = shown;
    }
    job->told = true;
    if (state_of(job) == JOB_DONE) remove_job(job);
  }
  return 0;
}

static void continue_job(struct job *job) {
  for (int i = 0; i < job->count; i++)
    if (job->processes[i].state == JOB_STOPPED) job->processes[i].state = JOB_RUNNING;
  kill(-job->group, SIGCONT);
}

static int to_foreground(struct job *job) {
  printf("%s\n", job->text);
  fflush(stdout);
  take_terminal(job->group);
  job->background = false;
  continue_job(job);
  return wait_for_job(job);
}

static int to_background(struct job *job) {
  make_current(job);
  continue_job(job);
  printf("[%d]%c %s &\n", job->number, mark_of(job), job->text);
  return 0;
}

int builtin_fg(int argc, char **argv) {
  if (!job_control) {
    complain("No job control");
    return 2;
  }
  return each_job(argc, argv, 1, to_foreground);
}

int builtin_bg(int argc, char **argv) {
  if (!job_control) {
    complain("No job control");
    return 2;
  }
  return each_job(argc, argv, 1, to_background);
}

static int wait_for_all(void) {
  for (;;) {
    struct job *running = NULL;
    for (struct job *job = jobs; job && !running; job = job->next)
      if (job->count > 0 && state_of(job) == JOB_RUNNING) running = job;
    if (!running) break;
    note_changes(true);
    if (trap_waiting) return 128 + trap_waiting;
    if (interrupted) return 130;
  }
  if (interactive) report_changes();
  for (struct job *job = jobs, *next; job; job = next) {
    next = job->next;
    if (state_of(job) == JOB_DONE) remove_job(job);
  }
  return 0;
}

int builtin_wait(int argc, char **argv) {
  if (argc == 1) return wait_for_all();
  int status = 0;
  for (int i = 1; i < argc; i++) {
    struct job *job = find_job(argv[i]);
    if (!job && argv[i][0] == '%') {
      complain("No such job: %s", argv[i]);
      return 2;
    }
    if (!job && (argv[i][0] < '0' || argv[i][0] > '9')) {
      complain("Illegal number: %s", argv[i]);
      return 2;
    }
    status = job ? wait_for_background(job) : 127;
  }
  return status;
}
