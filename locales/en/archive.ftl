archive-title = Closed cases
archive-lead = Someone wrote after the case was closed. Only you hold the key to it. Open it again, and your moderators can read what came.
archive-waiting = { $count ->
    [one] One response waits for a closed case
   *[other] { $count } responses wait for a closed case
}
archive-open = Open this case again
archive-empty-title = Nothing waits
archive-empty-text = When someone answers after a case was closed, it is shown here.
