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
