cli-no-window = This build has no window (feature “desktop” is off). Use a command: headset --help
cli-not-a-call = “{ $name }” is no call. Name it PACK/CALL; “headset packs” lists them.
cli-no-such-call = There is no call “{ $name }”. Nearest: { $nearest }. “headset packs” lists them.
cli-no-pack-near = There is no pack “{ $name }”. Packs are looked for in ./scenarios and in the folders given by --packs: for a pack in this folder, add “--packs .”. “headset packs” lists what is found.
cli-no-such-pack = There is no pack “{ $name }”. Nearest: { $nearest }. “headset packs” lists them.
cli-no-such-robot = No robot is called “{ $name }”. Nearest: { $nearest }. There are: { $known }.
cli-no-such-mood = There is no mood “{ $name }”. Nearest: { $nearest }. There are: { $known }.
cli-not-a-persona = “{ $name }” names no persona: write PACK/PERSONA.
cli-no-such-persona = There is no persona “{ $name }”. Nearest: { $nearest }.
cli-no-voice = Nothing can be spoken: { $why }
cli-no-such-mode = “{ $name }” is no mode: guided, script_shown, script_hidden, exam.
cannot-start-no-such-call = The pack has no call “{ $call }”.
cannot-start-language = The pack is not written in “{ $language }”.
cannot-start-format = This journal has format { $format }; this version reads format { $reads }. Play it with the version that wrote it.
cannot-start-pack-changed = The pack “{ $pack }” was changed since this journal was written, so it cannot be played again as it was. Nothing was lost: put the pack of that time back to replay it.
cannot-start-no-crm = The CRM could not be set up: { $why }
journal-empty = { $file }: the file is empty.
journal-unreadable = { $place }: this line of the journal cannot be read: { $why }. The file was left as it is.
journal-cut-off = { $place }: the last line was cut short and is left out; all before it is played. The file was left as it is.
replay-no-pack = { $file }: this replay belongs to no pack. It must lie in the folder “calls” of a pack, beside its pack.ron.
replay-passed = passed  { $file }
replay-journal = { $file }: { $events } events, overall { $overall }
simulate-header = {"  seed"} listen script object    crm   time    all  compl  result     aht  outcome
debrief-headline = Overall { $overall } of 100: { $verdict }
debrief-mark = That is { $mark } of 20
debrief-not-applicable = –
debrief-times = Handling time { $handle } (talk { $talk }, hold { $hold }, wrap-up { $wrap-up }) · longest silence { $silence } s · you spoke { $share } % of the time
debrief-advice = What would help most next time:
debrief-check-subject = { $check }: { $subject }
debrief-critical = { $check } (critical error)
trainee-listed = { $name }  { $count ->
    [one] one attempt
   *[other] { $count } attempts
}
trainee-exported = { $count ->
    [one] One file
   *[other] { $count } files
} written into { $folder }.
trainee-unknown = Nobody called “{ $name }” trains here. Nearest: { $nearest }. “headset trainee list” shows all.
trainee-delete-unsure = This would delete “{ $name }” with all attempts, scores and recordings, for good. Add --yes to do it.
trainee-deleted = “{ $name }” was deleted with all attempts, scores and recordings.
trainee-recordings-none = Nothing is kept of the voice of “{ $name }”.
trainee-recording-listed = attempt { $attempt }  { $day }  { $call }  { $count ->
    [one] 1 answer
   *[other] { $count } answers
}, to be deleted on { $until }
trainee-recording-unknown = No recording of “{ $name }” is kept of attempt { $attempt }; nothing was deleted. “headset trainee recordings” shows all.
terminal-goals = To reach:
terminal-band = Handling time aimed at: { $least } to { $most }
terminal-when = You speak for { $company }. Today is { $date }, { $time }.
terminal-record = Record of the customer: { $record } (/crm opens it)
terminal-hint = What you type is said. Commands begin with a slash: /help shows them.
terminal-help =
    Whatever you type is said to the other side. Commands:
      /answer  /dial  /hold  /resume  /mute  /unmute  /hang-up
      /interrupt TEXT          say it at once, into what the other side is saying
      /consult DEPARTMENT  /complete  /end-consult     talk to a colleague, join both
      /transfer [warm|cold] DEPARTMENT
      /crm                     show the open record
      /crm search WORDS        find a customer
      /crm open RECORD         open a record
      /crm new ticket          a new record (contract, ticket, order, appointment, contact, consent)
      /crm set [RECORD] FIELD VALUE     /crm undo   /crm redo   /crm discard RECORD
      /script  /handbook [PAGE or WORD]  /suggest  /status  /wait SECONDS
      /disposition [ID]  /finish         after the call
      /quit                    leave; the call can be taken up again
terminal-unknown-command = There is no such command. Did you mean /{ $name }?
terminal-needs-more = /{ $name } needs more: see /help.
terminal-needs-seconds = “{ $name }” is no number of seconds (0 to 600).
terminal-record-kinds = Kinds of records: { $name }
terminal-crm-help = The CRM does not know “{ $name }”: search, open, new, set, undo, redo, discard.
terminal-no-record-open = Open or make a record first: /crm open ID, /crm new ticket.
terminal-script-hidden = The script is hidden in this mode.
terminal-not-guided = Lines are only suggested in guided mode (--mode guided).
terminal-no-page = Nothing in the handbook about “{ $name }”.
terminal-no-hit = Nothing found.
terminal-status = { $phase } · handling { $handle } (talk { $talk }, hold { $hold })
terminal-warm-transfer = Sum the case up for your colleague, then /complete.
terminal-go-on = A call begun at { $when } was interrupted. What now? (y = go on, d = debrief and close it, n = leave it and start anew)
terminal-left = Left. The call can be taken up again.
terminal-not-kept = This attempt is not being kept.
terminal-no-keyboard = The terminal cannot be used.
party-operator = You
party-customer = Customer
party-gatekeeper = Assistant
party-wrong-person = Voice
party-voicemail = Voicemail
party-colleague = Colleague
phase-ready = ready
phase-ringing = ringing
phase-dialling = dialling
phase-talking = on the line
phase-hold = on hold
phase-consulting = consulting
phase-wrap-up = wrap-up
phase-ended = over
reached-answered = Somebody answers.
reached-no-answer = No answer. /dial tries again, /finish ends.
reached-busy = The line is busy. /dial tries again, /finish ends.
reached-voicemail = Voicemail.
reached-wrong-person = Somebody answers.
event-said = { $who }: { $text }
event-ring = Ring { $count }
event-cut-off = … cut off after: { $heard }
event-muted = muted: not heard
event-not-understood = nothing understood
event-silence = … { $seconds } s of silence
event-hold = On hold. /resume to come back.
event-hold-ended = Back after { $seconds } s on hold.
event-consult = Calling { $to } …
event-briefed = Your colleague has what is needed. /complete joins both.
event-transferred = Transferred to { $to }.
event-sigh = (a sigh)
event-supervisor = The customer wants a supervisor.
event-disposition = Closing code: { $id }
ended-operator = You hung up. Finish the record, choose a closing code (/disposition), then /finish.
ended-other-side = The other side hung up. Finish the record, choose a closing code (/disposition), then /finish.
ended-transfer = The call was passed on. Finish the record, choose a closing code (/disposition), then /finish.
ended-unanswered = Nobody was reached.
ignored-nothing-rings = Nothing is ringing.
ignored-already-dialled = You are already on a call.
ignored-no-consultation = No colleague is on the line.
ignored-nobody-to-transfer = There is nobody to transfer.
ignored-no-such-department = There is no such department.
ignored-no-such-record = There is no such record.
ignored-no-such-disposition = There is no such closing code.
ignored-nobody-to-hold = There is nobody to put on hold.
ignored-nobody-on-hold = Nobody is on hold.
ignored-nobody-on-the-line = Nobody is on the line.
ignored-not-in-wrap-up = The call is not over yet.
ignored-no-voice = No voice was heard.
ignored-nobody-hears = Nobody can hear you now.
ignored-nothing-said = Nothing was said.
ignored-utterance-too-long = That is too long to be said at once (4,000 characters at most). Nothing was lost: shorten it and say it again.
ignored-call-is-over = The call is over.
cli-no-folder = “{ $folder }” is no folder.
cli-checked = Clean: { $count ->
    [one] one pack
   *[other] { $count } packs
}.
cli-broken-pack = “{ $name }” cannot be played: { $count ->
    [one] one problem
   *[other] { $count } problems
}. “headset check” shows them.
cli-watching = { $errors } error(s), { $warnings } warning(s). Waiting for changes; Ctrl-C ends.
cli-cannot-watch = Changes cannot be watched: { $why }
explain-utterance = { $text }
explain-entity =   value      { $kind }: { $value }
explain-nothing =   Nothing was understood.
explain-found = { $name }: found, { $percent } % sure
explain-not-found = { $name }: not found, but it would be without one of the words
explain-words-for =   for        { $words }
explain-words-against =   against    { $words }
explain-turn =   phrase     “{ $words }” is a known turn of phrase
explain-example-for =   like it    { $percent } %  { $phrase }
explain-example-against =   unlike it  { $percent } %  { $phrase }
evaluate-unreadable = { $file } cannot be read: { $why }. Name a file of JSON lines.
evaluate-empty = { $file } has no lines. Each line is an object: {"{"}"text": …, "moves": […], "entities": […]{"}"}
evaluate-bad-line = { $place }: { $why }
evaluate-no-json = { $why }. A line is an object with the fields text, moves (a list of names) and entities (a list of objects with kind and value).
evaluate-no-move = there is no move “{ $name }”. Nearest: { $nearest }.
evaluate-no-kind = there is no kind of value “{ $name }”. Nearest: { $nearest }.
evaluate-title = { $file }: { $count } utterances
evaluate-moves = move
evaluate-entities = value
evaluate-precision = precision
evaluate-recall = recall
evaluate-f1 = F1
evaluate-support = times
evaluate-micro = all together
evaluate-macro = mean F1 of the moves
evaluate-without = Without any move: { $left } of { $count } left without
evaluate-mistakes = { $count ->
    [one] One utterance
   *[other] { $count } utterances
} misunderstood (+ found but not there, - there but not found)
cli-no-recognition = This program was built without speech recognition. Build it with --features recognition (it needs cmake, a C++ compiler and libclang), then name a model with --model FILE. The manual tells which: docs/recognition.md.
cli-no-model = No model was named: --model FILE, or the variable HEADSET_MODEL. The manual tells which to get: docs/recognition.md.
model-unreadable = The model { $file } cannot be read: { $why }
model-another-file = { $file } is no model of whisper.cpp: they are called ggml-base.bin or the like. The manual tells which to get: docs/recognition.md.
model-damaged = The model { $file } is damaged or was not downloaded to its end. Get it again.
