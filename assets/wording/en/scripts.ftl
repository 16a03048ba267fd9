# Problems of persona scripts (rhai). The message, then what to do about it.

S001 = { $kind ->
    [end] The script ends too soon: something is not closed.
    [missing] “{ $what }” is missing here.
    [operator] “{ $what }” is not an operator.
    [expression] A value or a name is missing here.
    [unterminated_text] This text is not closed.
    [unexpected] “{ $what }” does not belong here.
    [number] “{ $what }” is not a number.
    [escape] “{ $what }” is not an escape sequence.
    [function] This function is not declared properly.
    [nested_function] A function cannot be declared inside another.
    [break] “break” and “continue” only make sense in a loop.
    [constant] The constant “{ $what }” cannot change.
    [assignment] Nothing can be assigned to this.
   *[other] The script is not valid ({ $what }).
}
S001-help = { $kind ->
    [end] Check that every brace, parenthesis and bracket that was opened is closed.
    [unterminated_text] Add the missing quotation mark (").
    [number] Scripts only know whole numbers.
    [function] Write for example “fn on_heard(me, heard) { "{" } … { "}" }”.
    [nested_function] Move it out of the other function.
   *[other] Look at the end of the line before, too: a comma, a semicolon or a brace may be missing there.
}

S002 = { $kind ->
    [size] The script is too long: 64 KiB at most.
    [text] This text is too long: 1,000 characters at most.
    [list] This list is too long: 64 items at most.
    [functions] The script has too many functions: 64 at most.
   *[depth] Too many parentheses, lists or blocks are nested here: 32 levels at most.
}
S002-help = Split it into functions or make it simpler.

S003 = { $kind ->
    [forbidden] “{ $name }” is not allowed in persona scripts.
   *[reserved] “{ $name }” is a reserved word.
}
S003-help = { $kind ->
    [forbidden] A script can only read what it is shown and return effects.
   *[reserved] Choose another name.
}

S004 = There is no variable “{ $name }” here.
S004-help = Declare it with “let”, or pass it to the function: a function sees nothing but its parameters.

S005 = “{ $name }” looks like a hook, but there is none of that name: it would never be called.
S005-help = The hooks are: { $known }.

S006 = “{ $name }” has the wrong number of parameters ({ $found }): it would never be called.
S006-help = Write “fn { $expected }”.

S007 = There is no function “{ $name }”.
S007-help = { $of ->
    [none] Correct the name, or declare the function with “fn { $name }(…)”.
   *[other] Write “{ $of }.{ $name }(…)”.
}

S008 = “{ $name }” has the wrong number of arguments ({ $found }).
S008-help = Expected number: { $expected }.

S009 = “{ $name }” takes { $expected ->
    [number] a whole number
   *[text] a text in quotation marks
}, not { $found ->
    [number] a number
    [text] a text
    [flag] true or false
    [character] a character
    [list] a list
    [map] a map
   *[nothing] nothing
}.
S009-help = { $expected ->
    [number] Write the number without quotation marks.
   *[text] Write the name in straight quotation marks, as in “{ $name }("…")”.
}

S010 = “{ $on }” has no “{ $name }”.
S010-help = It has: { $known }.

S011 = “{ $name }” can only be read.
S011-help = A script changes things through its effects, such as “mood("patience", -10)” or “remember("…")”.

S012 = The effect “{ $name }” is lost: nobody takes its value.
S012-help = Return it with “return”, or put all effects into one list: “[say("…"), mood("trust", 5)]”.

S013 = What is written outside a function is never run.
S013-help = Move it into a hook, for example “on_start(me)”.

S014 = “{ $name }” is not a reason to hang up.
S014-help = The reasons are: { $known }.

S015 = Nothing in this script remembers “{ $name }”.
S015-help = Remember it somewhere with “remember("{ $name }")”, or correct the name.

S016 = The function “{ $name }” is declared twice.
S016-help = Join the two, or rename one of them.

S017 = { $kind ->
    [method] “{ $name }” takes an argument.
   *[property] “{ $name }” is not a function.
}
S017-help = { $kind ->
    [method] Write “.{ $name }("…")”.
   *[property] Write “.{ $name }”, without parentheses.
}

S018 = Nobody hears “{ $name }” here: the operator has hung up.
S018-help = Let it be said before, in “on_heard(me, heard)” for example; “on_end(me)” can still settle the call.
