# The words of the window.

## Bar above every screen
nav-library = Calls
nav-progress = My progress
nav-history = My attempts
nav-profile = Profile of { $name }
shade-light = Light
shade-dark = Dark
shade-contrast = Contrast
shade-next = Next colours: { $shade }
text-larger = Larger text
text-smaller = Smaller text
sound-on = Turn sound on
sound-off = Turn sound off
sound-missing = No sound card: everything is shown on screen
sound-no-voices = Nobody can be heard: { $why }
language-fr = Français
language-en = English
window-title = Headset – call simulator
notice-close = Close this message
unwritten = Not saved yet
unwritten-ended = The end of this call is not saved yet. Headset keeps trying while it is open.
unwritten-left = The end of the call was not saved.
old-pack = Pack changed
old-pack-why = The pack has changed since this call began: the call goes on with the version from before.
caller-unknown = Caller
ago-now = just now
ago-minutes = { $count ->
    [one] { $count } minute ago
    *[other] { $count } minutes ago
    }
ago-hours = { $count ->
    [one] { $count } hour ago
    *[other] { $count } hours ago
    }
ago-days = { $count ->
    [one] { $count } day ago
    *[other] { $count } days ago
    }

## Profile
profile-welcome = Welcome to the desk
profile-promise = Take real calls with customers who listen, object and lose patience. Here, mistakes are allowed.
profile-who = Who is training?
profile-nobody = Create your profile: it stays on this computer.
profile-new = New profile
profile-new-hint = Your name
profile-create = Create profile
profile-operator = Your first name on the phone
profile-operator-why = The name you give to customers. It need not be your real one.
profile-continue = Choose a call
profile-looks = Display and sound
profile-language = Language
profile-shade = Colours
profile-text-size = Text size
profile-sample = Good morning, how can I help you?
profile-quiet = Calm
profile-still = Reduce motion
profile-silent = No sound
profile-voices = Voices of customers
profile-signals = Rings, tones and music
profile-local = Your attempts and scores stay on this computer. Your voice is recorded only if you ask for it.

## Own data
own-data = My data
own-data-export = Export my data…
own-data-exported = Exported to:
own-data-erase = Delete this profile
own-data-sure = Delete the profile “{ $name }”?
own-data-sure-yes = Delete
own-data-sure-again = { $count ->
    [0] The profile goes for good. Folders you exported stay.
    [one] The profile and its { $count } attempt, with its score, go for good. Folders you exported stay.
    *[other] The profile and its { $count } attempts, with their scores, go for good. Folders you exported stay.
    }
own-data-sure-again-yes = Delete for good
own-data-keep = Keep the profile

## Library
library-title = Choose a call
library-search = Search calls
library-reload = Reload packs
library-loading = Reading the calls…
library-take = Prepare
library-take-named = Prepare the call: { $call }
library-best = Best: { $points }
library-new = Not tried yet
library-next = Do next
library-empty = No packs found. Looked in: { $folders }
library-nothing = No call matches “{ $search }”.
library-filtered = No call fits this choice.
filter-sector = Sector
filter-sectors = All sectors
filter-direction = Direction
filter-directions = Inbound and outbound
filter-difficulty = Difficulty
filter-difficulties = All difficulties
filter-language = Language of the call
filter-languages = All languages
filter-open = Not passed yet
filter-none = Show all
next-easiest = The easiest of the calls you have not passed yet.
next-easiest-weak = Not passed yet, and it trains your weak point: { $subject }.
next-all-passed = All calls are passed: take this one again without the script, or as an exam.
next-all-passed-weak = All calls are passed; this one trains your weak point: { $subject }.
direction-inbound = Inbound call
direction-outbound = Outbound call
kind-information = Information and support
kind-complaint = Complaint
kind-sales = Sales
kind-appointment = Appointment
kind-survey = Survey
sector-telecom = Telecoms
sector-energy = Energy
sector-bank = Banking
sector-insurance = Insurance
sector-retail = Retail
sector-research = Research
sector-public = Public service
sector-other = Other sector
difficulty-1 = Easy
difficulty-2 = Medium
difficulty-3 = Hard
unfinished-title = Interrupted call: { $call }
unfinished-when = Started { $when }. You can pick it up where it stopped.
unfinished-changed = Started { $when }. The pack has changed or is missing: this call cannot be resumed.
unfinished-go-on = Resume
unfinished-debrief = Debrief
unfinished-discard = Discard
broken-title = The pack “{ $folder }” cannot be played
broken-what = Mend these problems in the files of the pack: this page follows as soon as a file is saved.
broken-show = { $count ->
    [one] Show the error
    *[other] Show the { $count } errors
    }
broken-none = No problem is left.
broken-more = { $count ->
    [one] And one more problem: “headset check” shows all.
    *[other] And { $count } more problems: “headset check” shows all.
    }

## Briefing
briefing-back = Back to calls
briefing-known = What you know
briefing-goals = What to achieve
briefing-time = Target time, wrap-up included: between { $least } and { $most }
briefing-scored = How the call is scored
briefing-pass = A pass takes { $mark } out of 100 and no critical compliance error.
briefing-help = With how much help?
briefing-level = Level
level-gentle = Gentle
level-gentle-what = A more patient customer, who tells more readily.
level-usual = Usual
level-usual-what = The customer as the author wrote him.
level-demanding = Demanding
level-demanding-what = A less patient customer, who tells only what is asked.
briefing-trains = What the call trains
briefing-instructor = For the instructor (gives the call away)
briefing-language = Language of the call
briefing-operator = On the phone, you are { $name }.
briefing-start = Start the call
mode-guided = Guided
mode-guided-what = Lines are suggested, good and bad. Script and customer’s mood are shown.
mode-script-shown = Script shown
mode-script-shown-what = The script follows you step by step. You do the talking.
mode-script-hidden = Script hidden
mode-script-hidden-what = No script, no lines. You can retry from any turn afterwards.
mode-exam = Exam
mode-exam-what = No help, no retry. The attempt counts.

## Clock
clock-before = Before the target time
clock-within = Within the target time
clock-over = Over the target time
clock-target = Target: { $least } to { $most }
clock-waits = paused, you are typing

## Softphone
line-ready = Ready to dial
line-ringing = Ringing
line-dialling = Dialling…
line-talking = On the line
line-hold = On hold
line-consulting = With a colleague
line-wrap-up = Wrap-up
line-ended = Ended
line-muted = Muted
line-rings = { $count ->
    [one] { $count } ring
    *[other] { $count } rings
    }
line-hold-sum = Total hold: { $time }
phone-answer = Answer
phone-dial = Dial
phone-give-up = Close without contact
phone-hang-up = Hang up
phone-hold = Hold
phone-resume = Resume
phone-mute = Mute
phone-unmute = Unmute
phone-transfer = Transfer
phone-keypad = Keypad
phone-consult = Consult
phone-cold = Transfer
phone-complete = Connect them
phone-end-consult = Leave colleague
keypad-empty = Press a key
consult-with = On the line with: { $who }
consult-brief = Give a recap
consult-briefed = Your colleague is briefed
transfer-consult-first = Consult first, so the customer need not repeat anything.
transfer-hold-first = To consult a colleague, put the customer on hold first.
hang-up-sure = Hang up now? This ends the call.
hang-up-yes = Yes, hang up
hang-up-no = No, stay on the line
dial-no-answer = No answer
dial-busy = Busy
dial-voicemail = Voicemail
dial-wrong-person = Wrong person
dial-answered = Answered

## Customer
role-customer = Customer
role-customer-woman = Customer
role-gatekeeper = Front desk
role-wrong-person = Somebody else
role-voicemail = Voicemail
role-colleague = Colleague
mood-furious = At the limit
mood-annoyed = { $who ->
    *[other] Annoyed
    }
mood-lost = { $who ->
    *[other] Lost
    }
mood-wary = { $who ->
    *[other] Wary
    }
mood-bored = { $who ->
    *[other] Not interested
    }
mood-impatient = { $who ->
    *[other] Impatient
    }
mood-won = At ease
mood-calm = Calm
trait-patience = Patience
trait-trust = Trust
trait-confusion = Confusion
trait-interest = Interest
face-described = { $name }, { $age }: { $mood }
customer-ringing = Somebody is calling.
customer-ready = Nobody on the line yet.
customer-gone = The line is closed.

## Script
script-title = Script
script-hidden = Hidden in this mode
script-progress = { $done } of { $all }
script-all-done = All steps are done.
script-step-done = done
script-step-current = to say now
script-step-open = to come

## Transcript and reply
transcript-title = Conversation
transcript-empty = The conversation appears here.
transcript-you = You
turn-over = you spoke over
turn-cut = cut off
turn-muted = muted
turn-retry = Retry from here
turn-understood = Understood: { $moves }
turn-not-understood = nothing
note-hold = Put on hold
note-hold-cold = Put on hold without warning
note-hold-end = Back after { $time } on hold
note-consult = Call to { $who }
note-transfer-warm = Warm transfer: { $who }
note-transfer-cold = Cold transfer: { $who }
note-ended-operator = You hung up
note-ended-other = The other side hung up
note-ended-transfer = Call transferred
note-ended-unanswered = No answer
note-sigh = Sighs
note-supervisor = Asks for a supervisor
note-silence = Silence: { $time }
reply-name = Your reply
reply-hint = Your reply…
reply-closed = Nobody hears you
reply-say = Say
reply-cut-in = Cut in
reply-keys = Enter: say · ↑ ↓: your lines · Ctrl+J: back here
reply-muted = You are muted: nobody will hear this.
reply-cuts-in = They are speaking: wait, or cut in.
suggestions-title = What to say? Only one of these is right.
understood-show = Show what is understood
understood = Understood
datum-take = Take “{ $text }” into the record
datum-hint = F6: take into the field what was just said
datum-no-field = First click into the field to fill in.

## CRM
work-crm = CRM
work-handbook = Handbook
crm-search = Find a customer
crm-search-hint = Name, number, town…
crm-start = Find the customer by name, number or town.
crm-nobody = Nobody matches. Try fewer words.
crm-hits = { $count ->
    [one] { $count } customer found
    *[other] { $count } customers found
    }
crm-close = Close the record
crm-undo = Undo
crm-redo = Redo
record-customer = Identity
record-contract = Contracts
record-ticket = Tickets
record-order = Orders
record-appointment = Appointments
record-contact = Contacts
record-consent = Consents
one-customer = Identity
one-contract = Contract
one-ticket = Ticket
one-order = Order
one-appointment = Appointment
one-contact = Contact
one-consent = Consent
create-customer = New customer
create-contract = New contract
create-ticket = New ticket
create-order = New order
create-appointment = New appointment
create-contact = New contact entry
create-consent = New consent
none-customer = No identity
none-contract = No contracts
none-ticket = No tickets
none-order = No orders
none-appointment = No appointments
none-contact = No contacts logged
none-consent = No consents on record
record-new = New
record-unsaved = Not saved
record-discard = Discard this record
hint-date = dd/mm/yyyy
hint-time = 14:30
hint-amount = €29.90
field-customer-first_name = First name
field-customer-last_name = Last name
field-customer-company = Company
field-customer-birth_date = Date of birth
field-customer-phone = Phone
field-customer-mobile = Mobile
field-customer-email = Email
field-customer-street = Street
field-customer-postal_code = Postcode
field-customer-city = Town
field-customer-note = Note
field-contract-number = Number
field-contract-product = Product
field-contract-status = Status
field-contract-start_date = Start
field-contract-end_date = End
field-contract-monthly_price = Monthly price
field-contract-note = Note
field-ticket-category = Category
field-ticket-priority = Priority
field-ticket-status = Status
field-ticket-cause = Cause
field-ticket-escalated_to = Escalated to
field-ticket-amount = Amount
field-ticket-due_date = Due date
field-ticket-note = Note
field-order-product = Product
field-order-price = Price
field-order-quantity = Quantity
field-order-start_date = Start
field-order-status = Status
field-order-note = Note
field-appointment-date = Date
field-appointment-time = Time
field-appointment-with = With
field-appointment-place = Place
field-appointment-status = Status
field-appointment-note = Note
field-contact-date = Date
field-contact-channel = Channel
field-contact-subject = Subject
field-contact-disposition = Disposition
field-contact-satisfaction = Satisfaction (0–10)
field-contact-answers = Answers
field-contact-note = Note
field-consent-channel = Channel
field-consent-status = Status
field-consent-date = Date
field-consent-source = Source
choice-none = Choose…
choice-yes = Yes
choice-no = No
choice-active = Active
choice-pending = Pending
choice-suspended = Suspended
choice-ended = Ended
choice-billing = Billing
choice-technical = Technical
choice-contract = Contract
choice-delivery = Delivery
choice-quality = Quality of service
choice-data = Personal data
choice-other = Other
choice-low = Low
choice-normal = Normal
choice-high = High
choice-urgent = Urgent
choice-open = Open
choice-in_progress = In progress
choice-solved = Solved
choice-escalated = Escalated
choice-double_charge = Double charge
choice-billing_error = Billing error
choice-outage = Outage
choice-equipment = Equipment
choice-configuration = Configuration
choice-price = Price
choice-misunderstanding = Misunderstanding
choice-service = Service
choice-draft = Draft
choice-awaiting_signature = Awaiting signature
choice-confirmed = Confirmed
choice-cancelled = Cancelled
choice-on_site = On site
choice-phone = Phone
choice-video = Video
choice-booked = Booked
choice-to_confirm = To confirm
choice-phone_in = Inbound call
choice-phone_out = Outbound call
choice-email = Email
choice-chat = Chat
choice-letter = Letter
choice-sms = SMS
choice-given = Given
choice-refused = Refused
choice-opted_out = Opted out

## Handbook
handbook-search = Search the handbook
handbook-empty = This pack has no handbook.
handbook-nothing = Nothing in the handbook about this.
handbook-choose = Choose a page.

## Desk
desk-leave = Leave the desk
desk-leave-why = The call is kept: you can resume it.

## Wrap-up
wrap-up-title = After the call
wrap-up-time = Wrap-up: { $time }
wrap-up-record = Complete the customer’s record, on the right.
wrap-up-to-record = Go to record
wrap-up-disposition = Disposition
wrap-up-finish = Finish
wrap-up-choose = Choose a disposition first.

## Self-rating
rating-title = How do you think it went?
rating-why = Before you see the score of “{ $call }”, give your own. Comparing the two is the best exercise.
rating-listening = Did I understand the need, restate it, let them talk?
rating-script-use = Did I follow the steps, in my own words where allowed?
rating-objection-handling = Did I acknowledge, explore, answer, check?
rating-crm-data-entry = Is the record right and complete?
rating-time-management = Neither rushed nor lost: did I keep to the target time?
rating-step-0 = Poor
rating-step-25 = Weak
rating-step-50 = Fair
rating-step-75 = Good
rating-step-100 = Very good
rating-submit = See my debrief
rating-missing = Rate yourself on all five.
rating-ready = Your answers will be shown beside the score.

## Debrief
debrief-back = Back to calls
debrief-again = Take it again
debrief-export = Export as a page
debrief-exported = The debrief is kept here:
debrief-open-page = Open the page
page-not-written = The page could not be written: { $details }
debrief-retried = Retry
debrief-out-of = out of 100
debrief-pass-mark = The pass mark is { $mark } out of 100.
debrief-critical-error = Critical error: { $check }. It fails the call whatever the score.
debrief-legend = Dashes and ticks: pass mark. Thin lines: attempts before. Ring: your own rating.
debrief-checks = Checks
debrief-transcript = Conversation
debrief-figures = Figures
result-pass = Pass
result-fail = Fail
score-none = –
radar-name = The five scores against the pass mark and the last attempt
dimension-listening-short = Listening
dimension-script-use-short = Script
dimension-objection-handling-short = Objections
dimension-crm-data-entry-short = CRM
dimension-time-management-short = Time
advice-title = Three things for the next call
advice-none = Nothing to improve: try a harder one.
advice-go = See at { $time }
checks-failed = To improve ({ $count })
checks-all = All ({ $count })
checks-none-failed = No check failed.
check-passed = passed
check-failed = failed
check-not-applicable = not applicable
check-critical = Critical
evidence-go = Go to { $time }
timeline-title = The course of the call
timeline-name = Timeline of the call: click to go to a moment
timeline-operator = You
timeline-other = Other side
timeline-marks = Moments
timeline-mood = Mood
legend-hold = Hold
legend-silence = Silence
legend-objection = Objection
legend-lifted = Objection lifted
legend-crm = CRM edit
legend-failure = Critical error
mark-objection = Objection
mark-lifted = Objection lifted
mark-crm = Entry: { $field }
figure-answer = Answered in
figure-handle = Handle time
figure-talk = Talk
figure-hold = Hold
figure-holds = { $count ->
    [one] { $count } hold
    *[other] { $count } holds
    }
figure-wrap-up = Wrap-up
figure-share = Your share of talking
figure-silence = Silences
figure-longest = longest: { $time }
figure-over = Talking over each other
figure-turns = Your turns

## History
history-title = My attempts
history-empty = Your attempts will appear here.
history-call = Call
history-when = Date
history-result = Result
history-open = Open
history-delete = Delete this attempt
history-delete-sure = Delete
history-keep = Keep
history-compare = Compare
history-mark = Compare: { $call }, { $when }
history-mark-two = Tick two attempts to compare them.
history-voice = { $count ->
    [one] { $count } recording, until { $until }
    *[other] { $count } recordings, until { $until }
    }
history-voice-open = Listen to the recordings, or delete them

## Comparison
compare-back = Back to the attempts
compare-title = Two attempts side by side
compare-subjects = The five scores
compare-legend = Full line: the later one. Thin line: the earlier one. Dashes: pass mark.
compare-numbers = In figures
compare-earlier = Before
compare-later = After
compare-gain = Change
compare-gained = Gained: checks now passed
compare-lost = Lost: checks now missed
compare-none = None

## Progress
progress-title = My progress
progress-sum = { $count ->
    [one] { $count } attempt finished
    *[other] { $count } attempts finished
    }, { $passed ->
    [0] none passed
    *[other] { $passed } passed
    }
progress-empty = Finish a first call: your progress will show here.
progress-next = Do next: { $call }
progress-gain = Since the first attempt shown
progress-chart = { $name }, oldest first: { $values }
progress-never = Not scored yet
progress-weakest = The checks you miss most
progress-missed = missed { $missed } of { $applied } times
progress-packs = Pack by pack
progress-pack = { $passed } of { $calls } passed · { $attempts ->
    [0] no attempt
    [one] { $attempts } attempt
    *[other] { $attempts } attempts
    }
progress-mean = Mean of your best scores: { $points }
state-open = Unfinished
state-abandoned = Abandoned

## Troubles
trouble-gone = This attempt cannot be reopened: the pack has changed or is missing.

window-no-display = There is no display to open a window on. Play in the terminal instead: headset play inbound-telecom/double_charge
window-failed = The window could not go on. A graphics driver may be missing (Debian and Ubuntu: mesa-vulkan-drivers draws without a GPU). Attempts are kept; “headset play” works in the terminal.

## Microphone
microphone-title = Microphone
microphone-why = Optional: you answer aloud, then choose or type what you said. Wear a headset: through loudspeakers the microphone would take the customer’s voice for yours.
microphone-off = No microphone
microphone-usual = The computer’s usual microphone
microphone-missing = { $name } (unplugged)
microphone-find = Look again
microphone-again = Try again
microphone-trouble = This microphone does not answer: { $why }. The call can be played by keyboard, too.
microphone-level = Microphone level
microphone-when = When to listen to you
microphone-key = F5 held
microphone-open = Open microphone
microphone-key-how = Speak while you hold F5.
microphone-open-how = Your voice is recognised by itself; a short sign of agreement interrupts nobody.
microphone-record = I agree that my voice is recorded
microphone-record-what = Off at first. When on, your answers are kept as WAV files on this computer, beside the attempt, and deleted by themselves after 180 days. You can delete them earlier in the debrief; deleting the attempt deletes them, too.
microphone-model = Model that writes down what I say
microphone-model-what = The path of a file in the format of whisper.cpp; docs/recognition.md says which to get. What was written stands in the reply box and can be corrected before it counts; in an exam it is said at once. Empty: nothing is written down.
writing-failed = What you said could not be written down: { $why } Type it, or choose a line.
gauge-trouble = Microphone: { $why }. Go on by keyboard.
gauge-closed = The microphone is not listening now.
gauge-key = F5: speak
gauge-open = Microphone open
gauge-speaks = You are speaking
gauge-records = Your voice is being recorded.
gauge-measure = { $name }: { $verdict }
gauge-below = below what is usual
gauge-within = as usual
gauge-above = above what is usual
gauge-aloud = You spoke for { $seconds } s: choose or type what you said.
gauge-unsay = That was not for the customer
norms-unread = The norms of voices could not be read, those of the program are used instead: { $why }
recording-failed = Your voice could not be recorded: { $why }
recording-unheard = This recording cannot be played: { $why }
recording-play = Play what you said at { $when }
recording-stop = Stop what you said at { $when }
recordings-kept = { $count ->
    [one] { $count } recording of your voice, kept until { $until }.
    *[other] { $count } recordings of your voice, kept until { $until }.
    }
recordings-folder = Open the folder
recordings-delete = Delete the recordings
recordings-delete-yes = Delete for good
recordings-keep = Keep them

mind-nobody = Nobody is on the line yet.
mind-for-authors = For authors: what a trainee does not see.
mind-mood = Mood
mind-takes = takes { $what }
mind-understood = What was understood, and what came of it
mind-asked = asks for { $fact }
mind-nothing = nothing understood
mind-answered = answers with { $lines }
work-mind = Mind
profile-authors = Authors
profile-author = See what the customer thinks (never in an exam)
