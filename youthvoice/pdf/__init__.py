"""A PDF from elsewhere, read as a person sees it. It knows nothing of ours and keeps nothing.

Run as a process of its own, `python -I -m youthvoice.pdf`, with the file as its input; what it
answers is described in `__main__`. Nothing else of ours imports it.

Decisions
---------
* **What is shared is what a person sees on the page, in its order.** A file of pages holds words
  that nobody sees: under a box, white on white, transparent, outside the visible part of the page,
  in hidden layers, in its older versions, as another text behind a picture (`ActualText`). Knowing
  all the ways to hide is hopeless. So the page is painted: once as it is, once without its
  letters, and once with its letters alone in black. A letter is seen where the first two differ in
  its place as much as the third says that they could (`ink.py`).
* **What cannot be known is said, page by page** (`DOUBTS`). A person looks at such a page, beside
  its picture, before anybody can share it. What was found to be unseen is left out.
* **The file itself goes only where its text and its pages agree**: no page on which something may
  be unseen, no picture that is cut or covered, nothing on the pages but the pages themselves.
  Even then it is not the file that came, but a copy of its pages alone, without notes, names of
  authors, older versions and attachments (`unpack.py`).
* **What was typed into a form stands on its page**: fields, stamps and notes in boxes are drawn
  into the page first, and then read like everything else. A form that only one program can draw
  (XFA) is refused; notes that open on a press are named.
* **Order** (`order.py`): from top to bottom, and column by column where there are columns. The file
  itself has an order too, which is a second witness; where the two disagree, the page is in doubt.
* **A file from elsewhere may be made to cost all memory, or all time**: the process has a little of
  both and takes only itself down.
* pikepdf takes the file apart and pypdfium2 paints and reads it, because that is what the browsers
  of most readers show pages with.
"""

DOUBTS = ("hidden", "partly", "over", "order", "letters", "comments", "picture")
"""Why a page must be looked at, for ever the same words. In order: words that nobody sees were left
out; letters half covered or hardly to be seen; words over one another; the order; letters without
a name; notes that open on a press; much of the page is a picture, whose words are not read."""
UNSEEN = {"hidden", "partly", "over", "comments"}
"""Of these, those that say that the file may hold what nobody sees: it does not go itself."""
REFUSALS = ("locked", "many_pages", "heavy", "broken", "long", "form")
"""Why nothing is made of a file, for ever the same words."""

SECONDS = 60
"""Of computing, for a whole file: a page takes some 0.1 s."""


class BadPdf(Exception):  # noqa: N818 - it is the file that is bad
    """Nothing can be made of the file. `code` is one of `REFUSALS`."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code
