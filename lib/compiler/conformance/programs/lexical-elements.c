/* C11 6.4: tokens, comments, line splices, digraphs, universal character names, maximal munch. */
#include <stdio.h>

#define STR(x) #x
#define XSTR(x) STR(x)

/* A comment // inside a comment. */
// A line comment that goes on \
   here, so this is no code: return 1;

static int spl\
iced = 4;

static int caf\u00e9 = 7;
static int \U000000fcber = 8;
static int größe = 9;
static int $dollar = 10;

int main(void) <%
  int a<:3:> = <%1, 2, 3%>;
  printf("%d %d\n", a<:1:>, spliced);
  printf("%d %d %d %d\n", café, über, gr\u00f6\u00dfe, $dollar);
  int i = 5, j = 2;
  int k = i+++j;
  printf("%d %d %d\n", i, j, k);
  k = i---j;
  printf("%d %d %d\n", i, j, k);
  int *p = &j;
  k = 10/ *p; /* not a comment start */
  printf("%d\n", k);
  k = 10 //* comment, so the next line divides */
      / 5;
  printf("%d\n", k);
  printf("%s\n", XSTR(<: :> <% %>));
  printf("%s\n", STR(a   +   /* comment */   b));
  printf("%s\n", STR("quoted \"text\" \n" 'c' '\''));
  printf("a string in "
         "pieces" /* with a comment */ " and"
         " more\n");
  printf("spliced \
string\n");
  printf("%d %d\n", (int)sizeof "abc" "def", (int)sizeof(""));
  printf("%d\n", i ? j ? 1 : 2 : 3);
  int x = 1;
  x = -x;
  x -= - -x;
  printf("%d %d\n", x, - - -x);
  printf("%.1f %.1f\n", .5, 5.);
%:ifdef STR
  printf("digraph directive\n");
%:endif
#define CAT(a, b) a%:%:b
  printf("%d\n", CAT(1, 2));
  return 0;
%>
