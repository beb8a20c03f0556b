"""A phone with WebKit in it: what Playwright cannot drive, behind the verbs of `phone.Phone`.

It is Debian's WebKitGTK on a screen that nobody sees: the engine of Safari, and not Safari. What
it has in common with an iPhone is WebKit's storage, cryptography, service worker and layout. It has
no touch, no seven days after which Safari deletes, no home screen. It cannot be told to fill its
disk, to lose an answer on the way or to run slowly, so those stories stay with the other two.
"""
