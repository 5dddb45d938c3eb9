# Signing in by a passkey, and adding one.
passkey-title = Passkey
passkey-sign-in = Sign in with a passkey
passkey-not = A passkey needs scripts, and a browser that knows passkeys. Is there no button here? Then use another way to sign in.
passkey-add-title = Add a passkey
passkey-what = A passkey is a key that your phone, computer or stick keeps for you. You use it as you unlock the device: by a finger, your face or a number.
passkey-shared = Anyone who can unlock the device can use the key too. Is it shared? Then another way to sign in is safer.
passkey-called = What would you like to call it?
passkey-called-hint = You see this name in the list of your ways to sign in. Your device may show it too.
passkey-name = My device
passkey-add = Add it
done-passkey-added = You can sign in with this passkey from now on.
# While the device is asked, and when it gives nothing
passkey-waiting = Your device is asking you now.
passkey-not-allowed = Your device gave us no passkey. Maybe it has none for this site, or it was stopped, or it took too long. Nothing is lost. You can try again, or use another way.
passkey-there-already = This device has a passkey of yours for this site already. You can sign in with that one.
passkey-not-here = Passkeys do not work at this address. Nothing is lost. You can use another way.
passkey-cannot = That did not work on this device. Nothing is lost. You can try again, or use another way.
# When its answer is not right
error-passkey-opens-nothing = We could not sign you in with this passkey. It is not one that we know, or it took too long. Nothing is lost. You can try again, or use another way.
error-new-passkey-opens-nothing = The passkey was not added. It took too long, or we could not read what your device sent. Nothing is lost. You can try again.
