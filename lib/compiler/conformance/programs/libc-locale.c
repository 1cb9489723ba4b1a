/* setlocale's names, localeconv, nl_langinfo. */
#include <langinfo.h>
#include <limits.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>

static void set(int category, const char *name) {
  char *result = setlocale(category, name);
  printf("%d %s -> %s\n", category == LC_ALL, name ? name : "(query)", result ? result : "null");
}

int main(void) {
  set(LC_ALL, NULL);
  set(LC_ALL, "C");
  set(LC_ALL, "POSIX");
  set(LC_ALL, "");
  set(LC_ALL, "xx_YY.UTF-8");
  set(LC_ALL, "C.UTF-8");
  set(LC_CTYPE, NULL);
  set(LC_NUMERIC, "C");
  set(LC_ALL, NULL);
  set(LC_ALL, "C");
  set(LC_CTYPE, "C.UTF-8");
  set(LC_ALL, NULL);
  set(99, "C");
  printf("%s\n", nl_langinfo(CODESET));
  set(LC_ALL, "C");
  struct lconv *l = localeconv();
  printf("[%s] [%s] [%s] [%s] %d %d\n", l->decimal_point, l->thousands_sep, l->currency_symbol, l->grouping, l->frac_digits == CHAR_MAX, l->p_sign_posn == CHAR_MAX);
  static const nl_item items[] = {CODESET, RADIXCHAR, THOUSEP, ABDAY_1, ABDAY_7, DAY_1, DAY_7, ABMON_1, ABMON_12, MON_1, MON_12, AM_STR, PM_STR, D_T_FMT, D_FMT, T_FMT, T_FMT_AMPM, YESEXPR, NOEXPR};
  for (int i = 0; i < (int)(sizeof items / sizeof *items); i++) printf("[%s] ", nl_langinfo(items[i]));
  putchar('\n');
  setenv("LANG", "C.UTF-8", 1);
  set(LC_ALL, "");
  setenv("LC_ALL", "C", 1);
  set(LC_ALL, "");
  printf("%.2f\n", 1234.5);
  return 0;
}
