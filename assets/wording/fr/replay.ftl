R001 = la première ligne ne dit pas quel appel jouer
R001-help = commencez par : call ID   seed NOMBRE   language fr
R002 = « { $name } » n’est pas un numéro de tirage
R002-help = écrivez un nombre entier : seed 7
R003 = « { $name } » n’est pas une langue
R003-help = écrivez fr ou en
R004 = la commande « { $name } » n’existe pas
R004-help = say, wait, hold, resume, open, create, set, consult, transfer, disposition, hang_up, finish…
R005 = « { $name } » n’a rien à faire ici
R005-help = cette commande s’écrit seule
R006 = il manque quelque chose après « { $command } »
R006-help = dites quoi : { $what }
R007 = « { $name } » n’est pas un type de fiche
R007-help = contract, ticket, order, appointment, contact, consent
R008 = « { $name } » ne dit pas quoi remplir
R008-help = set FICHE CHAMP VALEUR
R009 = « { $name } » ne dit pas comment ni où transférer
R009-help = transfer warm SERVICE ou transfer cold SERVICE
R010 = « { $name } » n’est pas une touche de téléphone
R010-help = un chiffre, * ou #
R011 = « { $name } » n’est pas une durée
R011-help = écrivez 500ms, 20s ou 2min (60min au plus)
R012 = on ne peut pas attendre « { $name } »
R012-help = customer says, moves, means, mood, told, raised, lifted, outcome, score, overall, result, critical, check, field
R013 = « { $name } » ne dit pas ce que dit le client
R013-help = ? customer says *mots*
R014 = l’acte « { $name } » n’existe pas
R014-help = le manuel en donne la liste
R015 = l’humeur « { $name } » n’existe pas
R015-help = patience, trust, confusion ou interest
R016 = « { $name } » ne peut pas être comparé
R016-help = écrivez un NOM, puis < <= = >= ou >, puis un nombre entier
R017 = la dimension « { $name } » n’existe pas
R017-help = listening, script_use, objection_handling, crm_data_entry, time_management ou compliance
R018 = « { $name } » n’est pas un résultat
R018-help = pass ou fail
R019 = « { $name } » ne dit pas si le critère doit être réussi ou manqué
R019-help = ? check ID passed, ou ? check ID failed
R020 = « { $name } » ne dit pas ce que le champ doit contenir
R020-help = ? field FICHE CHAMP = VALEUR
R021 = « { $name } » n’est pas un niveau
R021-help = écrivez gentle, usual ou demanding
R030 = le pack ne contient pas d’appel « { $name } »
R030-help = le nom du fichier de l’appel, sans .ron
R031 = le pack n’est pas écrit en « { $name } »
R031-help = les langues sont dans pack.ron
R032 = l’appel n’a pas pu commencer : { $name }
R032-help = vérifiez d’abord le pack
R040 = c’était attendu, mais voici ce qui a été trouvé : { $found }
R040-help = corrigez l’appel, ou l’attente si l’appel a raison ; headset play, avec le même tirage, montre ce qui est compris
R041 = cela n’a rien changé : { $why ->
    [already_dialled] il y a déjà un appel
    [call_is_over] l’appel est terminé
    [no_consultation] aucun collègue n’est en ligne
    [no_such_department] ce service n’existe pas
    [no_such_disposition] ce code de clôture n’existe pas
    [no_such_record] cette fiche n’existe pas
    [nobody_hears] personne ne peut vous entendre
    [nobody_on_hold] personne n’est en attente
    [nobody_on_the_line] personne n’est en ligne
    [nobody_to_hold] il n’y a personne à mettre en attente
    [nobody_to_transfer] il n’y a personne à transférer
    [not_in_wrap_up] l’appel n’est pas terminé
    [nothing_rings] rien ne sonne
    [nothing_said] rien n’a été dit
    [utterance_too_long] c’est trop long pour être dit d’une traite
   *[other] { $why }
}
R041-help = { $why ->
    [nobody_on_the_line] si le client a déjà raccroché, après votre au revoir, écrivez wait 10s à la place ; sinon, mettez d’abord answer ou dial
    [not_in_wrap_up] mettez hang_up avant ; là où le client raccroche de lui-même après votre au revoir, wait 10s
   *[other] cela ne se peut pas à ce moment de l’appel : regardez les lignes qui précèdent
}
