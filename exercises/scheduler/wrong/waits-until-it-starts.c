#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define JOBS_MAX 20

struct job {
  char name[8];
  int arrival;
  int burst;
  int left; /* what is left of the burst */
  int end;
  int start;
  int queued; /* it has arrived and is in the ready queue, or was */
};

static struct job jobs[JOBS_MAX];
static int job_count;

/* The ready queue: numbers of jobs, who came first at the front. */
static int queue[JOBS_MAX];
static int queue_length;

static void enqueue(int job) {
  queue[queue_length++] = job;
}

/* Takes out what is at a place of the queue. */
static int dequeue(int at) {
  int job = queue[at];
  queue_length--;
  for (int i = at; i < queue_length; i++) queue[i] = queue[i + 1];
  return job;
}

/* Jobs that have arrived by now go to the end of the queue, the earliest first. */
static void admit(int now) {
  for (;;) {
    int next = -1;
    for (int i = 0; i < job_count; i++) {
      if (jobs[i].queued || jobs[i].arrival > now) continue;
      if (next < 0 || jobs[i].arrival < jobs[next].arrival) next = i;
    }
    if (next < 0) return;
    jobs[next].queued = 1;
    enqueue(next);
  }
}

static int shortest(void) {
  int best = 0;
  for (int i = 1; i < queue_length; i++) {
    if (jobs[queue[i]].burst < jobs[queue[best]].burst) best = i;
  }
  return best;
}

static int next_arrival(void) {
  int earliest = INT_MAX;
  for (int i = 0; i < job_count; i++) {
    if (!jobs[i].queued && jobs[i].arrival < earliest) earliest = jobs[i].arrival;
  }
  return earliest;
}

static void simulate(const char *policy, int quantum) {
  int now = 0;
  int done = 0;
  while (done < job_count) {
    admit(now);
    if (queue_length == 0) {
      int until = next_arrival();
      printf("idle %d-%d\n", now, until);
      now = until;
      continue;
    }
    int job = dequeue(strcmp(policy, "sjf") == 0 ? shortest() : 0);
    int run = jobs[job].left;
    if (strcmp(policy, "rr") == 0 && run > quantum) run = quantum;
    printf("%s %d-%d\n", jobs[job].name, now, now + run);
    if (jobs[job].left == jobs[job].burst) jobs[job].start = now;
    now += run;
    jobs[job].left -= run;
    admit(now);
    if (jobs[job].left > 0) {
      enqueue(job);
    } else {
      jobs[job].end = now;
      done++;
    }
  }
}

int main(int argc, char *argv[]) {
  const char *policy = argc > 1 ? argv[1] : "fcfs";
  int quantum = argc > 2 ? atoi(argv[2]) : 1;
  while (job_count < JOBS_MAX) {
    struct job *job = &jobs[job_count];
    if (scanf("%7s %d %d", job->name, &job->arrival, &job->burst) != 3) break;
    job->left = job->burst;
    job_count++;
  }
  if (job_count == 0) return 1;

  simulate(policy, quantum);
  int sum = 0;
  for (int i = 0; i < job_count; i++) {
    int waiting = jobs[i].start - jobs[i].arrival;
    printf("%s waits %d\n", jobs[i].name, waiting);
    sum += waiting;
  }
  printf("average %.2f\n", (double)sum / job_count);
  return 0;
}
