### command not found
nothing_like_this; echo $?
### command not found with a path
./nothing; echo $?; /bin/nothing; echo $?
### permission denied
echo x > f; chmod 644 f; ./f; echo $?
### a folder is no program
mkdir d; ./d; echo $?
### syntax error near )
echo a; )
### syntax error: unterminated quote
echo 'abc
### syntax error: unterminated if
if true; then echo x
### syntax error: done alone
done
### syntax error: ;;
echo a ;; echo b
### syntax error: missing command
echo a | | echo b
### syntax error: & first
& echo a
### syntax error: for variable
for 1x in a; do :; done
### syntax error: then missing
if true; echo x; fi
### syntax error: case
case a in b echo; esac
### syntax error: empty braces
{ }
### syntax error: redirection at the end
echo a >
### syntax error on a later line
echo one
echo two
fi
### error line numbers
true
nothing_here

nothing_there
### errors in a function
f() {
  nothing_at_all
}
f
### errors in a substitution
x=$(nothing_inside); echo $?
### a wrong eval
eval 'if'; echo not reached
### illegal numbers
shift x; echo not reached
### return of a wrong number
f() { return x; }; f; echo not reached
### script not found
sh nothing.sh; echo $?
### bad option
sh -Z; echo $?
