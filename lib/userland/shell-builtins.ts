/** The commands that sh runs itself (sh/builtins.c): names for whoever completes what is typed. */
export const SHELL_BUILTINS: readonly string[] = (
  '. : [ bg break cd command continue echo eval exec exit export false fg getopts hash jobs kill local ' +
  'printf pwd read readonly return set shift source test times trap true type ulimit umask unset wait'
).split(' ');
