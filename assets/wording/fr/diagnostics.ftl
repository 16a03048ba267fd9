# Problèmes dans les packs. `P…` dit ce qui ne va pas, `P…-help` ce qu’il faut faire.

severity-error = erreur
severity-warning = avertissement
report-help = aide : { $help }
report-nearest = vouliez-vous dire « { $name } » ?
report-nearest-defined = vouliez-vous dire « { $name } » ? La définition est dans { $defined }.
report-more = … et { $count ->
    [one] un autre problème qui n’est pas affiché
   *[other] { $count } autres problèmes qui ne sont pas affichés
}.
report-clean = { $pack } : aucun problème
report-count = { $errors ->
    [0] aucune erreur
    [one] une erreur
   *[other] { $errors } erreurs
}, { $warnings ->
    [0] aucun avertissement
    [one] un avertissement
   *[other] { $warnings } avertissements
}
report-not-a-folder = { $path } n’est pas un dossier lisible.
report-nothing = Aucun pack dans { $path } : un pack est un dossier qui contient un pack.ron.

# Fichiers

P001 = il n’y a pas de pack.ron
P001-help = Un pack est un dossier avec un pack.ron qui donne son nom, ses langues et son entreprise.
P002 = lecture impossible : { $detail }
P002-help = Vérifiez que le fichier existe et que vous avez le droit de le lire.
P003 = est un lien ou un fichier spécial
P003-help = Mettez le fichier lui-même dans le pack : rien n’est lu en dehors de son dossier.
P004 = le pack a plus de { $detail } fichiers
P004-help = Retirez ce qui n’appartient pas au pack.
P005 = le fichier dépasse { $detail } Mio
P005-help = Découpez-le ou raccourcissez-le.
P006 = le pack dépasse { $detail } Mio
P006-help = Retirez ce qui n’appartient pas au pack.
P007 = le fichier n’est pas écrit en UTF-8
P007-help = Enregistrez-le de nouveau avec l’encodage UTF-8.
P008 = rien n’utilise ce fichier
P008-help = Un pack contient pack.ron, intents.ron et customers.ron ; dans personas/, calls/, scripts/ et scorecards/ des fichiers en .ron (aussi .rhai pour les personnages, .replay pour les appels) ; text/‹langue›.ron ; handbook/‹langue›/‹page›.md et voices/‹langue›/‹ligne›.ogg ou .wav, pour les langues de pack.ron.
P009 = les dossiers sont imbriqués sur plus de { $detail } niveaux
P009-help = Les fichiers d’un pack sont dans les dossiers prévus, pas plus profond.
P010 = trop de parenthèses ou de crochets imbriqués
P010-help = Cherchez ceux qui ne sont jamais refermés.

# RON

P101 = ce passage est illisible
P101-help = Cherchez une virgule, un guillemet ou une parenthèse qui manque juste avant cet endroit. Un mot fixe, comme man, s’écrit sans guillemets ; un texte, entre guillemets droits, ", et non “ ”.
P102 = le champ « { $found } » n’existe pas ici
P102-help = Champs connus : { $expected }.
P103 = le champ « { $found } » manque
P103-help = Ajoutez { $found }: … à ce qui commence ici.
P104 = le champ « { $found } » est écrit deux fois
P104-help = Retirez l’un des deux.
P105 = autre chose est attendu ici
P105-help = Attendu : { $expected }. Trouvé : { $found }.
P106 = « { $found } » n’est pas possible ici
P106-help = Possibles : { $expected }.
P107 = le nombre est trop grand ou trop petit
P107-help = Écrivez un nombre entier plus petit ; la plupart vont de 0 à 100.
P108 = « { $name } » est écrit deux fois
P108-help = Retirez l’un des deux, ou réunissez-les.
P110 = il manque une virgule
P110-help = Séparez les éléments par des virgules, ou cherchez un guillemet qui manque avant cet endroit.
P111 = il manque « { $expected } »
P111-help = Refermez ce qui a été ouvert avant cet endroit, ou séparez les éléments par une virgule.
P112 = { $expected ->
    [text] un texte entre guillemets droits
    [number] un nombre entier
    [yes_no] true ou false
   *[other] « { $expected } »
} est attendu ici
P112-help = Les textes s’écrivent entre guillemets droits, les listes entre […], les tables de noms entre {"{…}"}, ce qui a des champs entre (…), de même que ce qu’exige un mot : trusted(44).
P113 = le fichier se termine trop tôt
P113-help = Refermez les parenthèses et les guillemets ouverts.
P114 = le fichier continue après sa fin
P114-help = Retirez la suite, ou cherchez une parenthèse refermée trop tôt.
P115 = cette séquence d’échappement n’existe pas
P115-help = Écrivez \\ pour une barre oblique inverse, \" pour un guillemet droit.
P116 = un commentaire n’est pas refermé
P116-help = Refermez-le avec */.

# Noms

P201 = { $kind ->
    [line] ligne inconnue : « { $name } »
    [persona] personnage inconnu : « { $name } »
    [fact] fait inconnu : « { $name } »
    [objection] objection inconnue : « { $name } »
    [variable] variable inconnue : « { $name } »
    [intent] intention ou acte inconnu : « { $name } »
    [script] script inconnu : « { $name } »
    [outcome] issue inconnue : « { $name } »
    [play] action du modèle inconnue : « { $name } »
    [product] produit inconnu : « { $name } »
    [department] service inconnu : « { $name } »
    [disposition] code de clôture inconnu : « { $name } »
    [record] fiche inconnue : « { $name } »
    [scorecard] grille inconnue : « { $name } »
    [page] page du manuel inconnue : « { $name } »
   *[other] nom inconnu : « { $name } »
}
P201-help = { $kind ->
    [line] Les lignes sont définies dans text/‹langue›.ron.
    [persona] Les personnages sont les fichiers de personas/.
    [fact] Les faits sont définis par le personnage qui participe à l’appel.
    [objection] Les objections sont définies par le personnage qui participe à l’appel.
    [variable] Les variables sont définies sous « vary » du personnage.
    [intent] Les intentions sont définies dans intents.ron.
    [script] Les scripts sont les fichiers de scripts/.
    [outcome] Les issues sont définies par l’appel.
    [play] Les actions sont définies sous « model » de l’appel.
    [product] Les produits sont définis dans pack.ron.
    [department] Les services sont définis dans pack.ron.
    [disposition] Les codes de clôture sont définis sous « dispositions » de pack.ron.
    [record] Les fiches sont définies dans customers.ron.
    [scorecard] Les grilles sont les fichiers de scorecards/.
    [page] Les pages sont les fichiers de handbook/‹langue›/.
   *[other] Vérifiez l’orthographe.
}
P202 = { $kind ->
    [line] la ligne « { $name } » est définie
    [persona] le personnage « { $name } » est défini
    [fact] le fait « { $name } » est défini
    [objection] l’objection « { $name } » est définie
    [variable] la variable « { $name } » est définie
    [intent] l’intention « { $name } » est définie
    [step] l’étape « { $name } » est définie
    [forbidden] l’interdit « { $name } » est défini
    [outcome] l’issue « { $name } » est définie
    [play] l’action « { $name } » est définie
    [product] le produit « { $name } » est défini
    [department] le service « { $name } » est défini
    [disposition] le code de clôture « { $name } » est défini
    [record] la fiche « { $name } » est définie
   *[other] le nom « { $name } » est défini
} deux fois
P202-help = Première définition : { $defined }. Renommez ou retirez l’une des deux.
P203 = « { $name } » n’est pas { $kind ->
    [move] un acte
    [motive] une motivation d’achat
    [emotion] une émotion
    [sector] un secteur
    [language] une langue du programme
    [record_kind] un type de fiche
    [field] possible ici
    [dimension] une dimension de la note qui a un poids
    [check] un critère de la grille par défaut
    [jurisdiction] une juridiction connue du programme
    [mood_trait] une composante de l’humeur
    [entity] un type de valeur reconnu
    [skill] une compétence du diplôme
   *[other] un nom connu
}
P203-help = Connus : { $choices }.
P204 = l’identifiant du pack, « { $name } », n’est pas le nom de son dossier
P204-help = Écrivez id: "{ $expected }", ou renommez le dossier.

# Valeurs

P301 = « { $name } » n’est pas un prix
P301-help = Écrivez la devise, une espace et le montant, par exemple "EUR 29.90".
P302 = le prix est en { $found }, le pack en { $expected }
P302-help = Écrivez tous les prix dans la devise du pack.
P303 = « { $name } » n’est pas une date
P303-help = Écrivez l’année, le mois et le jour, par exemple "2026-09-14".
P304 = « { $name } » n’est pas une heure
P304-help = Écrivez les heures et les minutes sur deux chiffres, par exemple "09:30".
P305 = « { $name } » ne peut pas être un nom
P305-help = Un nom est fait de a–z, 0–9, « _ », « - » et « . », et compte 80 caractères au plus.
P306 = le nombre doit être compris entre { $low } et { $high }
P307 = une liste vide
P307-help = Il faut quelque chose ici : ajoutez un élément.
P308 = le pack est au format { $found }, ce programme lit le format { $expected }
P308-help = Procurez-vous l’autre version du programme ou du pack.
P309 = « { $name } » n’est pas une devise utilisable
P309-help = Connues : { $choices }.
P310 = le pack n’a pas de langue
P310-help = Écrivez languages: ["fr", "en"], ou l’une des deux.
P311 = la durée cible est impossible
P311-help = Écrivez la plus courte et la plus longue des bonnes durées de traitement en secondes, par exemple (180, 420) ; deux heures au plus.
P313 = cela ne convient pas au champ « { $field } »
P313-help = Le champ attend { $expected ->
    [choice] l’un de ses choix
    [date] une date comme 2026-09-14, ou une variable tirée par « date »
    [time] une heure comme 09:30, ou une variable tirée par « time »
    [amount] un montant comme EUR 29.90, ou une variable qui en contient un
    [phone] un numéro de téléphone comme +33612345678, ou une variable tirée par « phone »
    [email] une adresse électronique, ou une variable tirée par « email »
    [postal_code] un code postal en capitales
    [yes_no] yes ou no
    [number] un nombre entier, ou une variable tirée par « number »
   *[other] un texte
}.
P314 = « enough » doit aller de 1 au nombre de faits
P314-help = { $most ->
    [one] Nombre de faits : { $most }.
   *[other] Il y a { $most } faits.
}
P315 = le client « { $name } » appartient à un client
P315-help = Retirez « customer » des fiches de type customer.
P316 = « { $name } » n’est pas une fiche de type { $expected }
P316-help = Nommez une fiche de ce type, ou corrigez le type.
P317 = la fiche « { $name } » n’appartient à personne
P317-help = Ajoutez customer: "…" avec l’identifiant d’un client.
P318 = l’intervalle est impossible
P318-help = Le premier ne doit pas dépasser le second, et le pas ne doit pas être nul.
P319 = la liste a { $found } valeurs, « { $name } » en a { $expected }
P319-help = Donnez autant de valeurs que « { $name } », dans le même ordre.
P320 = la variable « { $name } » dépend d’elle-même
P320-help = Le cercle : { $cycle }.
P321 = « { $name } » n’est pas un modèle possible ici
P321-help = Un numéro de téléphone s’écrit comme "+336########", une adresse électronique comme "{"{"}first_name{"}"}@example.org".
P322 = la variable « { $name } » ne contient pas ce qu’il faut ici
P322-help = Il faut { $expected ->
    [one_of] une variable tirée par one_of ou same_as
    [amount] un montant
   *[other] un texte
}.
P323 = le texte a plus de { $most } caractères
P323-help = Raccourcissez-le ou découpez-le.
P324 = rien ne répond à l’objection « { $name } »
P324-help = Nommez les intentions qui y répondent sous lift: (answers: […]).
P325 = l’action « { $name } » ne fait rien
P325-help = Donnez-lui quelque chose à dire ou à faire (« then »).
P326 = les actions s’attendent les unes les autres
P326-help = Le cercle : { $cycle }.
P327 = cela n’existe que pour les appels sortants
P327-help = Retirez-le, ou écrivez direction: outbound.
P328 = aucune issue de l’appel n’est une réussite
P328-help = Donnez success: true à au moins une issue.
P331 = la ligne « { $name } » ne dit pas { $variable }
P331-help = Mettez la variable dans le texte de la ligne, ou retirez-la de « data ».
P334 = l’intention « { $name } » porte le nom d’un acte
P334-help = Donnez-lui un autre nom : actes et intentions figurent dans les mêmes listes.
P335 = « { $name } » ne peut pas servir de nom ici
P335-help = Ce nom a déjà un sens ; choisissez-en un autre.
P336 = « { $name } » n’est pas un montant
P336-help = Écrivez les unités et les centimes sans la devise, par exemple "29.90".
P337 = le personnage a plus de { $most } variables
P337-help = Retirez celles dont rien n’a besoin.
P338 = « mentions » ne convient pas au champ « { $name } »
P338-help = Seul un texte libre peut mentionner quelque chose : utilisez equals(…) ou one_of([…]).
P339 = la fiche « { $name } » n’a pas de { $field }
P339-help = Ajoutez le champ : sans lui, une fiche de ce type est incomplète.
P340 = le fait « { $name } » est retenu, mais personne ne peut le demander
P340-help = Donnez au fait des phrases sous « asked », ou ne le retenez pas.
P341 = le fait « { $name } » est à la fois dit spontanément et retenu
P341-help = Gardez-le dans une seule des deux listes.

# Textes

P401 = la ligne « { $name } » manque dans text/{ $language }.ron
P401-help = Traduisez-la : chaque ligne existe dans chaque langue du pack.
P402 = la ligne « { $name } » n’a pas de variante
P402-help = Écrivez-en au moins une : ["…"].
P403 = il n’y a pas de phrases d’exemple en « { $language } »
P403-help = Écrivez cinq à dix phrases que l’on dirait dans cette langue.
P404 = une accolade sans sa partenaire
P404-help = Les variables s’écrivent {"{"}first_name{"}"} : a–z, 0–9, « _ », « - » et « . » entre accolades. Un texte ne peut pas contenir d’autres accolades.
P405 = { $of ->
    [nobody] variable inconnue : « { $name } »
   *[other] le personnage « { $persona } » n’a pas de variable « { $name } »
}
P405-help = Sont connues les variables sous « vary » du personnage, ‹personnage›.‹variable›, price.‹produit›, company, operator et today.
P406 = ce n’est pas une condition d’humeur
P406-help = Un texte qui commence par « [ » commence par une condition comme [patience < 40] ou [trust >= 60].
P407 = la ligne « { $name } » n’utilise pas les mêmes variables en « { $language } » : { $variables }
P407-help = Son autre version est dans { $defined }. Est-ce qu’une langue en dit moins ?
P408 = rien n’utilise { $kind ->
    [line] la ligne
    [persona] le personnage
    [objection] l’objection
    [intent] l’intention
    [script] le script
    [scorecard] la grille
   *[other] le nom
} « { $name } »
P408-help = Retirez-le, ou utilisez-le là où il était prévu.
P409 = le fait « { $name } » ne peut jamais être dit
P409-help = Ajoutez des phrases qui le demandent, ou révélez-le dans le script du personnage.
P410 = il n’y a pas de text/{ $language }.ron
P410-help = Le pack dit avoir cette langue : ajoutez le fichier, ou retirez la langue.
P411 = un texte vide
P411-help = Écrivez quelque chose, ou retirez-le.
P412 = la page « { $name } » du manuel manque en « { $language } »
P412-help = Écrivez handbook/{ $language }/{ $name }.md : chaque page existe dans chaque langue du pack.
P413 = ce texte contient le caractère de commande invisible { $character }
P413-help = Retirez-le : les écrans et les terminaux lui obéiraient au lieu de le montrer.
P420 = il n’y a pas de ligne « { $name } » dans text/{ $language }.ron dont ce serait l’enregistrement
P420-help = Donnez au fichier le nom d’une ligne : voices/{ $language }/‹ligne›.ogg ; voices/{ $language }/‹ligne›.2.ogg pour sa deuxième variante.
P421 = la ligne « { $name } » n’a pas cette variante à enregistrer : elle en a { $count }
P421-help = Les variantes se comptent à partir de 1, dans l’ordre du fichier de textes.
P422 = la ligne « { $name } » dit autre chose à chaque appel ({"{"}{ $variable }{"}"}) : l’enregistrement ne sert pas
P422-help = Écrivez une variante sans cette variable et enregistrez-la, ou retirez le fichier : la phrase est synthétisée.
P423 = la ligne « { $name } » a déjà un autre enregistrement, { $defined } : celui-ci ne sert pas
P423-help = Retirez l’un des deux. ‹ligne›.ogg et ‹ligne›.1.ogg désignent la même variante.
P424 = cet enregistrement ne peut pas être lu : { $detail }
P424-help = Enregistrez-le de nouveau en WAV (PCM, 16 bits) ou en OGG Vorbis. OGG Opus et MP3 ne peuvent pas être lus.
P425 = cet enregistrement dure { $found } s : ce n’est pas entre { $least } et { $most } s
P425-help = Coupez-le, ou divisez la réplique en plusieurs.
P426 = cet enregistrement a { $found } échantillons par seconde : ce n’est pas entre { $least } et { $most }
P426-help = Enregistrez-le avec 16 000 ou plus ; un téléphone n’en transporte pas plus de 8 000.
P427 = cet enregistrement a { $found } canaux
P427-help = Enregistrez-le en mono (ou en stéréo) : un téléphone n’en a qu’un.
