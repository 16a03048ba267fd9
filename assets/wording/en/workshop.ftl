# Coverage

coverage-title = What robots found in “{ $pack }”
coverage-headline = { $plays } calls played: { $percent } % of the lines said ({ $said } of { $lines }, each language counted{ $explained ->
    [0] {""}
   *[other] ; { $explained } explained by the author
}).
coverage-table = call                         lang   best expert careless apart  novice by level    lines that differ (as heard / wording)
coverage-column-call = Call
coverage-column-best = Best
coverage-column-expert = Expert
coverage-column-careless = Careless
coverage-column-apart = Apart
coverage-column-novice = Novice: gentle → usual → demanding
coverage-column-variety = Lines that differ between two plays: as heard / wording alone
coverage-never-said = Lines nobody got said
coverage-explained = Lines out of reach, explained by the author
coverage-facts = Facts never told
coverage-unraised = Objections never raised
coverage-unlifted = Objections never lifted
coverage-failures = Behaviour scripts that failed
coverage-outcomes = Outcomes never reached
coverage-steps = Script steps nobody ever did
coverage-never-apply = Checks that never applied
coverage-always-passed = Checks that everybody always passed
coverage-never-passed = Checks that nobody ever passed
coverage-written = Written: { $file }

# New packs, calls and people

new-bad-name = “{ $file }” cannot be a name: use a–z, 0–9, “_” and “-”, 60 characters at most.
new-exists = { $file } is there already. Nothing was written.
new-missing = { $file } is missing, or nothing can be added to it. Nothing was written.
new-line-exists = The pack has a line “{ $file }” already. Nothing was written: choose another name.
new-in-a-pack = { $folder } is no pack that checks. Name its folder with --in, and mend it first.
new-made = made      { $file }
new-added-to = added to  { $file }
new-next =
    Now try it, and change it into your own:
      headset check {"\""}{ $folder }{"\""}
      headset play --packs {"\""}{ $parent }{"\""} { $call }
new-next-persona =
    Name this person as the “customer” of a call, and check:
      headset check {"\""}{ $folder }{"\""}

# Texts for translators

text-ending = { $file }: the name must end in .xlsx or .csv.
text-exported = { $file }: { $count } rows; { $missing ->
    [0] every language has everything
   *[other] { $missing } of them lack a language (marked)
}.
text-imported = { $texts ->
    [0] Nothing has changed.
    [one] One text taken over, in { $files } file(s).
   *[other] { $texts } texts taken over, in { $files } file(s).
}
text-unknown = The pack has no “{ $name }”: left out.
sheet-unknown = no such kind of text in the column “sheet”
sheet-number = the column “n” must hold a whole number from 1

# What goes on in a customer's mind

mind-now = { $persona } at the end
mind-settled = agreed to: { $outcome }
mind-memory = remembers: { $memory }
mind-facts = Facts
mind-told = told at { $at }
mind-telling = being told
mind-takes-room = not told: comes unasked when there is room
mind-takes-asking = not told: nobody asked
mind-takes-trust = not told: takes a question and trust { $least }
mind-objections = Objections
mind-lifted = lifted at { $at }
mind-raised = raised at { $at }, not lifted
mind-not-raised = not raised

# The reference

reference-title = Reference for authors of packs
reference-made = Made from the program itself; the manual is [README.md](README.md).
reference-scripts = Words of behaviour scripts
reference-diagnostics = Diagnostics
reference-how-to-read = Each with an example: what the checker says, and where a change is shown, what was written (−) and what cures it (+).
reference-group-P = Packs
reference-group-R = Replay files
reference-group-S = Behaviour scripts
script-of-hook = Hooks: what is called when
script-of-me = `me`: the person
script-of-heard = `heard`: what was understood
script-of-silence = `silence`
script-of-hold = `hold`
script-of-cut = `cut`
script-of-transfer = `transfer`
script-of-effect = Effects: what a hook can return, one or a list
script-of-plain = Plain functions
script-hook-on_start = the line opens
script-hook-on_heard = the operator said something
script-hook-on_misquoted = the operator repeats wrongly what was told; comes instead of `on_heard`
script-hook-on_silence = nobody speaks: at 4, 10, 20 and 30 s
script-hook-on_hold = put on hold, every 15 s of it, taken back
script-hook-on_interrupted = cut off in mid-sentence
script-hook-on_transfer = passed on to a colleague; heard once more unless on hold
script-hook-on_end = the operator hung up: nobody hears what is said here
script-me-patience = patience now, 0–100; at 0 the person hangs up
script-me-trust = trust now, 0–100
script-me-confusion = confusion now, 0–100
script-me-interest = interest now, 0–100
script-me-turn = utterances heard so far, this one counted
script-me-seconds = call time since the line opened
script-me-open_objections = how many objections are raised and not lifted
script-me-settled = whether an outcome was agreed to
script-me-level = the level: "gentle", "usual" or "demanding"
script-me-told = whether the fact was told
script-me-said = whether the line was said
script-me-raised = whether the objection was raised, lifted or not
script-me-lifted = whether the objection was lifted
script-me-remembers = whether something is remembered under this key
script-me-memory = what is remembered under this key; "" if nothing
script-heard-words = how many words
script-heard-understood = whether a move, an intent or a question was found
script-heard-did = whether it makes this move
script-heard-means = whether it has this intent
script-heard-asks = whether it asks for this fact
script-heard-misquotes = whether it repeats this fact, already told, wrongly
script-heard-value = the value of this kind that was mentioned, in its plain form ("EUR 29.90", "2026-09-24"); "" if none. Kinds: amount percentage date time duration phone_number contract_number email postal_code person_name quantity
script-silence-seconds = how long nobody has spoken
script-hold-stage = "started", "goes_on" or "ended"
script-hold-announced = whether the operator asked first
script-hold-seconds = how long the hold has lasted
script-cut-percent = share of the line already said
script-transfer-warm = whether a colleague was spoken to first
script-transfer-announced = whether the customer was told
script-effect-say = says the line
script-effect-reveal = tells the fact
script-effect-raise = raises the objection
script-effect-lift = gives the objection up
script-effect-mood = changes a part of the mood by so many points
script-effect-remember = keeps something for later hooks, with or without a value
script-effect-settle = the call has come to this outcome
script-effect-pass_on = a gatekeeper hands over to the person asked for
script-effect-demand_supervisor = demands to speak to a supervisor
script-effect-hang_up = hangs up after speaking. Reasons: satisfied out_of_patience insulted silence not_interested no_trust
script-effect-sigh = sighs
script-effect-usual = does what everybody does here
script-plain-len = length of a text or list
script-plain-is_empty = whether a text or list is empty
script-plain-contains = whether the first contains the second
script-plain-starts_with = whether the first text begins with the second
script-plain-ends_with = whether the first text ends with the second
script-plain-push = adds an item to the end of a list
script-plain-to_string = as a text
script-plain-abs = without its sign
script-plain-min = the smaller
script-plain-max = the larger
