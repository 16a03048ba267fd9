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
