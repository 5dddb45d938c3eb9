# Hafan: llythyr byr.
home-title = Hafan
home-hello = Helo { $name }.
home-hello-no-name = Helo.
home-stopped = Rydych wedi stopio'r cymorth. Ni fydd neb yn cysylltu â chi. Mae'r hyn a ysgrifennoch chi yma o hyd i chi.
home-wish = Ynglŷn â chysylltu, rydych wedi dweud:
home-wish-about = yr hyn rydych wedi'i ddweud am gysylltu
home-terms = Eich telerau
home-next = Beth sy'n digwydd nesaf
home-next-none = Nid oes dim wedi'i drefnu. Does neb yn aros amdanoch.
home-looked = Ers i chi fod yma ddiwethaf
home-nobody-looked = Does neb arall wedi edrych ar yr hyn a gedwir amdanoch.
home-others-looked = { $count ->
    [one] Mae rhywun arall wedi edrych unwaith: { $who }, { $when }.
    [two] Mae rhywun arall wedi edrych ddwywaith. Y tro diwethaf: { $who }, { $when }.
   *[other] Mae rhywun arall wedi edrych { $count } gwaith. Y tro diwethaf: { $who }, { $when }.
}
home-goals = Eich nodau
home-all-goals = { $count ->
    [0] Mynd i'ch nodau
    [one] Mynd i'ch nod
   *[other] Mynd i bob un o'ch { $count } nod
}
terms-until-you-say = Nid ydych wedi dweud eto. Tan hynny: { $terms }
actor-claimant = chi
actor-carer = gofalwr
actor-case-worker = gweithiwr achos
actor-supervisor = goruchwyliwr
actor-system = system sefydliad gweithiwr achos
actor-system-known = { $who }, drwy system eu sefydliad
actor-organisation = sefydliad
actor-code-holder = rhywun â chod yr hyn rydych yn ei rannu
actor-service = y gwasanaeth hwn
actor-known = { $name }, { $role } gyda { $organisation }
moment = { $day }, { $time }
