#include <stdio.h>
typedef enum { RED, GREEN = 5, BLUE, LAST = BLUE + 10 } color;
enum { SIZE = 1 << 3, MINUS = -1 };
typedef unsigned long word;
typedef int (*operation)(int, int);
typedef struct node node;
struct node { node *next; word value; };
typedef int vector[3];
static int add(int a, int b) { return a + b; }
static int sub(int a, int b) { return a - b; }
static operation choose(char c) { return c == '+' ? add : sub; }
int main(void) {
  color c = GREEN;
  c++;
  printf("%d %d %d %d %d\n", RED, c, LAST, SIZE, MINUS);
  printf("%d %d\n", choose('+')(4, 3), (*choose('-'))(4, 3));
  operation table[] = {add, sub};
  int r = 0;
  for (unsigned i = 0; i < sizeof table / sizeof *table; i++) r = r * 10 + table[i](5, 2);
  node n = {NULL, 77};
  vector v = {1, 2, 3};
  printf("%d %lu %d %zu\n", r, n.value, v[2], sizeof(vector));
  { typedef char vector; vector x = 'q'; printf("%c %zu\n", x, sizeof x); }
  int node = 3;
  printf("%d %d\n", node, (int)sizeof(enum { A, B }));
  return 0;
}
