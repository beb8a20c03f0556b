"""What we send to the phone: pages only. No answers, no cookies, no store.

Decisions
---------
* **One document a language**, with every question, review and reading page in it, rendered from
  the forms and holding nothing personal: what is personal is opened on the phone.
* **Everything kept is derived.** The service worker's list and version come from the document and
  the built files, so there is no list to keep by hand and no version to forget.
* **Voice and pictures come later.** Their scripts are no part of a first visit; they are fetched
  when they are first used, and kept for offline once the rest is. They import nothing that holds
  a state (the vault, the draft): what they need is handed to them, so that there is one of each.
* **Compressed once**, in memory, when first asked for; never per request.
* **The neutral name is "Notes"**, in the title, the manifest and the icon. It is translated like
  any word, so that it is neutral in every language.
* **Who leaves at once lands on a page of times tables**: plausible on anybody's phone, kept
  offline, with no script and no way back but Back.
* **What a first page can do without comes later**: letters of another shape, and what reads aloud.
  They are fetched when they are used, and kept for offline once the rest is.
* **Templates that are filled in only inside** (letter, plan, reports, other ways to answer) come
  beside `inside.js`, as a fragment of their own, and are kept with it.
* **What hard words mean comes once there is something to read**, as a fragment of its own, and is
  kept for offline with what is required. A first visit does not carry it.
* **An icon never stands alone.** Words stand beside it; it is drawn once, in the document, in the
  colour of the text, and silent to a screen reader.
* **Neither page nor script may call home.** The policy header allows this origin alone.
"""
