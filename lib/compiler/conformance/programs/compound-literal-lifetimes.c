/* C11 6.5.2.5: compound literals at file scope and in blocks, as lvalues, arguments, in loops. */
#include <stdio.h>
#include <string.h>

struct point {
  int x, y;
};
struct node {
  int value;
  const struct node *next;
};

static int *numbers = (int[]){1, 2, 3, 4};
static struct point *origin = &(struct point){.y = 5};
static const struct node list = {1, &(const struct node){2, &(const struct node){3, 0}}};
static const char *const *words = (const char *const[]){"one", "two", 0};

static int area(struct point p) {
  return p.x * p.y;
}
static int total(const int *a, int n) {
  int sum = 0;
  for (int i = 0; i < n; i++) sum += a[i];
  return sum;
}
static struct point make(int x) {
  return (struct point){x, x + 1};
}

int main(void) {
  numbers[2]++;
  origin->x = 4;
  printf("%d %d %d\n", numbers[2], origin->x, origin->y);
  for (const struct node *n = &list; n != 0; n = n->next) printf("%d ", n->value);
  printf("\n");
  for (int i = 0; words[i]; i++) printf("%s ", words[i]);
  printf("\n");
  printf("%d\n", area((struct point){3, 4}));
  printf("%d\n", total((int[]){1, 2, 3}, 3));
  printf("%d %zu\n", total((int[10]){[9] = 8}, 10), sizeof(int[10]){0});
  struct point *p = &(struct point){1, 2};
  p->x = 10;
  printf("%d %d\n", p->x, p->y);
  (struct point){0, 0}.x = 3;
  int *last = 0;
  for (int i = 0; i < 3; i++) {
    int *q = &(int){i};
    printf("%d ", *q);
    *q += 100;
    if (last) printf("(%d) ", last == q);
    last = q;
  }
  printf("\n");
  int x = (int){5} + (int){6};
  printf("%d %d\n", x, ++(int){41});
  char *s = (char[]){"changeable"};
  s[0] = 'C';
  printf("%s %zu\n", s, sizeof((char[]){"changeable"}));
  struct point a = make(7);
  a = (struct point){.x = a.y};
  printf("%d %d\n", a.x, a.y);
  struct point *arr = (struct point[]){{1, 2}, {3, 4}, [4] = {5, 6}};
  printf("%d %d %d\n", arr[1].y, arr[3].x, arr[4].y);
  printf("%d\n", ((union { float f; unsigned u; }){.f = 1.0f}).u == 0x3f800000);
  printf("%d\n", (int[]){10, 20, 30}[1]);
  printf("%d\n", *(const int[]){77});
  int n = 3;
  memcpy((int[4]){0}, &n, sizeof n);
  struct point *again = 0;
  int round = 0;
loop:
  if (again != 0) printf("%d\n", again->x);
  again = &(struct point){round, 1};
  if (round++ < 2) goto loop;
  return 0;
}
