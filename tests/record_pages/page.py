"""A page as a reader of HTML sees it, and the house rules that every page keeps."""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from itertools import pairwise
from typing import Any

VOID = {"meta", "link", "input", "br", "img", "hr", "path", "rect", "circle"}
LABELLED = {"input", "select", "textarea"}
UNLABELLED_TYPES = {"hidden", "submit", "button"}
HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}


@dataclass
class Element:
    """One element with its attributes, its text and what stands in it."""

    tag: str
    attributes: dict[str, str]
    parent: "Element | None" = None
    children: list["Element | str"] = field(default_factory=list)

    @property
    def text(self) -> str:
        """All text inside, as it stands."""
        return "".join(child if isinstance(child, str) else child.text for child in self.children)

    def get(self, name: str) -> str:
        return self.attributes.get(name, "")

    def all(self, *tags: str) -> list["Element"]:
        """Every element inside with one of these names; none that sleeps in a template."""
        found: list[Element] = []
        for child in self.children:
            if isinstance(child, str) or child.tag == "template":
                continue
            found += [child] if not tags or child.tag in tags else []
            found += child.all(*tags)
        return found

    def inside(self, tag: str) -> bool:
        at = self.parent
        while at is not None and at.tag != tag:
            at = at.parent
        return at is not None


class Page(HTMLParser):
    """A parsed page."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.root = self.at = Element("document", {})
        self.html = html
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs}, self.at)
        self.at.children.append(element)
        if tag not in VOID:
            self.at = element

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.at.children.append(Element(tag, {n: v or "" for n, v in attrs}, self.at))

    def handle_endtag(self, tag: str) -> None:
        assert self.at.tag == tag, f"</{tag}> closes <{self.at.tag}>"
        assert self.at.parent is not None
        self.at = self.at.parent

    def handle_data(self, data: str) -> None:
        self.at.children.append(data)

    def all(self, *tags: str) -> list[Element]:
        return self.root.all(*tags)

    def by_id(self, name: str) -> Element:
        [found] = [element for element in self.all() if element.get("id") == name]
        return found

    def with_class(self, name: str) -> list[Element]:
        return [element for element in self.all() if name in element.get("class").split()]

    @property
    def heading(self) -> str:
        [h1] = self.all("h1")
        return " ".join(h1.text.split())

    @property
    def text(self) -> str:
        [main] = self.all("main")
        return " ".join(main.text.split())

    def values(self) -> dict[str, list[str]]:
        """What a browser would send of all its fields, by name."""
        return sent_of(self.root)

    def form_to(self, path: str) -> dict[str, list[str]]:
        """What a browser would send of the form that goes there, or to its own address."""
        there = [form for form in self.all("form") if form.get("action") == path]
        here = [form for form in self.all("form") if not form.get("action")]
        return sent_of((there + here)[0])

    def value(self, name: str) -> str:
        """The first value of a field."""
        return self.values()[name][0]


def sent_of(element: Element) -> dict[str, list[str]]:
    """What a browser would send of the fields in it, by name."""
    sent: dict[str, list[str]] = {}
    for one in element.all("input", "textarea", "select"):
        if (value := _sent(one)) is not None:
            sent.setdefault(one.get("name"), []).append(value)
    return sent


def house_rules(page: Page, headers: Any) -> None:
    """What holds for every page, whatever it is about."""
    _is_one_document(page)
    _has_no_doubled_ids_and_no_dangling_ones(page)
    _labels_every_field(page)
    _names_every_button_and_link(page)
    _keeps_headings_in_order(page)
    _has_nothing_that_the_policy_forbids(page)
    _protects_every_form(page)
    _ties_every_error_to_its_field(page)
    _is_for_nobody_else(headers)


def _sent(element: Element) -> str | None:
    if element.tag == "textarea":
        return element.text
    if element.tag == "select":
        options = element.all("option")
        chosen = [one for one in options if "selected" in one.attributes] or options[:1]
        return chosen[0].get("value") if chosen else None
    if element.get("type") in ("radio", "checkbox") and "checked" not in element.attributes:
        return None
    return element.get("value")


def _is_one_document(page: Page) -> None:
    [html] = page.all("html")
    assert html.get("lang")
    assert html.get("dir") in ("ltr", "rtl")
    [title] = page.all("title")
    assert title.text.strip()
    assert len(page.all("main")) == 1
    assert len(page.all("h1")) == 1
    assert page.heading
    assert page.all("h1")[0].inside("main")


def _has_no_doubled_ids_and_no_dangling_ones(page: Page) -> None:
    ids = [element.get("id") for element in page.all() if "id" in element.attributes]
    assert len(ids) == len(set(ids)), ids
    assert all(ids)
    for element in page.all():
        for name in ("aria-labelledby", "aria-describedby", "for"):
            for one in element.get(name).split():
                assert one in ids, f"{name}={one}"
        if element.get("href").startswith("#"):
            assert element.get("href")[1:] in ids


def _labels_every_field(page: Page) -> None:
    named = {label.get("for"): label.text.strip() for label in page.all("label")}
    for one in page.all(*LABELLED):
        if one.get("type") not in UNLABELLED_TYPES:
            assert named.get(one.get("id")) or one.get("aria-label"), one.attributes
    for fieldset in page.all("fieldset"):
        assert fieldset.all("legend")[0].text.strip()


def _names_every_button_and_link(page: Page) -> None:
    names = [" ".join(one.text.split()) for one in page.all("button", "a")]
    assert all(names)


def _keeps_headings_in_order(page: Page) -> None:
    levels = [int(one.tag[1]) for one in page.all(*HEADINGS)]
    assert all(one.text.strip() for one in page.all(*HEADINGS))
    for before, after in pairwise(levels):
        assert after <= before + 1, levels


def _has_nothing_that_the_policy_forbids(page: Page) -> None:
    for element in page.all():
        assert not any(re.fullmatch(r"on\w+|style", name) for name in element.attributes)
        if element.tag == "script":
            assert element.get("src").startswith("/static/build/") or element.get("type") == (
                "application/json"
            )
    assert not page.all("style", "iframe", "object", "embed")


def _protects_every_form(page: Page) -> None:
    for form in page.all("form"):
        names = [one.get("name") for one in form.all("input")]
        assert form.get("method") == "post"
        assert names.count("csrf_token") == 1
        assert names.count("press") == 1


def _ties_every_error_to_its_field(page: Page) -> None:
    """Each line of the summary leads to a field that is marked, and told what is wrong with it."""
    for link in page.with_class("govuk-error-summary"):
        for one in link.all("a"):
            if one.get("href").startswith("#"):
                _is_marked(page, one)


def _is_marked(page: Page, link: Element) -> None:
    field = page.by_id(link.get("href")[1:])
    if field.tag in HEADINGS:
        return  # no field is wrong: what is missing stands under that heading
    assert field.tag in LABELLED, f"{link.text} leads to <{field.tag}>"
    around = [field, *_around(field)]
    assert any(one.get("aria-invalid") == "true" for one in around), link.text
    told = [name for one in around for name in one.get("aria-describedby").split()]
    assert any(" ".join(link.text.split()) in page.by_id(name).text for name in told), link.text


def _around(field: Element) -> list[Element]:
    """The fieldset that it stands in."""
    at = field.parent
    while at is not None and at.tag not in ("fieldset", "form"):
        at = at.parent
    return [at] if at is not None and at.tag == "fieldset" else []


def _is_for_nobody_else(headers: Any) -> None:
    assert headers["Cache-Control"] == "no-store"
    assert headers["Referrer-Policy"] == "no-referrer"
    for what in ("camera", "microphone", "geolocation", "payment"):
        assert f"{what}=()" in headers["Permissions-Policy"]
    assert headers["Content-Security-Policy"] == (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
        "media-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; "
        "require-trusted-types-for 'script'; trusted-types inert"
    )
