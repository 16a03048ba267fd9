R001 = the first line does not say which call to play
R001-help = begin with: call ID   seed NUMBER   language fr
R002 = “{ $name }” is no seed
R002-help = write a whole number: seed 7
R003 = “{ $name }” is no language
R003-help = write fr or en
R004 = there is no command “{ $name }”
R004-help = say, wait, hold, resume, open, create, set, consult, transfer, disposition, hang_up, finish …
R005 = “{ $name }” does not belong here
R005-help = this command stands alone
R006 = “{ $command }” needs more
R006-help = say what: { $what }
R007 = “{ $name }” is no kind of record
R007-help = contract, ticket, order, appointment, contact, consent
R008 = “{ $name }” does not say what to set
R008-help = set RECORD FIELD VALUE
R009 = “{ $name }” does not say how and where to transfer
R009-help = transfer warm DEPARTMENT or transfer cold DEPARTMENT
R010 = “{ $name }” is no key of a telephone
R010-help = a digit, * or #
R011 = “{ $name }” is no time
R011-help = write 500ms, 20s or 2min (at most 60min)
R012 = nothing called “{ $name }” can be expected
R012-help = customer says, moves, means, mood, told, raised, lifted, outcome, score, overall, result, critical, check, field
R013 = “{ $name }” does not say what the customer says
R013-help = ? customer says *words*
R014 = there is no move “{ $name }”
R014-help = the manual lists the moves
R015 = there is no mood “{ $name }”
R015-help = patience, trust, confusion or interest
R016 = “{ $name }” cannot be compared
R016-help = write NAME, then one of < <= = >= >, then a whole number
R017 = there is no dimension “{ $name }”
R017-help = listening, script_use, objection_handling, crm_data_entry, time_management or compliance
R018 = “{ $name }” is no result
R018-help = pass or fail
R019 = “{ $name }” does not say how the check should end
R019-help = ? check ID passed, or ? check ID failed
R020 = “{ $name }” does not say what the field should hold
R020-help = ? field RECORD FIELD = VALUE
R021 = “{ $name }” is no level
R021-help = write gentle, usual or demanding
R030 = the pack has no call “{ $name }”
R030-help = the file name of the call, without .ron
R031 = the pack is not written in “{ $name }”
R031-help = the languages stand in pack.ron
R032 = the call could not be started: { $name }
R032-help = check the pack first
R040 = this was expected, but found was: { $found }
R040-help = mend the call, or the expectation if the call is right; headset play with the same seed shows what is understood
R041 = this changed nothing: { $why ->
    [already_dialled] there is a call already
    [call_is_over] the call is over
    [no_consultation] no colleague is on the line
    [no_such_department] there is no such department
    [no_such_disposition] there is no such closing code
    [no_such_record] there is no such record
    [nobody_hears] nobody can hear you now
    [nobody_on_hold] nobody is on hold
    [nobody_on_the_line] nobody is on the line
    [nobody_to_hold] there is nobody to put on hold
    [nobody_to_transfer] there is nobody to transfer
    [not_in_wrap_up] the call is not over yet
    [nothing_rings] nothing is ringing
    [nothing_said] nothing was said
    [utterance_too_long] this is too long to be said at once
   *[other] { $why }
}
R041-help = { $why ->
    [nobody_on_the_line] if the customer has hung up already, after your goodbye, write wait 10s instead; else answer or dial first
    [not_in_wrap_up] write hang_up before it; where the customer hangs up by himself after your goodbye, wait 10s
   *[other] this cannot be done at this point of the call: look at the lines before it
}
