/* buffer.c as a model: K producers and K consumers of N items each. */
#ifndef N
#define N 2
#endif
#ifndef K
#define K 2
#endif
byte buffer[2], in, out;
byte room = 2, items = 0, mutex = 1;
#define down(s) atomic { s > 0 -> s-- }

active [K] proctype producer() {
  byte k;
  for (k : 1 .. N) {
    down(room); down(mutex);
    buffer[in] = _pid; in = (in + 1) % 2;
    mutex++; items++
  }
}

active [K] proctype consumer() {
  byte k, item;
  for (k : 1 .. N) {
    down(items); down(mutex);
    item = buffer[out]; out = (out + 1) % 2;
    mutex++; room++
  }
}
