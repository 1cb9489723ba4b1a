/* philosophers.c as a model: P philosophers eat N times each; the last one takes the forks in the other order. */
#ifndef P
#define P 5
#endif
#ifndef N
#define N 3
#endif
bool taken[P];
#define take(fork) atomic { !taken[fork] -> taken[fork] = true }
#define lay_down(fork) taken[fork] = false

active [P] proctype philosopher() {
  byte k, first, second;
  d_step {
    first = (_pid < P - 1 -> _pid : 0);
    second = (_pid < P - 1 -> _pid + 1 : P - 1)
  }
  for (k : 1 .. N) {
    take(first);
    take(second);
    lay_down(second);
    lay_down(first)
  }
}
