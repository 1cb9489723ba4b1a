/* counter.c as a model: two processes add 1 to a counter, N times each. */
#ifndef N
#define N 10
#endif
byte counter;

active [2] proctype adder() {
  byte k, seen;
  for (k : 1 .. N) {
    seen = counter;
    counter = seen + 1
  }
}
