# The debrief as a page to print.

page-title = Debrief: { $call }
page-invented = (customers and company are invented)
page-mode-guided = Guided
page-mode-script-shown = With the script
page-mode-script-hidden = Without the script
page-mode-exam = Exam
page-dimension = Score by subject
page-points = This call
page-before = Attempt before
page-own = Your own rating
page-better = To do
instead-title = Here an excellent operator would have said:
