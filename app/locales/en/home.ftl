# Home: a short letter.
home-title = Home
home-hello = Hello { $name }.
home-hello-no-name = Hello.
home-stopped = You have stopped support. Nobody will contact you. What you wrote is still here for you.
home-wish = About contact, you have said:
home-wish-about = what you have said about contact
home-terms = Your terms
home-next = What happens next
home-next-none = Nothing is planned. Nobody is waiting for you.
home-looked = Since you were last here
home-nobody-looked = Nobody else has looked at what is held about you.
home-others-looked = { $count ->
    [one] There was 1 look: { $who }, on { $when }.
   *[other] There were { $count } looks. The latest: { $who }, on { $when }.
}
home-goals = Your goals
home-all-goals = { $count ->
    [0] Go to your goals
    [one] Go to your goal
   *[other] Go to all { $count } goals
}
terms-until-you-say = You have not said yet. Until you do: { $terms }
actor-claimant = you
actor-carer = a carer
actor-case-worker = a case worker
actor-supervisor = a supervisor
actor-system = the system of a case worker's organisation
actor-system-known = { $who }, through the system of their organisation
actor-organisation = an organisation
actor-code-holder = someone with the code of what you share
actor-service = this service
actor-known = { $name }, { $role } at { $organisation }
moment = { $day }, { $time }
