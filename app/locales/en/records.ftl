# What others wrote about the person, and putting it right.
record-source-said = Where it comes from: { $source }
held-goes-on = { $until } It goes on { $day }.
correction-was = It said: { $words }
correction-should-be = You asked for: { $words }
correction-reason = Why: { $words }
correction-asked = You asked on { $day }.
progress-open = Nobody has begun yet.
progress-open-next = Someone begins by { $day }.
progress-in-progress = Someone is looking into it.
progress-in-progress-next = You get an answer by { $day }.
progress-done = It is put right.
progress-done-next = Everyone who was given the old words is told by { $day }.
progress-refused = It stays as it is.
progress-why = They say why: { $words }
progress-refused-next = You can ask again, and are answered by { $day }. You can also write how you see it, or ask the Information Commissioner.
notice-kept-by-law = The law asks us to keep this until { $day }, so that accounts can be checked. It goes by itself on that day. Nobody uses it for anything else.
