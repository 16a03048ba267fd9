# Le bilan sur une page à imprimer.

page-title = Bilan : { $call }
page-invented = (clients et entreprise inventés)
page-mode-guided = Guidé
page-mode-script-shown = Avec le script
page-mode-script-hidden = Sans le script
page-mode-exam = Examen
page-dimension = Note par domaine
page-points = Cet appel
page-before = Essai précédent
page-own = Votre propre note
page-better = À faire
instead-title = Ici, un excellent opérateur aurait dit :
