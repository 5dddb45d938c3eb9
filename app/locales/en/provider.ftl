# Signing in through someone else who knows you (an identity provider).
provider-through = Through { $name }
provider-learns = { $name } then knows that you sign in to Own Terms, and when. We tell it your language, and nothing else. It tells us a code that stands for you, and neither your name nor your address.
provider-sign-in = Sign in with { $name }
provider-going = You are on your way to { $name }
provider-going-what = If nothing happens, press this:
provider-go-on = Go on to { $name }
provider-kept = What you wrote is kept on this page for 24 hours. Leave the page open. Sign in with { $name } beside it, then come back here and go on.
provider-go-on-beside = Go on to { $name } (opens beside this page)
# Back again
provider-knows = { $name } knows you
provider-confirm-what = Press the button to sign in here.
provider-which-what = More than one person signs in here with this { $name } account.
provider-nobody = This opens no place here yet
provider-nobody-first = { $name } knows you. Nobody has a place here that opens with that. The first time, an invitation opens your place.
provider-nobody-already = Have you been here before? Then sign in another way, and add { $name } under “How you sign in”.
error-provider-opens-nothing = That did not work. Nothing happened, and nothing is lost. You can try again, or use another way.
# Adding one
provider-add-what = You sign in at { $name } and come back here. You have nothing more to remember for us.
provider-seen = Whoever can sign in there as you could sign in here too.
provider-name-what = You can sign in with it once it is added.
done-provider-added = You can sign in with it from now on.
error-name-opens-nothing = It was not added, because that took too long. Nothing is lost. Go back, and try again.
