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
coverage-column-novice = Novice : facile → habituel → exigeant
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
