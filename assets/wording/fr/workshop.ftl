# Couverture

coverage-title = Ce que les robots ont trouvé dans « { $pack } »
coverage-headline = { $plays } appels joués : { $percent } % des répliques dites ({ $said } sur { $lines }, chaque langue comptée{ $explained ->
    [0] {""}
   *[other]  ; { $explained } expliquées par l’auteur
}).
coverage-table = appel                        lang   max. expert négligent écart novice par niveau  répliques différentes (entendu / formulation)
coverage-column-call = Appel
coverage-column-best = Meilleure note
coverage-column-expert = Expert
coverage-column-careless = Négligent
coverage-column-apart = Écart
coverage-column-novice = Novice : doux → habituel → exigeant
coverage-column-variety = Répliques qui diffèrent d’une partie à l’autre : entendu / formulation seule
coverage-never-said = Répliques que personne n’a obtenues
coverage-explained = Répliques hors d’atteinte, expliquées par l’auteur
coverage-facts = Faits jamais dits
coverage-unraised = Objections jamais soulevées
coverage-unlifted = Objections jamais levées
coverage-failures = Scripts de comportement en échec
coverage-outcomes = Issues jamais atteintes
coverage-steps = Étapes du script que personne n’a faites
coverage-never-apply = Critères qui ne se sont jamais appliqués
coverage-always-passed = Critères que tous ont toujours réussis
coverage-never-passed = Critères que personne n’a jamais réussis
coverage-written = Écrit : { $file }

# Nouveaux packs, appels et personnages

new-bad-name = « { $file } » ne peut pas être un nom : utilisez a–z, 0–9, « _ » et « - », 60 caractères au plus.
new-exists = { $file } existe déjà. Rien n’a été écrit.
new-missing = { $file } manque, ou rien ne peut y être ajouté. Rien n’a été écrit.
new-line-exists = Le pack contient déjà une ligne « { $file } ». Rien n’a été écrit : choisissez un autre nom.
new-in-a-pack = { $folder } n’est pas un pack sans erreur. Indiquez son dossier avec --in, et corrigez-le d’abord.
new-made = créé      { $file }
new-added-to = complété  { $file }
new-next =
    Essayez, puis faites-en le vôtre :
      headset check {"\""}{ $folder }{"\""}
      headset play --packs {"\""}{ $parent }{"\""} { $call }
new-next-persona =
    Nommez ce personnage comme « customer » d’un appel, et vérifiez :
      headset check {"\""}{ $folder }{"\""}

# Textes pour traducteurs

text-ending = { $file } : le nom doit finir par .xlsx ou .csv.
text-exported = { $file } : { $count } lignes ; { $missing ->
    [0] rien ne manque dans aucune langue
   *[other] pour { $missing } d’entre elles, une langue manque (signalée)
}.
text-imported = { $texts ->
    [0] Rien n’a changé.
    [one] Un texte repris, dans { $files } fichier(s).
   *[other] { $texts } textes repris, dans { $files } fichier(s).
}
text-unknown = Le pack ne contient pas « { $name } » : laissé de côté.
sheet-unknown = la colonne « sheet » ne nomme aucune sorte de texte connue
sheet-number = la colonne « n » doit contenir un nombre entier à partir de 1

# Ce qui se passe dans la tête d’un client

mind-now = { $persona } à la fin
mind-settled = a accepté : { $outcome }
mind-memory = se souvient de : { $memory }
mind-facts = Faits
mind-told = dit à { $at }
mind-telling = en train de le dire
mind-takes-room = pas dit : vient de lui-même quand il y a de la place
mind-takes-asking = pas dit : personne ne l’a demandé
mind-takes-trust = pas dit : il faut une question et une confiance de { $least }
mind-objections = Objections
mind-lifted = levée à { $at }
mind-raised = soulevée à { $at }, pas levée
mind-not-raised = pas soulevée

# The reference

reference-title = Référence pour les auteurs de packs
reference-made = Produit à partir du programme lui-même ; le manuel est [LISEZMOI.md](LISEZMOI.md).
reference-scripts = Mots des scripts de comportement
reference-diagnostics = Diagnostics
reference-how-to-read = Chacun avec un exemple : ce que dit le vérificateur et, quand une correction est montrée, ce qui était écrit (−) et ce qui le guérit (+).
reference-group-P = Packs
reference-group-R = Fichiers de rejeu
reference-group-S = Scripts de comportement
script-of-hook = Fonctions d’évènement : ce qui est appelé, et quand
script-of-me = `me` : le personnage
script-of-heard = `heard` : ce qui a été compris
script-of-silence = `silence`
script-of-hold = `hold`
script-of-cut = `cut`
script-of-transfer = `transfer`
script-of-effect = Effets : ce qu’une fonction d’évènement peut renvoyer, seul ou en liste
script-of-plain = Fonctions ordinaires
script-hook-on_start = la ligne s’ouvre
script-hook-on_heard = l’opérateur a parlé
script-hook-on_misquoted = l’opérateur répète de travers ce qui lui a été dit ; remplace `on_heard`
script-hook-on_silence = personne ne parle : à 4, 10, 20 et 30 s
script-hook-on_hold = mise en attente, toutes les 15 s, reprise
script-hook-on_interrupted = coupé au milieu d’une phrase
script-hook-on_transfer = transféré à un collègue ; entendu une dernière fois sauf s’il est en attente
script-hook-on_end = l’opérateur a raccroché : personne n’entend ce qui est dit ici
script-me-patience = patience du moment, de 0 à 100 ; à 0, on raccroche
script-me-trust = confiance du moment, de 0 à 100
script-me-confusion = confusion du moment, de 0 à 100
script-me-interest = intérêt du moment, de 0 à 100
script-me-turn = prises de parole entendues, celle-ci comprise
script-me-seconds = durée de l’appel depuis l’ouverture de la ligne
script-me-open_objections = nombre d’objections soulevées et non levées
script-me-settled = vrai si une issue a été acceptée
script-me-level = le niveau : "gentle", "usual" ou "demanding"
script-me-told = vrai si le fait a été dit
script-me-said = vrai si la réplique a été dite
script-me-raised = vrai si l’objection a été soulevée, levée ou non
script-me-lifted = vrai si l’objection a été levée
script-me-remembers = vrai si quelque chose est retenu sous cette clé
script-me-memory = ce qui est retenu sous cette clé ; "" si rien
script-heard-words = nombre de mots
script-heard-understood = vrai si un acte, une intention ou une question a été trouvé
script-heard-did = vrai si la phrase fait cet acte
script-heard-means = vrai si la phrase porte cette intention
script-heard-asks = vrai si la phrase demande ce fait
script-heard-misquotes = vrai si la phrase répète de travers ce fait déjà dit
script-heard-value = la valeur de ce genre qui a été dite, sous sa forme simple ("EUR 29.90", "2026-09-24") ; "" si aucune. Genres : amount percentage date time duration phone_number contract_number email postal_code person_name quantity
script-silence-seconds = durée du silence, en secondes
script-hold-stage = "started" (début), "goes_on" (en cours) ou "ended" (fin)
script-hold-announced = vrai si l’opérateur l’avait annoncée
script-hold-seconds = durée de l’attente, en secondes
script-cut-percent = part de la réplique déjà dite, en pour cent
script-transfer-warm = vrai si un collègue a été prévenu
script-transfer-announced = vrai si le client a été prévenu
script-effect-say = dit la réplique
script-effect-reveal = dit le fait
script-effect-raise = soulève l’objection
script-effect-lift = lève l’objection
script-effect-mood = change une partie de l’humeur d’autant de points
script-effect-remember = retient quelque chose pour la suite de l’appel, avec ou sans valeur
script-effect-settle = l’appel a trouvé cette issue
script-effect-pass_on = le barrage passe la personne demandée
script-effect-demand_supervisor = demande à parler à un responsable
script-effect-hang_up = raccroche après avoir parlé. Raisons : satisfied out_of_patience insulted silence not_interested no_trust
script-effect-sigh = soupire
script-effect-usual = fait ce que tout le monde fait ici
script-plain-len = longueur d’un texte ou d’une liste
script-plain-is_empty = vrai si le texte ou la liste est vide
script-plain-contains = vrai si le premier contient le second
script-plain-starts_with = vrai si le premier texte commence par le second
script-plain-ends_with = vrai si le premier texte finit par le second
script-plain-push = ajoute un élément à la fin d’une liste
script-plain-to_string = sous forme de texte
script-plain-abs = sans son signe
script-plain-min = le plus petit
script-plain-max = le plus grand
