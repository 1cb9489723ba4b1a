### if else
if true; then echo a; else echo b; fi; if false; then echo a; elif true; then echo c; else echo d; fi
### if status
if false; then echo no; fi; echo $?; if true; then false; fi; echo $?
### while
i=0; while [ $i -lt 3 ]; do echo $i; i=$((i+1)); done
### until
i=3; until [ $i -eq 0 ]; do echo $i; i=$((i-1)); done; echo $?
### for
for i in a 'b c' d; do echo "[$i]"; done; for i in; do echo none; done; echo $i
### for over parameters
set -- x y; for i; do echo $i; done; for i do echo $i; done
### for on several lines
for i in 1 2
do
  echo $i
done
### break
for i in 1 2 3; do if [ $i = 2 ]; then break; fi; echo $i; done; echo after $i
### continue
for i in 1 2 3; do [ $i = 2 ] && continue; echo $i; done
### break of two levels
for i in 1 2; do for j in a b; do echo $i$j; break 2; done; done; echo end
### continue of two levels
for i in 1 2; do for j in a b; do echo $i$j; continue 2; done; echo never; done
### break in while true
n=0; while :; do n=$((n+1)); [ $n -ge 5 ] && break; done; echo $n
### case
for x in apple banana cherry ''; do case $x in a*) echo A;; b*|c*) echo BC;; '') echo empty;; esac; done
### case with quotes and brackets
case '*' in '*') echo star;; esac; case a in [!a]) echo no;; [a-c]) echo range;; esac; case x in "?") echo no;; ?) echo any;; esac
### case with a leading parenthesis, no last ;;
case a in (b) echo b;; (a) echo a
esac
### case status
case x in y) false;; esac; echo $?; case x in x) false;; esac; echo $?; case x in x) ;; esac; echo $?
### case of a pattern in a variable
p='a*'; case abc in $p) echo pattern;; esac; case abc in "$p") echo no;; *) echo quoted;; esac
### and or
true && echo a; false && echo b; true || echo c; false || echo d; false || false || echo e; true && false || echo f
### not
! true; echo $?; ! false; echo $?; if ! false; then echo yes; fi
### grouping
{ echo a; echo b; } | wc -l | tr -d ' '; (echo c); { echo d; }; (cd /; pwd); pwd | grep -c student
### a subshell keeps its changes
x=1; (x=2; echo $x); echo $x; { x=3; }; echo $x
### exit in a subshell
(exit 7); echo $?; (echo a; exit 3; echo b); echo $?
### function
f() { echo "f $1 $#"; }; f a b; f
### function with return
f() { return 5; echo never; }; f; echo $?; g() { false; return; }; g; echo $?
### function parameters are its own
set -- outer; f() { echo $1; shift; echo $#; }; f inner; echo $1
### function with local
x=global; f() { local x; x=local; echo $x; }; f; echo $x; g() { local y=1 z; echo $y; }; g; echo ${y-unset}
### recursion
fact() { if [ $1 -le 1 ]; then echo 1; else echo $(($1 * $(fact $(($1 - 1))))); fi; }; fact 6
### function over several lines
f()
{
  echo multi
}
f
### function that is a subshell
f() (x=changed; echo $x); x=orig; f; echo $x
### function in a pipeline
f() { while read l; do echo "<$l>"; done; }; printf 'a\nb\n' | f
### function hides a program
ls() { echo mine; }; ls; command ls -d /
### return from a loop in a function
f() { for i in 1 2 3; do [ $i = 2 ] && return 9; echo $i; done; }; f; echo $?
### last status
true; echo $?; false; echo $?; nothing_like_this 2>/dev/null; echo $?
### exit statuses
sh -c 'exit 300'; echo $?; sh -c 'exit 1'; echo $?
### exit without a number
false; sh -c 'false; exit'; echo $?
### empty commands
:; echo $?; { :; }; if :; then :; fi; echo done
### several commands on a line with & && ;
echo a; echo b && echo c; false; echo d
### lists with newlines
true &&

echo continued |

cat
