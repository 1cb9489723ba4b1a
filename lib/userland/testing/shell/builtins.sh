### echo
echo; echo -n a; echo b; echo 'a\tb\nc' 'x\\y'; echo 'stop\chere'; echo next
### echo octal
echo '\0101\060'
### printf
printf 'a%sb\n' X; printf '%d %5d|%-5d|%05d\n' 1 2 3 4; printf '%s %s\n' a b c
### printf formats
printf '%x %X %o %c %%\n' 255 255 8 hello; printf '%5.1f %e\n' 3.14159 1000; printf '%.2s|\n' abcdef
### printf escapes
printf 'a\tb\\n\n'; printf '%b\n' 'x\ty'; printf '\101\n'; printf '%b' 'no\cmore'; echo
### printf without arguments
printf '%d %s|\n'; printf 'plain\n'
### printf wrong numbers
printf '%d\n' abc; echo $?; printf '%d\n' 3x; echo $?
### printf character codes
printf '%d %d\n' "'A" "'a"
### printf with a width from an argument
printf '%*d|\n' 5 42
### test strings
test a = a; echo $?; test a = b; echo $?; [ a != b ]; echo $?; [ -n "" ]; echo $?; [ -z "" ]; echo $?; [ x ]; echo $?; [ "" ]; echo $?; [ ]; echo $?
### test numbers
[ 1 -lt 2 ]; echo $?; [ 2 -le 1 ]; echo $?; [ 3 -eq 3 ]; echo $?; [ 3 -ne 3 ]; echo $?; [ -1 -gt -2 ]; echo $?; [ 5 -ge 6 ]; echo $?
### test files
touch f; mkdir d; [ -e f ]; echo $?; [ -f f ]; echo $?; [ -d f ]; echo $?; [ -d d ]; echo $?; [ -s f ]; echo $?; [ -e no ]; echo $?; [ -r f ]; echo $?
### test combinations
[ a = a -a b = b ]; echo $?; [ a = b -o b = b ]; echo $?; [ ! a = b ]; echo $?; [ \( a = a \) ]; echo $?
### test with operands like operators
[ -f = -f ]; echo $?; [ ! ]; echo $?; [ '(' = '(' ]; echo $?
### test errors
[ a -eq 1 ]; echo $?; [ a = a; echo $?
### eval
x='echo a; echo b'; eval $x; eval "y=3"; echo $y; eval; echo $?; eval false; echo $?
### eval twice
a=b; b=c; eval echo \$$a
### dot
echo 'x=sourced; echo in $x' > s.sh; . ./s.sh; echo $x
### return from a dot script
echo 'echo a; return 4; echo b' > s.sh; . ./s.sh; echo $?
### missing dot script
. ./nothing.sh; echo not reached
### read
echo 'a b c d' | { read x y z; echo "[$x][$y][$z]"; }; echo a | { read x y; echo "[$x][$y]"; }
### read keeps and drops
printf '  lead  trail  \n' | { read x; echo "[$x]"; }; printf 'a\\tb\n' | { read x; echo "[$x]"; }; printf 'a\\tb\n' | { read -r x; echo "[$x]"; }
### read joins lines
printf 'a\\\nb\n' | { read x; echo "[$x]"; }
### read at the end
printf 'last' | { read x; echo "$? [$x]"; read x; echo "$? [$x]"; }
### read with IFS
echo a:b:c:d | { IFS=: read x y z; echo "[$x][$y][$z]"; }; echo 'a,b' | while IFS=, read p q; do echo $q $p; done
### read lines of a file
printf '1 one\n2 two\n' > f; while read n w; do echo $w=$n; done < f
### cd and pwd
cd /; pwd; cd tmp; pwd; cd ..; pwd; cd /home/../tmp/.; pwd; cd -; echo $OLDPWD
### cd fails
cd /nowhere; echo $?
### cd home
HOME=/tmp; cd; pwd
### command
command -v cd; command -v nothing; echo $?; command -v if; command echo hi; f() { :; }; command -v f
### type
type cd; type if; f() { :; }; type f; type nothing_here; echo $?
### umask
umask 077; umask; umask 022; umask; umask -S
### trap on exit
trap 'echo bye' EXIT; echo working
### trap on exit keeps the status
sh -c 'trap "echo bye" 0; exit 5'; echo $?
### trap on a signal
trap 'echo caught' USR1; kill -USR1 $$; echo after
### trap ignores
trap '' TERM; kill -TERM $$; echo alive; trap - TERM
### trap listing
trap 'echo x' INT; trap '' HUP; trap
### trap is reset in a subshell
trap 'echo parent' EXIT; (echo child)
### trap in a loop
trap 'echo sig' USR1; for i in 1 2; do kill -USR1 $$; echo $i; done
### bad trap
trap 'x' NOSIG 2>/dev/null; echo $?
### kill names
kill -l 9; kill -l 15; kill -l 130
### kill nobody
kill -0 $$; echo $?
### set -e
set -e; true; if false; then :; fi; false || true; ! true; echo here; false; echo not reached
### set -e in a function
set -e; f() { false; echo not reached; }; f; echo not reached
### set -e in a tested function
set -e; f() { false; echo reached; }; f && echo yes; if f; then echo too; fi
### set -e in a subshell
set -e; (false; echo no) || echo caught; (exit 3); echo not reached
### set -x
set -x; x=1; echo $x 'a b'
### set -n
sh -n -c 'echo not run'; echo $?
### set -v and -f
set -f; echo *; set +f
### set -a
set -a; v=exported; sh -c 'echo $v'
### $-
set -e; case $- in *e*) echo has e;; esac; set +e; case $- in *e*) echo still;; *) echo gone;; esac
### set listing
x='a b'; set | grep '^x='
### export listing
export z1='q q'; export -p | grep z1
### exec replaces the shell
sh -c 'exec echo replaced; echo never'
### exec of nothing
exec nothing_there; echo not reached
### times and hash
times | wc -l | tr -d ' '; hash -r; echo $?
### colon and true
: a b c; true x; false x; echo $?
### exit with trap and status
trap 'echo t $?' EXIT; (exit 3); exit 4
### break outside of a loop
break; echo fine; continue; echo fine
