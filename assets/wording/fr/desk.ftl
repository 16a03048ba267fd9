# Les mots de la fenêtre.

## Bar above every screen
nav-library = Appels
nav-progress = Mes progrès
nav-history = Mes essais
nav-profile = Profil de { $name }
shade-light = Clair
shade-dark = Sombre
shade-contrast = Contraste
shade-next = Couleurs suivantes : { $shade }
text-larger = Agrandir le texte
text-smaller = Réduire le texte
sound-on = Remettre le son
sound-off = Couper le son
sound-missing = Pas de carte son : tout se lit à l’écran
sound-no-voices = Impossible de faire entendre les voix : { $why }
language-fr = Français
language-en = English
window-title = Headset – simulateur d’appels
notice-close = Fermer ce message
unwritten = Pas encore enregistré
unwritten-ended = La fin de cet appel n’est pas encore enregistrée. Headset réessaie tant qu’il reste ouvert.
unwritten-left = La fin de l’appel n’a pas été enregistrée.
old-pack = Pack modifié
old-pack-why = Le pack a changé depuis le début de cet appel : l’appel continue avec la version d’avant.
caller-unknown = Votre interlocuteur
ago-now = à l’instant
ago-minutes = { $count ->
    [one] il y a { $count } minute
    *[other] il y a { $count } minutes
    }
ago-hours = { $count ->
    [one] il y a { $count } heure
    *[other] il y a { $count } heures
    }
ago-days = { $count ->
    [one] il y a { $count } jour
    *[other] il y a { $count } jours
    }

## Profile
profile-welcome = Bienvenue au poste
profile-promise = Prenez de vrais appels avec des clients qui écoutent, objectent et perdent patience. Ici, on peut se tromper.
profile-who = Qui s’entraîne ?
profile-nobody = Créez votre profil : il reste sur cet ordinateur.
profile-new = Nouveau profil
profile-new-hint = Votre nom
profile-create = Créer le profil
profile-operator = Votre prénom au téléphone
profile-operator-why = C’est le prénom que vous donnez au client. Un prénom d’emprunt convient aussi.
profile-continue = Choisir un appel
profile-looks = Affichage et son
profile-language = Langue
profile-shade = Couleurs
profile-text-size = Taille du texte
profile-sample = Bonjour, que puis-je faire pour vous ?
profile-quiet = Calme
profile-still = Réduire les animations
profile-silent = Sans son
profile-voices = Voix des clients
profile-signals = Sonneries, tonalités et musique
profile-local = Vos essais et vos notes restent sur cet ordinateur. Votre voix n’est enregistrée que si vous le demandez.

## Own data
own-data = Mes données
own-data-export = Exporter mes données…
own-data-exported = Données exportées ici :
own-data-erase = Supprimer ce profil
own-data-sure = Supprimer le profil « { $name } » ?
own-data-sure-yes = Supprimer
own-data-sure-again = { $count ->
    [0] Le profil sera effacé pour de bon. Les dossiers déjà exportés restent.
    [one] Le profil et son unique essai, avec sa note, seront effacés pour de bon. Les dossiers déjà exportés restent.
    *[other] Le profil et ses { $count } essais, avec leurs notes, seront effacés pour de bon. Les dossiers déjà exportés restent.
    }
own-data-sure-again-yes = Effacer pour de bon
own-data-keep = Garder le profil

## Library
library-title = Choisissez un appel
library-search = Rechercher un appel
library-reload = Relire les packs
library-loading = Lecture des appels…
library-take = Préparer
library-take-named = Préparer l’appel : { $call }
library-best = Record : { $points }
library-new = Pas encore essayé
library-next = À faire ensuite
library-empty = Aucun pack trouvé. Cherché dans : { $folders }
library-nothing = Aucun appel ne correspond à « { $search } ».
library-filtered = Aucun appel ne correspond à ce choix.
filter-sector = Secteur
filter-sectors = Tous les secteurs
filter-direction = Sens de l’appel
filter-directions = Entrants et sortants
filter-difficulty = Difficulté
filter-difficulties = Toutes les difficultés
filter-language = Langue de l’appel
filter-languages = Toutes les langues
filter-open = Pas encore réussis
filter-none = Tout montrer
next-easiest = Le plus facile des appels que vous n’avez pas encore réussis.
next-easiest-weak = Pas encore réussi, et il fait travailler votre point faible : { $subject }.
next-all-passed = Tous les appels sont réussis : refaites celui-ci sans le script, ou en examen.
next-all-passed-weak = Tous les appels sont réussis ; celui-ci fait travailler votre point faible : { $subject }.
direction-inbound = Appel entrant
direction-outbound = Appel sortant
kind-information = Information et assistance
kind-complaint = Réclamation
kind-sales = Vente
kind-appointment = Prise de rendez-vous
kind-survey = Enquête
sector-telecom = Télécoms
sector-energy = Énergie
sector-bank = Banque
sector-insurance = Assurance
sector-retail = Commerce
sector-research = Études
sector-public = Service public
sector-other = Autre secteur
difficulty-1 = Facile
difficulty-2 = Moyen
difficulty-3 = Difficile
unfinished-title = Appel interrompu : { $call }
unfinished-when = Commencé { $when }. Vous pouvez le reprendre là où il s’est arrêté.
unfinished-changed = Commencé { $when }. Le pack a changé ou manque : cet appel ne peut plus être repris.
unfinished-go-on = Reprendre
unfinished-debrief = Voir le bilan
unfinished-discard = Abandonner
broken-title = Le pack « { $folder } » ne peut pas être joué
broken-what = Corrigez ces problèmes dans les fichiers du pack : cette page se met à jour dès qu’un fichier est enregistré.
broken-show = { $count ->
    [one] Voir l’erreur
    *[other] Voir les { $count } erreurs
    }
broken-none = Plus aucun problème.
broken-more = { $count ->
    [one] Et un autre problème : « headset check » montre tout.
    *[other] Et { $count } autres problèmes : « headset check » montre tout.
    }

## Briefing
briefing-back = Retour aux appels
briefing-known = Ce que vous savez
briefing-goals = Ce qu’il faut réussir
briefing-time = Durée visée, fiche comprise : entre { $least } et { $most }
briefing-scored = Comment l’appel est noté
briefing-pass = L’appel est réussi à partir de { $mark } sur 100, sans erreur critique de conformité.
briefing-help = Avec quelle aide ?
briefing-level = Niveau
level-gentle = Doux
level-gentle-what = Un client plus patient, qui se livre plus volontiers.
level-usual = Habituel
level-usual-what = Le client tel que l’auteur l’a écrit.
level-demanding = Exigeant
level-demanding-what = Un client moins patient, qui ne dit que ce qu’on lui demande.
briefing-trains = Ce que l’appel fait travailler
briefing-instructor = Pour le formateur (dévoile l’appel)
briefing-language = Langue de l’appel
briefing-operator = Au téléphone, vous êtes { $name }.
briefing-start = Prendre le poste
mode-guided = Guidé
mode-guided-what = Des phrases sont proposées, bonnes et mauvaises. Le script et l’humeur du client sont affichés.
mode-script-shown = Avec le script
mode-script-shown-what = Le script vous suit étape par étape. À vous de parler.
mode-script-hidden = Sans le script
mode-script-hidden-what = Ni script ni phrases. Vous pouvez reprendre l’appel après coup.
mode-exam = Examen
mode-exam-what = Aucune aide, aucune reprise. L’essai compte.

## Clock
clock-before = Avant la durée visée
clock-within = Dans la durée visée
clock-over = Durée visée dépassée
clock-target = Visé : { $least } à { $most }
clock-waits = en pause, vous écrivez

## Softphone
line-ready = Prêt à appeler
line-ringing = Ça sonne
line-dialling = Appel en cours…
line-talking = En ligne
line-hold = En attente
line-consulting = Avec un collègue
line-wrap-up = Post-appel
line-ended = Terminé
line-muted = Micro coupé
line-rings = { $count ->
    [one] { $count } sonnerie
    *[other] { $count } sonneries
    }
line-hold-sum = Attente au total : { $time }
phone-answer = Décrocher
phone-dial = Appeler
phone-give-up = Clore sans contact
phone-hang-up = Raccrocher
phone-hold = Attente
phone-resume = Reprendre
phone-mute = Muet
phone-unmute = Micro
phone-transfer = Transfert
phone-keypad = Clavier
phone-consult = Consulter
phone-cold = Transférer
phone-complete = Mettre en relation
phone-end-consult = Quitter le collègue
keypad-empty = Composez un numéro
consult-with = En ligne avec : { $who }
consult-brief = Résumez la situation
consult-briefed = Votre collègue sait tout
transfer-consult-first = Consulter d’abord : le client n’aura rien à répéter.
transfer-hold-first = Pour consulter un collègue, mettez d’abord le client en attente.
hang-up-sure = Raccrocher maintenant ? L’appel sera terminé.
hang-up-yes = Oui, raccrocher
hang-up-no = Non, rester en ligne
dial-no-answer = Personne ne répond
dial-busy = Occupé
dial-voicemail = Messagerie vocale
dial-wrong-person = Mauvais interlocuteur
dial-answered = Décroché

## Customer
role-customer = Client
role-customer-woman = Cliente
role-gatekeeper = Standard
role-wrong-person = Autre personne
role-voicemail = Messagerie
role-colleague = Collègue
mood-furious = À bout
mood-annoyed = { $who ->
    [woman] Agacée
    *[other] Agacé
    }
mood-lost = { $who ->
    [woman] Perdue
    *[other] Perdu
    }
mood-wary = { $who ->
    [woman] Méfiante
    *[other] Méfiant
    }
mood-bored = { $who ->
    [woman] Peu intéressée
    *[other] Peu intéressé
    }
mood-impatient = { $who ->
    [woman] Impatiente
    *[other] Impatient
    }
mood-won = En confiance
mood-calm = Calme
trait-patience = Patience
trait-trust = Confiance
trait-confusion = Confusion
trait-interest = Intérêt
face-described = { $name }, { $age } ans : { $mood }
customer-ringing = Quelqu’un appelle.
customer-ready = Personne en ligne pour l’instant.
customer-gone = La communication est coupée.

## Script
script-title = Script
script-hidden = Masqué dans ce mode
script-progress = { $done } sur { $all }
script-all-done = Toutes les étapes sont faites.
script-step-done = fait
script-step-current = à dire maintenant
script-step-open = à venir

## Transcript and reply
transcript-title = Conversation
transcript-empty = La conversation s’écrit ici.
transcript-you = Vous
turn-over = vous avez coupé la parole
turn-cut = interrompu
turn-muted = micro coupé
turn-retry = Rejouer à partir d’ici
turn-understood = Compris : { $moves }
turn-not-understood = rien
note-hold = Mise en attente
note-hold-cold = Mise en attente sans prévenir
note-hold-end = Reprise après { $time } d’attente
note-consult = Appel au service { $who }
note-transfer-warm = Transfert accompagné : { $who }
note-transfer-cold = Transfert direct : { $who }
note-ended-operator = Vous avez raccroché
note-ended-other = L’autre a raccroché
note-ended-transfer = Appel transféré
note-ended-unanswered = Pas de réponse
note-sigh = Soupir
note-supervisor = Demande un responsable
note-silence = Silence : { $time }
reply-name = Votre réponse
reply-hint = Votre réponse…
reply-closed = Personne ne vous entend
reply-say = Dire
reply-cut-in = Couper
reply-keys = Entrée : dire · ↑ ↓ : vos phrases · Ctrl+J : revenir ici
reply-muted = Votre micro est coupé : personne n’entendra cela.
reply-cuts-in = On vous parle : attendez la fin, ou coupez la parole.
suggestions-title = Que dire ? Une seule de ces phrases convient.
understood-show = Montrer ce qui est compris
understood = Compris
datum-take = Reprendre « { $text } » dans la fiche
datum-hint = F6 : reprendre dans le champ ce qui vient d’être dit
datum-no-field = Cliquez d’abord dans le champ à remplir.

## CRM
work-crm = Fiche client
work-handbook = Manuel
crm-search = Rechercher un client
crm-search-hint = Nom, numéro, ville…
crm-start = Cherchez le client par son nom, son numéro ou sa ville.
crm-nobody = Personne ne correspond. Essayez moins de mots.
crm-hits = { $count ->
    [one] { $count } client trouvé
    *[other] { $count } clients trouvés
    }
crm-close = Fermer la fiche
crm-undo = Annuler la saisie
crm-redo = Rétablir la saisie
record-customer = Identité
record-contract = Contrats
record-ticket = Tickets
record-order = Commandes
record-appointment = Rendez-vous
record-contact = Contacts
record-consent = Consentements
one-customer = Identité
one-contract = Contrat
one-ticket = Ticket
one-order = Commande
one-appointment = Rendez-vous
one-contact = Contact
one-consent = Consentement
create-customer = Nouveau client
create-contract = Nouveau contrat
create-ticket = Nouveau ticket
create-order = Nouvelle commande
create-appointment = Nouveau rendez-vous
create-contact = Nouveau contact
create-consent = Nouveau consentement
none-customer = Aucune identité
none-contract = Aucun contrat
none-ticket = Aucun ticket
none-order = Aucune commande
none-appointment = Aucun rendez-vous
none-contact = Aucun contact enregistré
none-consent = Aucun consentement enregistré
record-new = Nouveau
record-unsaved = Non enregistré
record-discard = Supprimer cette fiche
hint-date = jj/mm/aaaa
hint-time = 14h30
hint-amount = 29,90 €
field-customer-first_name = Prénom
field-customer-last_name = Nom
field-customer-company = Entreprise
field-customer-birth_date = Date de naissance
field-customer-phone = Téléphone fixe
field-customer-mobile = Mobile
field-customer-email = E-mail
field-customer-street = Adresse
field-customer-postal_code = Code postal
field-customer-city = Ville
field-customer-note = Note
field-contract-number = Numéro
field-contract-product = Offre
field-contract-status = État
field-contract-start_date = Début
field-contract-end_date = Fin
field-contract-monthly_price = Prix par mois
field-contract-note = Note
field-ticket-category = Catégorie
field-ticket-priority = Priorité
field-ticket-status = État
field-ticket-cause = Cause
field-ticket-escalated_to = Transmis à
field-ticket-amount = Montant
field-ticket-due_date = Échéance
field-ticket-note = Note
field-order-product = Offre
field-order-price = Prix
field-order-quantity = Quantité
field-order-start_date = Début
field-order-status = État
field-order-note = Note
field-appointment-date = Date
field-appointment-time = Heure
field-appointment-with = Avec
field-appointment-place = Lieu
field-appointment-status = État
field-appointment-note = Note
field-contact-date = Date
field-contact-channel = Canal
field-contact-subject = Objet
field-contact-disposition = Code de clôture
field-contact-satisfaction = Satisfaction (0 à 10)
field-contact-answers = Réponses
field-contact-note = Note
field-consent-channel = Canal
field-consent-status = État
field-consent-date = Date
field-consent-source = Origine
choice-none = Choisir…
choice-yes = Oui
choice-no = Non
choice-active = Actif
choice-pending = En cours
choice-suspended = Suspendu
choice-ended = Résilié
choice-billing = Facturation
choice-technical = Technique
choice-contract = Contrat
choice-delivery = Livraison
choice-quality = Qualité de service
choice-data = Données personnelles
choice-other = Autre
choice-low = Basse
choice-normal = Normale
choice-high = Haute
choice-urgent = Urgente
choice-open = Ouvert
choice-in_progress = En traitement
choice-solved = Résolu
choice-escalated = Transmis
choice-double_charge = Double prélèvement
choice-billing_error = Erreur de facturation
choice-outage = Panne
choice-equipment = Matériel
choice-configuration = Réglages
choice-price = Prix
choice-misunderstanding = Malentendu
choice-service = Service rendu
choice-draft = Brouillon
choice-awaiting_signature = À signer
choice-confirmed = Confirmé
choice-cancelled = Annulé
choice-on_site = Sur place
choice-phone = Téléphone
choice-video = Visioconférence
choice-booked = Fixé
choice-to_confirm = À confirmer
choice-phone_in = Appel entrant
choice-phone_out = Appel sortant
choice-email = E-mail
choice-chat = Chat
choice-letter = Courrier
choice-sms = SMS
choice-given = Donné
choice-refused = Refusé
choice-opted_out = Ne plus solliciter

## Handbook
handbook-search = Rechercher dans le manuel
handbook-empty = Ce pack n’a pas de manuel.
handbook-nothing = Rien dans le manuel à ce sujet.
handbook-choose = Choisissez une page.

## Desk
desk-leave = Quitter le poste
desk-leave-why = L’appel est gardé : vous pourrez le reprendre.

## Wrap-up
wrap-up-title = Après l’appel
wrap-up-time = Post-appel : { $time }
wrap-up-record = Complétez la fiche du client, à droite.
wrap-up-to-record = Aller à la fiche
wrap-up-disposition = Code de clôture
wrap-up-finish = Terminer l’essai
wrap-up-choose = Choisissez d’abord un code de clôture.

## Self-rating
rating-title = Et vous, qu’en pensez-vous ?
rating-why = Avant de voir la note de « { $call } », donnez la vôtre. Comparer les deux est le meilleur exercice.
rating-listening = Ai-je compris le besoin, reformulé, laissé parler ?
rating-script-use = Ai-je suivi les étapes, avec mes mots quand c’est permis ?
rating-objection-handling = Ai-je accueilli, creusé, répondu, vérifié ?
rating-crm-data-entry = La fiche est-elle juste et complète ?
rating-time-management = Ni pressé ni perdu : ai-je tenu la durée visée ?
rating-step-0 = Raté
rating-step-25 = Faible
rating-step-50 = Moyen
rating-step-75 = Bien
rating-step-100 = Très bien
rating-submit = Voir mon bilan
rating-missing = Notez-vous sur les cinq points.
rating-ready = Vos réponses seront montrées à côté de la note.

## Debrief
debrief-back = Retour aux appels
debrief-again = Refaire l’appel
debrief-export = Exporter la page
debrief-exported = Le bilan est enregistré ici :
debrief-open-page = Ouvrir la page
page-not-written = La page n’a pas pu être écrite : { $details }
debrief-retried = Reprise
debrief-out-of = sur 100
debrief-pass-mark = Réussi à partir de { $mark } sur 100.
debrief-critical-error = Erreur critique : { $check }. Elle fait échouer l’appel, quelle que soit la note.
debrief-legend = Tirets et traits : seuil de réussite. Lignes fines : essais précédents. Rond : votre propre note.
debrief-checks = Critères
debrief-transcript = Conversation
debrief-figures = Chiffres
result-pass = Réussi
result-fail = Échoué
score-none = –
radar-name = Les cinq notes, comparées au seuil et au dernier essai
dimension-listening-short = Écoute
dimension-script-use-short = Script
dimension-objection-handling-short = Objections
dimension-crm-data-entry-short = CRM
dimension-time-management-short = Temps
advice-title = Trois conseils pour le prochain appel
advice-none = Rien à redire : passez à plus difficile.
advice-go = Voir à { $time }
checks-failed = À revoir ({ $count })
checks-all = Tous ({ $count })
checks-none-failed = Aucun critère manqué.
check-passed = réussi
check-failed = manqué
check-not-applicable = sans objet
check-critical = Critique
evidence-go = Aller à { $time }
timeline-title = Le fil de l’appel
timeline-name = Frise de l’appel : un clic va au moment
timeline-operator = Vous
timeline-other = En face
timeline-marks = Moments
timeline-mood = Humeur
legend-hold = Attente
legend-silence = Silence
legend-objection = Objection
legend-lifted = Objection levée
legend-crm = Saisie CRM
legend-failure = Erreur critique
mark-objection = Objection
mark-lifted = Objection levée
mark-crm = Saisie : { $field }
figure-answer = Décroché en
figure-handle = Durée de traitement
figure-talk = Conversation
figure-hold = Attente
figure-holds = { $count ->
    [one] { $count } mise en attente
    *[other] { $count } mises en attente
    }
figure-wrap-up = Post-appel
figure-share = Votre part de parole
figure-silence = Silences
figure-longest = le plus long : { $time }
figure-over = Paroles superposées
figure-turns = Vos prises de parole

## History
history-title = Mes essais
history-empty = Vos essais apparaîtront ici.
history-call = Appel
history-when = Date
history-result = Résultat
history-open = Revoir
history-delete = Supprimer cet essai
history-delete-sure = Supprimer
history-keep = Garder
history-compare = Comparer
history-mark = Comparer : { $call }, { $when }
history-mark-two = Cochez deux essais pour les comparer.
history-voice = { $count ->
    [one] { $count } enregistrement, jusqu’au { $until }
    *[other] { $count } enregistrements, jusqu’au { $until }
    }
history-voice-open = Écouter les enregistrements, ou les effacer

## Comparison
compare-back = Retour aux essais
compare-title = Deux essais côte à côte
compare-subjects = Les cinq notes
compare-legend = Trait plein : le plus récent. Ligne fine : le plus ancien. Tirets : seuil de réussite.
compare-numbers = En chiffres
compare-earlier = Avant
compare-later = Après
compare-gain = Écart
compare-gained = Gagné : critères désormais réussis
compare-lost = Perdu : critères désormais manqués
compare-none = Aucun

## Progress
progress-title = Mes progrès
progress-sum = { $count ->
    [one] { $count } essai terminé
    *[other] { $count } essais terminés
    }, { $passed ->
    [0] aucun réussi
    [one] { $passed } réussi
    *[other] { $passed } réussis
    }
progress-empty = Terminez un premier appel : vos progrès s’afficheront ici.
progress-next = À faire ensuite : { $call }
progress-gain = Depuis le premier essai affiché
progress-chart = { $name }, du plus ancien au plus récent : { $values }
progress-never = Pas encore noté
progress-weakest = Vos critères les plus manqués
progress-missed = { $missed ->
    [one] manqué { $missed } fois sur { $applied }
    *[other] manqué { $missed } fois sur { $applied }
    }
progress-packs = Pack par pack
progress-pack = { $passed } sur { $calls } réussis · { $attempts ->
    [0] aucun essai
    [one] { $attempts } essai
    *[other] { $attempts } essais
    }
progress-mean = Moyenne de vos meilleures notes : { $points }
state-open = En cours
state-abandoned = Abandonné

## Troubles
trouble-gone = Cet essai ne peut pas être rouvert : le pack a changé ou manque.

window-no-display = Aucun écran où ouvrir une fenêtre. Jouez dans le terminal : headset play inbound-telecom/double_charge
window-failed = La fenêtre s’est arrêtée. Il manque peut-être un pilote graphique (Debian et Ubuntu : mesa-vulkan-drivers dessine sans carte graphique). Vos essais sont gardés ; « headset play » fonctionne dans le terminal.

## Microphone
microphone-title = Micro
microphone-why = Facultatif : vous répondez à voix haute, puis vous choisissez ou tapez ce que vous avez dit. Mettez un casque : par les haut-parleurs, le micro prendrait la voix du client pour la vôtre.
microphone-off = Sans micro
microphone-usual = Micro habituel de l’ordinateur
microphone-missing = { $name } (débranché)
microphone-find = Chercher de nouveau
microphone-again = Réessayer
microphone-trouble = Ce micro ne répond pas : { $why }. L’appel se joue aussi au clavier.
microphone-level = Niveau du micro
microphone-when = Quand vous écouter
microphone-key = Touche F5 maintenue
microphone-open = Micro ouvert
microphone-key-how = Parlez pendant que vous maintenez F5.
microphone-open-how = Votre voix est détectée automatiquement ; un simple « oui, oui » ne coupe la parole à personne.
microphone-record = J’accepte que ma voix soit enregistrée
microphone-record-what = Désactivé au départ. Une fois activé : vos réponses sont gardées en fichiers WAV sur cet ordinateur, à côté de l’essai, et effacées d’elles-mêmes après 180 jours. Vous pouvez les effacer avant, dans le bilan ; effacer l’essai les efface aussi.
microphone-model = Modèle qui écrit ce que je dis
microphone-model-what = Le chemin d’un fichier au format de whisper.cpp ; docs/reconnaissance.md dit lequel prendre. Le texte apparaît dans la réponse et se corrige avant de compter ; en examen, il est dit aussitôt. Vide : rien n’est écrit.
writing-failed = Ce que vous avez dit n’a pas pu être écrit : { $why } Tapez-le, ou choisissez une phrase.
gauge-trouble = Micro : { $why }. Continuez au clavier.
gauge-closed = Le micro n’écoute pas maintenant.
gauge-key = F5 : parler
gauge-open = Micro ouvert
gauge-speaks = Vous parlez
gauge-records = Votre voix est enregistrée.
gauge-measure = { $name } : { $verdict }
gauge-below = en dessous du repère
gauge-within = dans le repère
gauge-above = au-dessus du repère
gauge-aloud = Vous avez parlé { $seconds } s : choisissez ou tapez ce que vous avez dit.
gauge-unsay = Ce n’était pas pour le client
norms-unread = Les normes de voix n’ont pas pu être lues, celles du programme servent à leur place : { $why }
recording-failed = Votre voix n’a pas pu être enregistrée : { $why }
recording-unheard = Cet enregistrement ne peut pas être écouté : { $why }
recording-play = Écouter ce que vous avez dit à { $when }
recording-stop = Arrêter ce que vous avez dit à { $when }
recordings-kept = { $count ->
    [one] { $count } enregistrement de votre voix, gardé jusqu’au { $until }.
    *[other] { $count } enregistrements de votre voix, gardés jusqu’au { $until }.
    }
recordings-folder = Ouvrir le dossier
recordings-delete = Effacer les enregistrements
recordings-delete-yes = Effacer pour de bon
recordings-keep = Les garder

mind-nobody = Personne n’est encore en ligne.
mind-for-authors = Pour les auteurs : ce que le stagiaire ne voit pas.
mind-mood = Humeur
mind-takes = il faut { $what }
mind-understood = Ce qui est compris, et ce qui en résulte
mind-asked = demande { $fact }
mind-nothing = rien de compris
mind-answered = répond par { $lines }
work-mind = Pensées
profile-authors = Auteurs
profile-author = Voir ce que pense le client (jamais à l’examen)
