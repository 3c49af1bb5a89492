archive-title = Closed cases
archive-lead = Someone wrote after a case was closed. Only administrators hold its key. Open it again, and your moderators can read what came.
archive-waiting = { $count ->
    [one] One response waits in a closed case
   *[other] { $count } responses wait in a closed case
}
archive-open = Open again
archive-empty-title = Nothing waits
archive-empty-text = When someone answers after a case was closed, it is shown here.
archive-opened = It is open again. What came is in the queue.
