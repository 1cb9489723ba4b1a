### command substitution
echo $(echo hello) "$(echo 'a   b')" $(echo 'a   b')
### trailing newlines go
x=$(printf 'a\n\nb\n\n\n'); echo "[$x]"
### backquotes
echo `echo hi` "`echo "a  b"`"; x=`echo \`echo nested\``; echo $x
### backslashes in backquotes
echo `echo '\\$x'` "`echo \\$HOME | wc -c | tr -d ' '`"
### nested substitution
echo $(echo $(echo $(echo deep)))
### quotes inside a substitution are its own
x="$(echo "a  b" 'c"d')"; echo "$x"
### case inside a substitution
echo $(case a in a) echo matched;; esac)
### a substitution's status
x=$(exit 3); echo $?; x=$(true); echo $?; echo $(exit 4) $?
### a substitution does not change the shell
x=1; y=$(x=2; echo $x); echo $x $y
### empty substitution
echo "[$()]" [$( )]
### substitution over several lines
echo $(
  echo a
  # comment with ) and '
  echo b
)
### arithmetic
echo $((1 + 2 * 3)) $(( (1+2)*3 )) $((7 / 2)) $((-7 / 2)) $((7 % 3)) $((-7 % 3))
### arithmetic comparison and logic
echo $((1 < 2)) $((2 <= 1)) $((1 == 1)) $((1 != 1)) $((1 && 0)) $((1 || 0)) $((!5)) $((~5))
### arithmetic bits
echo $((6 & 3)) $((6 | 3)) $((6 ^ 3)) $((1 << 10)) $((1024 >> 3)) $((-1 >> 1))
### arithmetic conditional
x=5; echo $((x > 3 ? 10 : 20)) $((x < 3 ? 10 : 20)) $((0 ? 1 : 0 ? 2 : 3))
### arithmetic assignment
x=5; echo $((x += 2)) $((x *= 3)) $x $((y = 4)) $y; : $((x <<= 2)); echo $x
### arithmetic bases
echo $((0x1f)) $((010)) $((0xFF + 1))
### arithmetic with $ and nested
x=3; echo $(($x * $(echo 4))) $(( $((1+1)) * 2 ))
### arithmetic with unset variables
unset u; echo $((u + 1))
### arithmetic does not evaluate what && skips
x=1; : $((0 && (x = 9))) $((1 || (x = 8))); echo $x
### arithmetic big numbers
echo $((9223372036854775807 + 1)) $((2147483647 * 2))
### arithmetic division by zero
echo $((1 / 0)); echo not reached
### arithmetic precedence
echo $((2 + 3 << 1)) $((1 | 2 == 2)) $((10 - 2 - 3)) $((2 * 3 % 4))
### arithmetic spanning lines
echo $((1 +
2))
### globbing
mkdir g; cd g; touch a.c b.c c.h .hidden; echo *; echo *.c; echo ?.h; echo [ab].c; echo [!a]*; echo .h*
### globbing without a match
echo *.nothing "*" \*
### globbing in folders
mkdir -p g/x g/y; touch g/x/1 g/y/1 g/y/2; echo g/*/1 g/*/*; echo g/*/
### globbing of a variable
mkdir g; cd g; touch a b; x='*'; echo $x "$x"; set -f; echo $x; set +f; echo $x
### quoted stars in a pattern
mkdir g; cd g; touch 'a*b' axb; echo a"*"b a*b
### globbing is not done in assignments
touch zz1; x=z*; echo "$x"
