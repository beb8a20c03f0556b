"""What we send to the phone: pages only. No answers, no cookies, no store.

Decisions
---------
* **One document a language**, with every question, review and reading page in it, rendered from
  the forms and holding nothing personal: what is personal is opened on the phone.
* **Everything kept is derived.** The service worker's list and version come from the document and
  the built files, so there is no list to keep by hand and no version to forget.
* **Compressed once**, in memory, when first asked for; never per request.
* **The neutral name is "Notes"**, in the title, the manifest and the icon. It is translated like
  any word, so that it is neutral in every language.
* **What a first page can do without comes later**: letters of another shape, and what reads aloud.
  They are fetched when they are used, and kept for offline once the rest is.
* **An icon never stands alone.** Words stand beside it; it is drawn once, in the document, in the
  colour of the text, and silent to a screen reader.
* **Neither page nor script may call home.** The policy header allows this origin alone.
"""
