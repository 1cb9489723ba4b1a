### pipeline
echo hello | cat | tr a-z A-Z; printf '3\n1\n2\n' | sort | head -n 2
### pipeline status
true | false; echo $?; false | true; echo $?; exit 3 | exit 4; echo $?
### pipeline in a subshell
x=1; echo 2 | read x; echo $x
### negated pipeline
! true | false; echo $?; ! echo x | grep -q y; echo $?
### long pipeline
seq 1 100 | grep 7 | wc -l | tr -d ' '
### reader that leaves
yes | head -n 3
### pipeline of compound commands
for i in 3 1 2; do echo $i; done | sort | while read x; do echo "got $x"; done
### standard error through a pipe
{ echo err >&2; } 2>&1 | tr a-z A-Z
### background
{ echo bg > f; } & wait; cat f
### wait status
(exit 6) & wait $!; echo $?
### wait for several
(exit 1) & a=$!; (exit 2) & b=$!; wait $b; echo $?; wait $a; echo $?
### wait without children
wait; echo $?
### wait for a stranger
wait 1; echo $?
### $! and $$
sleep 0 & test $! -gt $$ && echo later; wait
### background keeps the order of waiting
for i in 1 2 3; do (exit $i) & p="$p $!"; done; for q in $p; do wait $q; echo $?; done
### background with and-or
true && echo yes & wait
### stdin of a background command
cat & wait; echo done
### killed by a signal
sh -c 'kill -TERM $$'; echo $?
### killed in the background
sleep 100 & kill $!; wait $!; echo $?
### killed by KILL
sh -c 'kill -9 $$'; echo $?
### $$ is the same in a subshell
a=$$; b=$(echo $$); [ $a = $b ] && echo same; (test $$ = $a && echo same)
### pids differ in children
a=$(sh -c 'echo $$'); [ "$a" != $$ ] && echo differs
### a pipeline's parts run at the same time
(sleep 1; echo slow) | (echo first; cat)
### sleep in the background ends in order
(sleep 2; echo second) & (sleep 1; echo first) & wait
### large data through a pipe
seq 1 20000 | tail -n 1; seq 1 20000 | wc -c | tr -d ' '
