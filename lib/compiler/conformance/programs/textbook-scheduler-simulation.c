#include <stdio.h>
#include <stdlib.h>
#include <string.h>
struct proc {
  const char *name;
  int arrival, burst, left, start, finish;
};
static struct proc p[] = {{"P1", 0, 8}, {"P2", 1, 4}, {"P3", 2, 9}, {"P4", 3, 5}};
enum { N = sizeof p / sizeof *p };
static void reset(void) {
  for (int i = 0; i < N; i++) {
    p[i].left = p[i].burst;
    p[i].start = p[i].finish = -1;
  }
}

static void report(const char *t) {
  double w = 0, ta = 0;
  for (int i = 0; i < N; i++) {
    ta += p[i].finish - p[i].arrival;
    w += p[i].finish - p[i].arrival - p[i].burst;
  }
  printf("%-6s avg wait %.2f turnaround %.2f\n", t, w / N, ta / N);
}

int main(void) {
  reset();
  int t = 0;
  for (int i = 0; i < N; i++) {
    if (t < p[i].arrival) t = p[i].arrival;
    t += p[i].burst;
    p[i].finish = t;
  }
  report("FCFS");
  reset();
  for (t = 0;; t++) {
    int b = -1, any = 0;
    for (int i = 0; i < N; i++) if (p[i].left) {
      any = 1;
      if (p[i].arrival <= t && (b < 0 || p[i].left < p[b].left)) b = i;
    }
    if (!any) break;
    if (b >= 0 && --p[b].left == 0) p[b].finish = t + 1;
  }
  report("SRTF");
  reset();
  int q[100], h = 0, e = 0, in = 0, quantum = 2;
  t = 0;
  while (in < N && p[in].arrival <= t) q[e++] = in++;
  while (h < e) {
    int i = q[h++], run = p[i].left < quantum ? p[i].left : quantum;
    printf("%s[%d-%d] ", p[i].name, t, t + run);
    t += run;
    p[i].left -= run;
    while (in < N && p[in].arrival <= t) q[e++] = in++;
    if (p[i].left) q[e++] = i;
    else p[i].finish = t;
  }
  printf("\n");
  report("RR");
  return 0;
}
