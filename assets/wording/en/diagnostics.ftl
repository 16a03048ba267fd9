# Problems in packs. `P…` is what is wrong, `P…-help` what to do about it.

severity-error = error
severity-warning = warning
report-help = help: { $help }
report-nearest = did you mean "{ $name }"?
report-nearest-defined = did you mean "{ $name }"? It is defined in { $defined }.
report-more = … and { $count ->
    [one] one more problem that is not shown
   *[other] { $count } more problems that are not shown
}.
report-clean = { $pack }: no problems
report-count = { $errors ->
    [0] no errors
    [one] one error
   *[other] { $errors } errors
}, { $warnings ->
    [0] no warnings
    [one] one warning
   *[other] { $warnings } warnings
}
report-not-a-folder = { $path } is not a folder that can be read.
report-nothing = No pack was found in { $path }: a pack is a folder with a pack.ron.

# Files

P001 = there is no pack.ron
P001-help = A pack is a folder with a pack.ron that says its name, its languages and its company.
P002 = cannot be read: { $detail }
P002-help = Check that the file exists and that you may read it.
P003 = is a link or a special file
P003-help = Put the file itself into the pack: nothing outside the pack’s folder is read.
P004 = the pack has more than { $detail } files
P004-help = Remove what does not belong to the pack.
P005 = the file is larger than { $detail } MiB
P005-help = Split it, or shorten it.
P006 = the pack is larger than { $detail } MiB
P006-help = Remove what does not belong to the pack.
P007 = the file is not written in UTF-8
P007-help = Save it again with the encoding UTF-8.
P008 = nothing uses this file
P008-help = A pack has pack.ron, intents.ron and customers.ron; below personas/, calls/, scripts/ and scorecards/ files that end in .ron (personas also .rhai, calls also .replay); text/‹language›.ron; handbook/‹language›/‹page›.md and voices/‹language›/‹line›.ogg or .wav, for the languages of pack.ron.
P009 = folders are nested deeper than { $detail }
P009-help = Files of a pack lie in the folders of its layout, none deeper.
P010 = brackets are nested too deep
P010-help = Look for brackets that are never closed.

# RON

P101 = this cannot be read
P101-help = Look for a missing comma, quotation mark or bracket just before this place. A fixed word, such as man, has no quotation marks; a text has straight ones, ", not “ ”.
P102 = there is no field "{ $found }" here
P102-help = Known fields: { $expected }.
P103 = the field "{ $found }" is missing
P103-help = Add { $found }: … to what begins here.
P104 = the field "{ $found }" stands here twice
P104-help = Remove one of the two.
P105 = something else was expected here
P105-help = Expected: { $expected }. Found: { $found }.
P106 = "{ $found }" is not possible here
P106-help = Possible: { $expected }.
P107 = the number is too large or too small
P107-help = Write a smaller whole number; most numbers go from 0 to 100.
P108 = "{ $name }" stands here twice
P108-help = Remove one of the two, or join them.
P110 = a comma is missing
P110-help = Put a comma between the items, or look for a quotation mark that is missing before this place.
P111 = the bracket "{ $expected }" is missing
P111-help = Close what was opened before this place, or put a comma between the items.
P112 = { $expected ->
    [text] a text in quotation marks
    [number] a whole number
    [yes_no] true or false
   *[other] "{ $expected }"
} was expected here
P112-help = Text stands in straight quotation marks, lists in […], tables with names in {"{…}"}, things with fields in (…); so does what a word needs: trusted(44).
P113 = the file ends too early
P113-help = Close the brackets and quotation marks that are open.
P114 = the file goes on after its end
P114-help = Remove what follows, or look for a bracket closed too early.
P115 = this escape in a text is not possible
P115-help = Write \\ for a backslash, \" for a quotation mark.
P116 = a comment is not closed
P116-help = Close it with */.

# Names

P201 = unknown { $kind ->
    [line] line "{ $name }"
    [persona] persona "{ $name }"
    [fact] fact "{ $name }"
    [objection] objection "{ $name }"
    [variable] variable "{ $name }"
    [intent] intent or move "{ $name }"
    [script] script "{ $name }"
    [outcome] outcome "{ $name }"
    [play] play "{ $name }"
    [product] product "{ $name }"
    [department] department "{ $name }"
    [disposition] closing code "{ $name }"
    [record] record "{ $name }"
    [scorecard] scorecard "{ $name }"
    [page] handbook page "{ $name }"
   *[other] name "{ $name }"
}
P201-help = { $kind ->
    [line] Lines are defined in text/‹language›.ron.
    [persona] Personas are the files of personas/.
    [fact] Facts are defined by the persona who takes part in the call.
    [objection] Objections are defined by the persona who takes part in the call.
    [variable] Variables are defined under "vary" of the persona.
    [intent] Intents are defined in intents.ron.
    [script] Scripts are the files of scripts/.
    [outcome] Outcomes are defined by the call.
    [play] Plays are defined under "model" of the call.
    [product] Products are defined in pack.ron.
    [department] Departments are defined in pack.ron.
    [disposition] Closing codes are defined under "dispositions" of pack.ron.
    [record] Records are defined in customers.ron.
    [scorecard] Scorecards are the files of scorecards/.
    [page] Pages are the files of handbook/‹language›/.
   *[other] Check the spelling.
}
P202 = the { $kind ->
    [line] line
    [persona] persona
    [fact] fact
    [objection] objection
    [variable] variable
    [intent] intent
    [step] step
    [forbidden] forbidden thing
    [outcome] outcome
    [play] play
    [product] product
    [department] department
    [disposition] closing code
    [record] record
   *[other] name
} "{ $name }" is defined twice
P202-help = It is defined first in { $defined }. Rename or remove one of the two.
P203 = "{ $name }" is not { $kind ->
    [move] a move
    [motive] a buying motive
    [emotion] a feeling
    [sector] a sector
    [language] a language of the program
    [record_kind] a kind of record
    [field] possible here
    [dimension] a dimension of the score that has a weight
    [check] a check of the default scorecard
    [jurisdiction] a jurisdiction the program knows
    [mood_trait] a part of the mood
    [entity] a kind of value that is understood
    [skill] a skill of the diploma
   *[other] a known name
}
P203-help = Known: { $choices }.
P204 = the pack’s id "{ $name }" is not the name of its folder
P204-help = Write id: "{ $expected }", or rename the folder.

# Values

P301 = "{ $name }" is not a price
P301-help = Write the currency, a space and the amount, such as "EUR 29.90".
P302 = the price is in { $found }, the pack in { $expected }
P302-help = Write all prices in the pack’s currency.
P303 = "{ $name }" is not a date
P303-help = Write year, month and day, such as "2026-09-14".
P304 = "{ $name }" is not a time of day
P304-help = Write hours and minutes with two digits each, such as "09:30".
P305 = "{ $name }" cannot be a name
P305-help = Names are made of a–z, 0–9, "_", "-" and ".", and have at most 80 characters.
P306 = the number must be from { $low } to { $high }
P307 = an empty list
P307-help = Something must stand here: add an item.
P308 = the pack has format { $found }, this program reads format { $expected }
P308-help = Get a program or a pack of the other version.
P309 = "{ $name }" is not a currency packs can use
P309-help = Known: { $choices }.
P310 = the pack has no language
P310-help = Write languages: ["fr", "en"], or one of them.
P311 = the target band is impossible
P311-help = Write the shortest and the longest good handling time in seconds, such as (180, 420); at most two hours.
P313 = this does not suit the field "{ $field }"
P313-help = The field takes { $expected ->
    [choice] one of its choices
    [date] a date such as 2026-09-14, or a variable drawn by "date"
    [time] a time such as 09:30, or a variable drawn by "time"
    [amount] an amount such as EUR 29.90, or a variable that holds one
    [phone] a telephone number such as +33612345678, or a variable drawn by "phone"
    [email] an e-mail address, or a variable drawn by "email"
    [postal_code] a postal code in capitals
    [yes_no] yes or no
    [number] a whole number, or a variable drawn by "number"
   *[other] text
}.
P314 = "enough" must be from 1 to the number of facts
P314-help = { $most ->
    [one] There is one fact.
   *[other] There are { $most } facts.
}
P315 = the customer "{ $name }" belongs to a customer
P315-help = Remove "customer" from records of kind customer.
P316 = "{ $name }" is not a record of kind { $expected }
P316-help = Name a record of that kind, or correct the kind.
P317 = the record "{ $name }" belongs to nobody
P317-help = Add customer: "…" with the id of a customer.
P318 = the range is impossible
P318-help = The first must not be greater than the second, and the step must be more than nothing.
P319 = the list has { $found } values, "{ $name }" has { $expected }
P319-help = Give as many values as "{ $name }" has, in the same order.
P320 = the variable "{ $name }" depends on itself
P320-help = The circle: { $cycle }.
P321 = "{ $name }" is no pattern for this
P321-help = Telephone numbers are written such as "+336########", e-mail addresses such as "{"{"}first_name{"}"}@example.org".
P322 = the variable "{ $name }" does not hold what is needed here
P322-help = Needed: { $expected ->
    [one_of] a variable drawn by one_of or same_as
    [amount] an amount
   *[other] a text
}.
P323 = the text has more than { $most } characters
P323-help = Shorten it, or split it.
P324 = nothing answers the objection "{ $name }"
P324-help = Name the intents that answer it under lift: (answers: […]).
P325 = the play "{ $name }" does nothing
P325-help = Give it something to say or something to do ("then").
P326 = the plays wait for each other
P326-help = The circle: { $cycle }.
P327 = this belongs to outbound calls only
P327-help = Remove it, or write direction: outbound.
P328 = no outcome of the call is a success
P328-help = Give at least one outcome success: true.
P331 = the line "{ $name }" does not say { $variable }
P331-help = Put the variable into the line’s text, or remove it from "data".
P334 = the intent "{ $name }" has the name of a move
P334-help = Give it another name: moves and intents stand in the same lists.
P335 = "{ $name }" cannot be used as a name here
P335-help = It means something else already; choose another name.
P336 = "{ $name }" is not an amount
P336-help = Write units and hundredths without the currency, such as "29.90".
P337 = the persona has more than { $most } variables
P337-help = Remove those that nothing needs.
P338 = "mentions" does not suit the field "{ $name }"
P338-help = Only free text can mention something: use equals(…) or one_of([…]).
P339 = the record "{ $name }" has no { $field }
P339-help = Add the field: records of this kind are not complete without it.
P340 = the fact "{ $name }" is withheld, but nobody can ask for it
P340-help = Give the fact phrases under "asked", or do not withhold it.
P341 = the fact "{ $name }" is both volunteered and withheld
P341-help = Keep it in one of the two lists.

# Texts

P401 = the line "{ $name }" is missing in text/{ $language }.ron
P401-help = Translate it: every line exists in every language of the pack.
P402 = the line "{ $name }" has no variants
P402-help = Write at least one: ["…"].
P403 = there are no example phrases in "{ $language }"
P403-help = Write five to ten phrases people of that language would say.
P404 = a brace without its partner
P404-help = Variables are written {"{"}first_name{"}"}: a–z, 0–9, "_", "-" and "." between braces. Texts cannot contain other braces.
P405 = { $of ->
    [nobody] unknown variable "{ $name }"
   *[other] the persona "{ $persona }" has no variable "{ $name }"
}
P405-help = Known are the variables under "vary" of the persona, ‹persona›.‹variable›, price.‹product›, company, operator and today.
P406 = this is not a mood condition
P406-help = A text that begins with "[" begins with a condition such as [patience < 40] or [trust >= 60].
P407 = the line "{ $name }" uses other variables in "{ $language }": { $variables }
P407-help = Its other version is in { $defined }. Is something left unsaid in one language?
P408 = nothing uses the { $kind ->
    [line] line
    [persona] persona
    [objection] objection
    [intent] intent
    [script] script
    [scorecard] scorecard
   *[other] name
} "{ $name }"
P408-help = Remove it, or use it where it was meant to be used.
P409 = the fact "{ $name }" can never be told
P409-help = Add phrases that ask for it, or reveal it in the persona’s script.
P410 = there is no text/{ $language }.ron
P410-help = The pack says that it has this language: add the file, or remove the language.
P411 = an empty text
P411-help = Write something, or remove it.
P412 = the handbook page "{ $name }" is missing in "{ $language }"
P412-help = Write handbook/{ $language }/{ $name }.md: every page exists in every language of the pack.
P413 = this text contains the invisible control character { $character }
P413-help = Remove it: screens and terminals would obey it instead of showing it.
P420 = there is no line "{ $name }" in text/{ $language }.ron that this would be a recording of
P420-help = Name the file after a line: voices/{ $language }/‹line›.ogg; voices/{ $language }/‹line›.2.ogg for its second variant.
P421 = the line "{ $name }" has no such variant to be recorded: it has { $count }
P421-help = Variants are counted from 1, in the order of the text file.
P422 = the line "{ $name }" says something else in every call ({"{"}{ $variable }{"}"}): the recording is not used
P422-help = Write a variant without that variable and record it, or remove the file: the line is synthesised.
P423 = the line "{ $name }" has another recording already, { $defined }: this one is not used
P423-help = Remove one of the two. ‹line›.ogg and ‹line›.1.ogg are the same variant.
P424 = this recording cannot be played: { $detail }
P424-help = Save it again as WAV (PCM, 16 bits) or OGG Vorbis. OGG Opus and MP3 cannot be played.
P425 = this recording takes { $found } s: not between { $least } and { $most } s
P425-help = Cut it, or split the line into several.
P426 = this recording has { $found } samples a second: not between { $least } and { $most }
P426-help = Save it with 16000 or more; a telephone carries no more than 8000.
P427 = this recording has { $found } channels
P427-help = Save it in mono (or stereo): a telephone has one.
