### script with arguments
printf 'echo "$0 $1 $#"\n' > s.sh; sh s.sh a b; sh ./s.sh
### script from standard input
echo 'echo from stdin' | sh; printf 'echo a\nread x\nline\necho $x\n' | sh
### script by -c with arguments
sh -c 'echo $0 $1 $2' name a b
### script with #!
printf '#!/bin/sh\necho script $1\n' > s; chmod +x s; ./s arg
### script without #!
printf 'echo plain $1\n' > s; chmod +x s; ./s arg
### script in PATH
mkdir b; printf '#!/bin/sh\necho in path\n' > b/tool; chmod +x b/tool; PATH=$PATH:$PWD/b; tool
### script's exit status
printf 'exit 9\n' > s.sh; sh s.sh; echo $?
### script with errors goes on until it
printf 'echo first\nnothing_here\necho second\n' > s.sh; sh s.sh; echo $?
### script with a syntax error later
printf 'echo first\nif\n' > s.sh; sh s.sh; echo $?
### environment of a script
printf 'echo $v\n' > s.sh; v=1 sh s.sh; sh s.sh
### sh -e
sh -ec 'false; echo no'; echo $?
### sh -s with arguments
echo 'echo $1 $2' | sh -s x y
### fibonacci
a=0 b=1; while [ $a -lt 50 ]; do echo $a; c=$((a+b)); a=$b; b=$c; done
### primes
n=2; while [ $n -le 20 ]; do d=2; p=1; while [ $((d*d)) -le $n ]; do [ $((n%d)) -eq 0 ] && { p=0; break; }; d=$((d+1)); done; [ $p = 1 ] && echo $n; n=$((n+1)); done
### menu with case and a function
menu() { case $1 in start) echo starting;; stop) echo stopping;; *) echo "usage: start|stop" >&2; return 1;; esac; }
menu start; menu stop; menu other; echo $?
### processing options
set -- -v -o file arg
while [ $# -gt 0 ]; do case $1 in -v) echo verbose;; -o) shift; echo "out $1";; -*) echo bad;; *) echo "arg $1";; esac; shift; done
### temporary files
t=/tmp/t.$$; echo data > $t; cat $t; rm $t; [ -e $t ] || echo removed
### nested functions and loops
outer() { inner() { for k in 1 2; do echo "$1$k"; done; }; for o in x y; do inner $o; done; }; outer
### string reversal
s=hello; r=; while [ -n "$s" ]; do c=${s%"${s#?}"}; r=$c$r; s=${s#?}; done; echo $r
