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
