"""Every page of the phone in every state that it can be in, whatever leads there.

The questions are taken out of the document while another page is judged, for they are many, and
what judges would read through them all.
"""

from collections.abc import Iterator

from playwright.sync_api import Page

ALONE = """
name => {
  globalThis.aside ??= [];
  for (const [mark, one] of aside.splice(0)) mark.replaceWith(one);
  for (const one of document.querySelectorAll('[data-page]')) {
    one.hidden = one.dataset.page !== name;
    if (!name || !one.hidden || !one.dataset.question) continue;
    const mark = document.createComment('');
    one.replaceWith(mark);
    aside.push([mark, one]);
  }
}
"""
"""Show a page, with no other question in the document; with no name all are put back, hidden."""
SAY_EVERYTHING = """
name => {
  const all = document.querySelectorAll(
    `[data-page="${name}"] :is([data-trouble], [data-if]), [data-save="unsaved"]`);
  for (const one of all) one.hidden = false;
  for (const one of document.querySelectorAll('[data-page] details')) one.open = true;
}
"""
UNLIKE = """
() => {
  const kinds = new Set();
  const isNew = ({kind}) => !kind || (!kinds.has(kind) && kinds.add(kind));
  return [...document.querySelectorAll('[data-page]')]
    .filter(one => isNew(one.dataset)).map(one => one.dataset.page);
}
"""
SAY_NOTHING = "document.querySelectorAll('[data-save]').forEach((one) => { one.hidden = true; })"


def names(page: Page) -> list[str]:
    """The pages by their names, in the order of the document."""
    found: list[str] = page.locator("[data-page]").evaluate_all(
        "all => all.map(one => one.dataset.page)"
    )
    return found


def unlike(page: Page) -> list[str]:
    """All but questions that differ from another in their words alone: one of each kind stays."""
    found: list[str] = page.evaluate(UNLIKE)
    return found


def as_they_are(page: Page) -> Iterator[str]:
    """Each page as the story has left it."""
    yield from _each_alone(page, names(page))


def saying_everything(page: Page) -> Iterator[str]:
    """Each page with all that it can ever say at once: troubles, waiting, notes, more."""
    for name in _each_alone(page, unlike(page)):
        page.evaluate(SAY_EVERYTHING, name)
        yield name
        page.evaluate(SAY_NOTHING)


def _each_alone(page: Page, wanted: list[str]) -> Iterator[str]:
    for name in wanted:
        page.evaluate(ALONE, name)
        yield name
    page.evaluate(ALONE, "")
