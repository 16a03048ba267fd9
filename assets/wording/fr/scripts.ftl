# Problèmes des scripts de personnage (rhai). Le message, puis ce qu’il faut faire.

S001 = { $kind ->
    [end] Le script s’arrête trop tôt : quelque chose n’est pas refermé.
    [missing] Il manque « { $what } » ici.
    [operator] « { $what } » n’est pas un opérateur.
    [expression] Il manque une valeur ou un nom ici.
    [unterminated_text] Ce texte n’est pas refermé.
    [unexpected] « { $what } » n’a rien à faire ici.
    [number] « { $what } » n’est pas un nombre.
    [escape] « { $what } » n’est pas un caractère d’échappement.
    [function] Cette fonction est mal déclarée.
    [nested_function] Une fonction ne peut pas être déclarée dans une autre.
    [break] « break » et « continue » n’ont de sens que dans une boucle.
    [constant] La constante « { $what } » ne peut pas changer.
    [assignment] On ne peut rien affecter ici.
   *[other] Le script n’est pas valide ({ $what }).
}
S001-help = { $kind ->
    [end] Vérifiez que chaque accolade, parenthèse et crochet ouvert est refermé.
    [unterminated_text] Ajoutez le guillemet droit (") qui manque.
    [number] Seuls les nombres entiers existent dans les scripts.
    [function] Écrivez par exemple « fn on_heard(me, heard) { "{" } … { "}" } ».
    [nested_function] Déplacez-la hors de l’autre fonction.
   *[other] Regardez aussi la fin de la ligne précédente : il y manque peut-être une virgule, un point-virgule ou une accolade.
}

S002 = { $kind ->
    [size] Le script est trop long : 64 Kio au plus.
    [text] Ce texte est trop long : 1 000 caractères au plus.
    [list] Cette liste est trop longue : 64 éléments au plus.
    [functions] Le script a trop de fonctions : 64 au plus.
   *[depth] Trop de parenthèses, de listes ou de blocs sont emboîtés ici : 32 niveaux au plus.
}
S002-help = Découpez-le en fonctions ou simplifiez-le.

S003 = { $kind ->
    [forbidden] « { $name } » est interdit dans les scripts de personnage.
   *[reserved] « { $name } » est un mot réservé.
}
S003-help = { $kind ->
    [forbidden] Un script ne peut que lire ce qu’on lui montre et rendre des effets.
   *[reserved] Choisissez un autre nom.
}

S004 = La variable « { $name } » n’existe pas ici.
S004-help = Déclarez-la avec « let », ou passez-la à la fonction : une fonction ne voit que ses paramètres.

S005 = « { $name } » ressemble à une fonction d’évènement, mais il n’y en a pas de ce nom : elle ne serait jamais appelée.
S005-help = Les fonctions d’évènement sont : { $known }.

S006 = « { $name } » n’a pas le bon nombre de paramètres ({ $found }) : elle ne serait jamais appelée.
S006-help = Écrivez « fn { $expected } ».

S007 = La fonction « { $name } » n’existe pas.
S007-help = { $of ->
    [none] Corrigez le nom, ou déclarez la fonction avec « fn { $name }(…) ».
   *[other] Écrivez « { $of }.{ $name }(…) ».
}

S008 = « { $name } » n’a pas le bon nombre d’arguments ({ $found }).
S008-help = Nombre attendu : { $expected }.

S009 = « { $name } » attend { $expected ->
    [number] un nombre entier
   *[text] un texte entre guillemets droits
}, pas { $found ->
    [number] un nombre
    [text] un texte
    [flag] vrai ou faux
    [character] un caractère
    [list] une liste
    [map] un dictionnaire
   *[nothing] rien
}.
S009-help = { $expected ->
    [number] Écrivez le nombre sans guillemets.
   *[text] Écrivez le nom entre guillemets droits, par exemple « { $name }("…") ».
}

S010 = « { $on } » n’a pas de « { $name } ».
S010-help = Il a : { $known }.

S011 = « { $name } » ne peut qu’être lu.
S011-help = Un script change les choses par ses effets, par exemple « mood("patience", -10) » ou « remember("…") ».

S012 = L’effet « { $name } » se perd : personne ne prend sa valeur.
S012-help = Rendez-le avec « return », ou mettez tous les effets dans une liste : « [say("…"), mood("trust", 5)] ».

S013 = Ce qui est écrit hors d’une fonction n’est jamais exécuté.
S013-help = Déplacez-le dans une fonction d’évènement, par exemple « on_start(me) ».

S014 = « { $name } » n’est pas une raison de raccrocher.
S014-help = Les raisons sont : { $known }.

S015 = Rien dans ce script ne retient « { $name } ».
S015-help = Retenez-le quelque part avec « remember("{ $name }") », ou corrigez le nom.

S016 = La fonction « { $name } » est déclarée deux fois.
S016-help = Réunissez les deux, ou changez le nom de l’une.

S017 = { $kind ->
    [method] « { $name } » attend un argument.
   *[property] « { $name } » n’est pas une fonction.
}
S017-help = { $kind ->
    [method] Écrivez « .{ $name }("…") ».
   *[property] Écrivez « .{ $name } », sans parenthèses.
}

S018 = Personne n’entend « { $name } » ici : l’opérateur a raccroché.
S018-help = Faites-le dire avant, par exemple dans « on_heard(me, heard) » ; « on_end(me) » peut encore conclure l’appel.
