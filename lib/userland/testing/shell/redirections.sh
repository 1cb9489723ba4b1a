### output to a file
echo hello > f; cat f; echo more >> f; cat f; echo new > f; cat f
### input from a file
echo data > f; cat < f; read x < f; echo $x
### descriptors
echo out 3>&1 >&3; { echo err >&2; } 2>&1; echo gone 2>/dev/null
### order of redirections
{ echo a; echo b >&2; } > f 2>&1; cat f; { echo c; echo d >&2; } 2>&1 > f | cat; cat f
### both streams
{ echo a; echo b >&2; } > f 2>&1; wc -l < f
### closing a descriptor
exec 3>f; echo x >&3; exec 3>&-; cat f; echo y >&3; echo $?
### read and write
echo abc > f; exec 4<>f; read x <&4; echo got $x; echo def >&4; exec 4>&-; cat f
### exec redirects for good
exec > f; echo in file; exec >&2; cat f
### here-document
cat <<END
a $((1+1)) "quoted" 'single'
END
### here-document expands
x=val; cat <<END
$x ${x} \$x $(echo cmd) `echo bq` \\ \a
joined \
line
END
### quoted here-document
x=val; cat <<'END'
$x $(echo cmd) \$x
\
END
### here-document with tabs
cat <<-END
	one
		two
	END
### two here-documents
cat <<A; cat <<B
in a
A
in b
B
### here-document in a pipeline
cat <<END | tr a-z A-Z
lower
END
### here-document in a loop
for i in 1 2; do cat <<END
item $i
END
done
### here-document in a function
f() { cat <<END
arg $1
END
}
f x; f y
### here-document in a substitution
x=$(cat <<END
inner
END
); echo "[$x]"
### missing file
cat < nofile; echo $?
### cannot create
echo x > /nowhere/f; echo $?
### redirection of a compound command
for i in 1 2 3; do echo $i; done > f; cat f; while read x; do echo got $x; done < f
### redirection of if and braces
if true; then echo yes; fi > f; { echo a; echo b; } >> f; cat f
### redirection of a subshell
(echo a; echo b >&2) > f 2>&1; cat f
### redirection of a function call
f() { echo out; echo err >&2; }; f > o 2> e; cat o; cat e
### redirection without a command
> f; ls -d f; echo $?
### redirection before the command
> f echo a b; cat f; < f cat
### noclobber
set -C; echo a > f; echo b > f; echo $?; echo c >| f; cat f
### bad descriptor
echo x >&9; echo $?
### redirections restore after a builtin
echo a > f; echo b; read x < f; echo $x
### descriptors of a failed redirection are put back
{ echo one; } > f < nofile; echo two
### input of a loop is shared
printf '1\n2\n3\n' | while read a; do read b; echo "$a-$b"; done
