cli-no-window = Cette version n’a pas de fenêtre (option « desktop » absente). Utilisez une commande : headset --help
cli-not-a-call = « { $name } » n’est pas un appel. Écrivez PACK/APPEL ; « headset packs » en donne la liste.
cli-no-such-call = L’appel « { $name } » n’existe pas. Le plus proche : { $nearest }. « headset packs » en donne la liste.
cli-no-pack-near = Le pack « { $name } » n’existe pas. Les packs sont cherchés dans ./scenarios et dans les dossiers donnés par --packs : pour un pack de ce dossier-ci, ajoutez « --packs . ». « headset packs » donne la liste de ce qui est trouvé.
cli-no-such-pack = Le pack « { $name } » n’existe pas. Le plus proche : { $nearest }. « headset packs » en donne la liste.
cli-no-such-robot = Aucun robot ne s’appelle « { $name } ». Le plus proche : { $nearest }. Il existe : { $known }.
cli-no-such-mood = L’humeur « { $name } » n’existe pas. La plus proche : { $nearest }. Il existe : { $known }.
cli-not-a-persona = « { $name } » ne désigne aucun personnage : écrivez PACK/PERSONNAGE.
cli-no-such-persona = Le personnage « { $name } » n’existe pas. Le plus proche : { $nearest }.
cli-no-voice = La voix ne peut pas être synthétisée : { $why }
cli-no-such-mode = « { $name } » n’est pas un mode : guided, script_shown, script_hidden, exam.
cannot-start-no-such-call = Le pack ne contient pas d’appel « { $call } ».
cannot-start-language = Le pack n’est pas écrit en « { $language } ».
cannot-start-format = Ce journal est au format { $format } ; cette version lit le format { $reads }. Rejouez-le avec la version qui l’a écrit.
cannot-start-pack-changed = Le pack « { $pack } » a changé depuis l’écriture de ce journal : il ne peut plus être rejoué à l’identique. Rien n’est perdu : remettez le pack d’alors pour le rejouer.
cannot-start-no-crm = Le CRM n’a pas pu être préparé : { $why }
journal-empty = { $file } : le fichier est vide.
journal-unreadable = { $place } : cette ligne du journal est illisible : { $why }. Le fichier n’a pas été touché.
journal-cut-off = { $place } : la dernière ligne est coupée et laissée de côté ; tout ce qui précède est rejoué. Le fichier n’a pas été touché.
replay-no-pack = { $file } : ce rejeu n’appartient à aucun pack. Il doit se trouver dans le dossier « calls » d’un pack, à côté de son pack.ron.
replay-passed = réussi  { $file }
replay-journal = { $file } : { $events } événements, note globale { $overall }
simulate-header = {"  seed"} écoute script object    crm  temps  total  confo résultat    dmt  issue
debrief-headline = Note globale { $overall } sur 100 : { $verdict }
debrief-mark = Soit { $mark } / 20
debrief-not-applicable = –
debrief-times = Durée de traitement { $handle } (conversation { $talk }, attente { $hold }, post-appel { $wrap-up }) · plus long silence { $silence } s · vous avez parlé { $share } % du temps
debrief-advice = Ce qui vous aiderait le plus la prochaine fois :
debrief-check-subject = { $check } : { $subject }
debrief-critical = { $check } (erreur critique)
trainee-listed = { $name }  { $count ->
    [0] aucun essai
    [one] un essai
   *[other] { $count } essais
}
trainee-exported = { $count ->
    [one] Un fichier écrit
   *[other] { $count } fichiers écrits
} dans { $folder }.
trainee-unknown = Personne ne s’entraîne ici sous le nom « { $name } ». Le plus proche : { $nearest }. « headset trainee list » les montre tous.
trainee-delete-unsure = Ceci supprimerait définitivement « { $name } », avec tous ses essais, ses notes et ses enregistrements. Ajoutez --yes pour le faire.
trainee-deleted = « { $name } » a été supprimé, avec tous ses essais, ses notes et ses enregistrements.
trainee-recordings-none = Rien n’est gardé de la voix de « { $name } ».
trainee-recording-listed = essai { $attempt }  { $day }  { $call }  { $count ->
    [one] { $count } réponse
   *[other] { $count } réponses
}, à supprimer le { $until }
trainee-recording-unknown = Aucun enregistrement de « { $name } » n’est gardé de l’essai { $attempt } ; rien n’a été supprimé. « headset trainee recordings » les montre tous.
terminal-goals = À atteindre :
terminal-band = Durée de traitement visée : de { $least } à { $most }
terminal-when = Vous parlez au nom de { $company }. Nous sommes le { $date }, il est { $time }.
terminal-record = Fiche du client : { $record } (/fiche l’ouvre)
terminal-hint = Ce que vous tapez est dit. Les commandes commencent par une barre oblique : /aide les montre.
terminal-help =
    Tout ce que vous tapez est dit à votre interlocuteur. Commandes :
      /décrocher  /appeler  /attente  /reprendre  /muet  /micro  /raccrocher
      /couper TEXTE              le dire tout de suite, en coupant la parole
      /consulter SERVICE  /relier  /fin-consultation     parler à un collègue, les mettre en relation
      /transfert [chaud|froid] SERVICE
      /fiche                     montrer la fiche ouverte
      /fiche chercher MOTS       trouver un client
      /fiche ouvrir FICHE        ouvrir une fiche
      /fiche nouveau ticket      nouvelle fiche (contract, ticket, order, appointment, contact, consent)
      /fiche mettre [FICHE] CHAMP VALEUR     /fiche annuler   /fiche rétablir   /fiche jeter FICHE
      /script  /manuel [PAGE ou MOT]  /suggestions  /état  /attendre SECONDES
      /clôture [CODE]  /terminer         post-appel
      /quitter                   partir ; l’appel pourra être repris
terminal-unknown-command = Cette commande n’existe pas. Vouliez-vous dire /{ $name } ?
terminal-needs-more = Il manque quelque chose à /{ $name } : voyez /aide.
terminal-needs-seconds = « { $name } » n’est pas un nombre de secondes (de 0 à 600).
terminal-record-kinds = Types de fiches : { $name }
terminal-crm-help = La fiche ne connaît pas « { $name } » : chercher, ouvrir, nouveau, mettre, annuler, rétablir, jeter.
terminal-no-record-open = Ouvrez ou créez d’abord une fiche : /fiche ouvrir ID, /fiche nouveau ticket.
terminal-script-hidden = Le script est masqué dans ce mode.
terminal-not-guided = Les répliques ne sont proposées qu’en mode guidé (--mode guided).
terminal-no-page = Rien dans le manuel sur « { $name } ».
terminal-no-hit = Aucun résultat.
terminal-status = { $phase } · traitement { $handle } (conversation { $talk }, attente { $hold })
terminal-warm-transfer = Résumez le dossier à votre collègue, puis /relier.
terminal-go-on = Un appel commencé le { $when } a été interrompu. Que faire ? (o = le reprendre, d = le débriefer et le clore, n = le laisser et recommencer)
terminal-left = Vous avez quitté. L’appel pourra être repris.
terminal-not-kept = Cet essai n’est pas enregistré.
terminal-no-keyboard = Le terminal ne peut pas être utilisé.
party-operator = Vous
party-customer = Client
party-gatekeeper = Standard
party-wrong-person = Voix
party-voicemail = Messagerie
party-colleague = Collègue
phase-ready = prêt
phase-ringing = sonnerie
phase-dialling = numérotation
phase-talking = en ligne
phase-hold = en attente
phase-consulting = consultation
phase-wrap-up = post-appel
phase-ended = terminé
reached-answered = Quelqu’un décroche.
reached-no-answer = Pas de réponse. /appeler pour réessayer, /terminer pour finir.
reached-busy = La ligne est occupée. /appeler pour réessayer, /terminer pour finir.
reached-voicemail = Messagerie vocale.
reached-wrong-person = Quelqu’un décroche.
event-said = { $who } : { $text }
event-ring = Sonnerie { $count }
event-cut-off = … coupé après : { $heard }
event-muted = micro coupé : pas entendu
event-not-understood = rien de compris
event-silence = … { $seconds } s de silence
event-hold = En attente. /reprendre pour revenir.
event-hold-ended = De retour après { $seconds } s d’attente.
event-consult = Appel de { $to }…
event-briefed = Votre collègue a ce qu’il lui faut. /relier pour les mettre en relation.
event-transferred = Transféré à { $to }.
event-sigh = (un soupir)
event-supervisor = Le client demande un responsable.
event-disposition = Code de clôture : { $id }
ended-operator = Vous avez raccroché. Complétez la fiche, choisissez un code de clôture (/clôture), puis /terminer.
ended-other-side = Votre interlocuteur a raccroché. Complétez la fiche, choisissez un code de clôture (/clôture), puis /terminer.
ended-transfer = L’appel a été transféré. Complétez la fiche, choisissez un code de clôture (/clôture), puis /terminer.
ended-unanswered = Personne n’a été joint.
ignored-nothing-rings = Rien ne sonne.
ignored-already-dialled = Vous êtes déjà en communication.
ignored-no-consultation = Aucun collègue n’est en ligne.
ignored-nobody-to-transfer = Il n’y a personne à transférer.
ignored-no-such-department = Ce service n’existe pas.
ignored-no-such-record = Cette fiche n’existe pas.
ignored-no-such-disposition = Ce code de clôture n’existe pas.
ignored-nobody-to-hold = Il n’y a personne à mettre en attente.
ignored-nobody-on-hold = Personne n’est en attente.
ignored-nobody-on-the-line = Personne n’est en ligne.
ignored-not-in-wrap-up = L’appel n’est pas terminé.
ignored-no-voice = Aucune voix n’a été entendue.
ignored-nobody-hears = Personne ne peut vous entendre.
ignored-nothing-said = Rien n’a été dit.
ignored-utterance-too-long = C’est trop long pour être dit d’une traite (4 000 caractères au plus). Rien n’est perdu : raccourcissez et redites-le.
ignored-call-is-over = L’appel est terminé.
cli-no-folder = « { $folder } » n’est pas un dossier.
cli-checked = Rien à signaler : { $count ->
    [one] un pack
   *[other] { $count } packs
}.
cli-broken-pack = « { $name } » ne peut pas être joué : { $count ->
    [one] un problème
   *[other] { $count } problèmes
}. « headset check » les montre.
cli-watching = { $errors } erreur(s), { $warnings } avertissement(s). En attente de modifications ; Ctrl-C pour finir.
cli-cannot-watch = Impossible de surveiller les modifications : { $why }
explain-utterance = { $text }
explain-entity =   valeur     { $kind } : { $value }
explain-nothing =   Rien n’a été compris.
explain-found = { $name } : trouvé, sûr à { $percent } %
explain-not-found = { $name } : pas trouvé, mais le serait sans l’un des mots
explain-words-for =   pour       { $words }
explain-words-against =   contre     { $words }
explain-turn =   tournure   « { $words } » est une tournure connue
explain-example-for =   proche     { $percent } %  { $phrase }
explain-example-against =   autre      { $percent } %  { $phrase }
evaluate-unreadable = { $file } ne peut pas être lu : { $why }. Indiquez un fichier de lignes JSON.
evaluate-empty = { $file } n’a pas de ligne. Chaque ligne est un objet : {"{"}"text": …, "moves": […], "entities": […]{"}"}
evaluate-bad-line = { $place } : { $why }
evaluate-no-json = { $why }. Une ligne est un objet avec les champs text, moves (une liste de noms) et entities (une liste d’objets avec kind et value).
evaluate-no-move = aucun acte ne s’appelle « { $name } ». Le plus proche : { $nearest }.
evaluate-no-kind = aucune sorte de valeur ne s’appelle « { $name } ». La plus proche : { $nearest }.
evaluate-title = { $file } : { $count } énoncés
evaluate-moves = acte
evaluate-entities = valeur
evaluate-precision = précision
evaluate-recall = rappel
evaluate-f1 = F1
evaluate-support = nombre
evaluate-micro = ensemble
evaluate-macro = F1 moyen des actes
evaluate-without = Sans aucun acte : { $left } sur { $count } laissés sans
evaluate-mistakes = { $count ->
    [one] Un énoncé mal compris
   *[other] { $count } énoncés mal compris
} (+ trouvé à tort, - manqué)
cli-no-recognition = Ce programme a été compilé sans reconnaissance de la parole. Compilez-le avec --features recognition (il faut cmake, un compilateur C++ et libclang), puis indiquez un modèle avec --model FICHIER. Le manuel dit lequel : docs/reconnaissance.md.
cli-no-model = Aucun modèle n’est indiqué : --model FICHIER, ou la variable HEADSET_MODEL. Le manuel dit lequel prendre : docs/reconnaissance.md.
model-unreadable = Le modèle { $file } ne peut pas être lu : { $why }
model-another-file = { $file } n’est pas un modèle de whisper.cpp ; leur nom ressemble à ggml-base.bin. Le manuel dit lequel prendre : docs/reconnaissance.md.
model-damaged = Le modèle { $file } est abîmé ou n’a pas été téléchargé jusqu’au bout. Téléchargez-le de nouveau.
