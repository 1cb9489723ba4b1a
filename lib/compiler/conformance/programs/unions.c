/* Unions: shared bytes, in structures, as arguments. */
#include <stdint.h>
#include <stdio.h>

union bits {
  float f;
  uint32_t u;
  unsigned char b[4];
};

struct value {
  enum { INT, REAL, TEXT } kind;
  union {
    int i;
    double d;
    const char *s;
  };
};

static void show(struct value v) {
  switch (v.kind) {
  case INT: printf("int %d\n", v.i); break;
  case REAL: printf("real %g\n", v.d); break;
  case TEXT: printf("text %s\n", v.s); break;
  }
}

static union bits negate(union bits x) {
  x.u ^= 0x80000000u;
  return x;
}

int main(void) {
  union bits x;
  x.f = 1.0f;
  printf("%x %x %x\n", x.u, x.b[3], x.b[2]);
  x.u = 0x40490fdb;
  printf("%f\n", x.f);
  printf("%f\n", negate(x).f);
  printf("%zu %zu\n", sizeof(union bits), sizeof(struct value));
  show((struct value){INT, {.i = 42}});
  show((struct value){.kind = REAL, .d = 2.75});
  struct value v = {TEXT, .s = "union"};
  show(v);
  union {
    uint64_t whole;
    uint16_t part[4];
  } w = {0x1122334455667788};
  for (int i = 0; i < 4; i++) printf("%x ", w.part[i]);
  w.part[1] = 0;
  printf("%lx\n", w.whole);
  return 0;
}
