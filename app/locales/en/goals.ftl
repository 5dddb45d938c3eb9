# Goals, in the person's own words.
goals-title = Your goals
goals-what = A goal can be about any part of your life. It can be big or small. You write it in your own words and we never change them.
goals-none = You have no goals here. That is fine.
goals-add = Add a goal
goals-add-what = You can change it, rest it or take it away whenever you like.
goals-change = Change this goal
goals-words = What would you like?
goals-words-hint = In your own words, in any language. For example: “get out of the house”, or “sleep better”.
goals-area = Which part of life is it about?
goals-area-hint = Only if you want to say. It helps you find it again.
goals-audience = Who can see it?
goals-audience-hint = You can change this at any time.
goals-audience-carer = Who can see it stays their choice. A new one is shown to them and to people who can act for them.
goals-stage = Where are you with it?
goals-stage-about = where you are with it
goals-stage-hint = Any of these is fine. Nobody checks.
goals-move-up = Move up
goals-move-down = Move down
goals-take-away = Take away
goals-bring-back = Get it back
goals-taken-away = { $count ->
    [one] 1 goal you took away
   *[other] { $count } goals you took away
}

area-home = Home and everyday life
area-health = Health and feeling well
area-people = Family, friends and people
area-out-and-about = Getting out and about
area-money = Money and debts
area-learning = Learning something
area-work = Work, paid or not
area-else = Something else
area-none = I would rather not say

stage-thinking = Thinking about it
stage-doing = Doing it
stage-resting = Resting it
stage-done = Done
stage-let-go = Let go

audience-only-me = Only me
audience-case-worker = Me, and the case worker I choose
audience-carers = Me, and people who can act for me and see goals
audience-both = Me, my case worker, and those people
audience-said-only-me = Only you can see this.
audience-said-case-worker = You, and the case worker you choose, can see this.
audience-said-carers = You, and people who can act for you and see goals, can see this.
audience-said-both = You, your case worker, and people who can act for you and see goals, can see this.

done-goal-added = Your goal is saved.
done-goal-changed = Your goal is changed.
done-goal-marked = Saved.
done-goal-moved = Moved.
done-goal-taken-away = The goal is taken away. You can get it back at the end of this page.
done-goal-brought-back = Your goal is back.

error-words-empty = Write what you would like, in your own words.
error-words-too-many = You can keep up to { $max } goals. Take one away to add another.
error-audience-not-chosen = Choose who can see it.
error-stage-not-chosen = Choose where you are with it.
