/* C11 6.7.2.1p13: anonymous structures and unions, in initializers, offsets and nested. */
#include <stddef.h>
#include <stdio.h>

struct value {
  enum { INT, REAL, PAIR } kind;
  union {
    int i;
    double d;
    struct {
      short x, y;
    };
  };
  const char *name;
};

struct outer {
  int before;
  struct {
    int a;
    union {
      struct {
        unsigned char low, high;
      };
      unsigned short both;
    };
  };
  struct {
    int named;
  } n;
  int after;
};

union shape {
  struct {
    int kind;
    int radius;
  };
  struct {
    int kind_;
    int width, height;
  };
  int raw[3];
};

static struct value table[] = {
    {INT, {42}, "int"},
    {REAL, {.d = 2.5}, "real"},
    {PAIR, {.x = 3, .y = 4}, "pair"},
    {.kind = PAIR, .y = 9, .name = "designated"},
    {.name = "only name"},
};

static void show(const struct value *v) {
  switch (v->kind) {
    case INT: printf("%s %d\n", v->name, v->i); break;
    case REAL: printf("%s %g\n", v->name, v->d); break;
    case PAIR: printf("%s %d %d\n", v->name, v->x, v->y); break;
  }
}

int main(void) {
  for (size_t i = 0; i < sizeof table / sizeof *table; i++) show(&table[i]);
  printf("%zu %zu %zu\n", sizeof(struct value), offsetof(struct value, y), offsetof(struct value, d));
  struct outer o = {1, {2, {{3, 4}}}, {5}, 6};
  printf("%d %d %d %d %x %d %d\n", o.before, o.a, o.low, o.high, o.both, o.n.named, o.after);
  printf("%zu %zu\n", sizeof o, offsetof(struct outer, high));
  o.both = 0x1234;
  printf("%x %x\n", o.low, o.high);
  struct outer p = {.high = 1, .after = 2, .n.named = 7, .a = 8};
  printf("%d %d %d %d %d\n", p.high, p.low, p.after, p.n.named, p.a);
  union shape s = {.width = 5, .height = 6};
  printf("%d %d %d\n", s.raw[0], s.radius, s.raw[2]);
  s.kind = 3;
  printf("%d %zu\n", s.kind_, sizeof s);
  struct outer *q = &o;
  q->a++;
  q->low = 200;
  unsigned char *c = &q->high;
  *c = 1;
  printf("%d %d\n", o.a, o.both);
  struct outer copy = *q;
  printf("%d\n", copy.both == o.both);
  return 0;
}
