/* Commands that run at the same time: pipelines, background commands; forking children of the shell. */
#include "shell.h"
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* In the child: it is no interactive shell, and its parent's traps and jobs are not its own. */
pid_t fork_child(void) {
  fflush(stdout);
  pid_t child = fork();
  if (child < 0) fail(2, "Cannot fork");
  if (child > 0) return child;
  interactive = false;
  escape = NULL;
  forget_traps();
  forget_jobs();
  return 0;
}

static void into_pipe(int before, const int ends[2]) {
  if (before >= 0 && before != 0) {
    dup2(before, 0);
    close(before);
  }
  if (!ends) return;
  if (before != 0 && ends[0] != 0) close(ends[0]);
  if (ends[1] != 1) {
    dup2(ends[1], 1);
    close(ends[1]);
  }
}

static void start_elements(const struct node *node, struct job *job, bool foreground) {
  int before = -1;
  for (const struct node *element = node->elements; element; element = element->next) {
    int ends[2];
    if (element->next && pipe(ends) < 0) fail(2, "Pipe call failed");
    pid_t group = job->group;
    pid_t child = fork_child();
    if (child == 0) {
      enter_group(group, foreground);
      job_control = false;
      reset_child_signals(false);
      into_pipe(before, element->next ? ends : NULL);
      leave(run(element, RUN_LAST));
    }
    add_process(job, child);
    if (before >= 0) close(before);
    if (element->next) {
      close(ends[1]);
      before = ends[0];
    }
  }
}

int run_pipeline(const struct node *node) {
  struct job *job = new_job(node->source ? node->source : "");
  start_elements(node, job, true);
  return wait_for_job(job);
}

int run_background(const struct node *node) {
  struct job *job = new_job(node->source ? node->source : "");
  job->background = true;
  if (node->left->kind == NODE_PIPELINE) {
    start_elements(node->left, job, false);
  } else {
    bool keeps_input = job_control;
    pid_t child = fork_child();
    if (child == 0) {
      enter_group(0, false);
      job_control = false;
      reset_child_signals(!keeps_input);
      if (!keeps_input) {
        int nothing = open("/dev/null", O_RDONLY);
        if (nothing > 0) {
          dup2(nothing, 0);
          close(nothing);
        }
      }
      leave(run(node->left, RUN_LAST));
    }
    add_process(job, child);
  }
  last_background = job->processes[job->count - 1].pid;
  make_current(job);
  if (interactive) fprintf(stderr, "[%d] %d\n", job->number, (int)last_background);
  return 0;
}
