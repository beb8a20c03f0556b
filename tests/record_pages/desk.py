"""Somebody at a desk. Every page that they open is held to the house rules, and to the W3C's."""

from typing import Any

from werkzeug.datastructures import MultiDict
from werkzeug.test import TestResponse

from tests.markup import faults
from tests.record_pages.council import Council
from tests.record_pages.page import Page, house_rules
from youthvoice.record.staff import Staff


class Desk:
    """A browser with its cookies; nobody is signed in until `signs_in`."""

    def __init__(self, council: Council) -> None:
        self.council = council
        self.client = council.app.test_client()
        self.page: Page | None = None

    def signs_in(self, staff: Staff) -> "Desk":
        self.follows(self.council.link(staff))
        return self

    def follows(self, link: str) -> Page:
        """Open a sign-in link and press its button."""
        self.opens(link)
        return self.presses(link)

    def opens(self, path: str, expect: int = 200) -> Page:
        """GET, and look at the page."""
        return self.looks_at(self.client.get(path), expect)

    def presses(self, path: str, expect: int = 302, **fields: Any) -> Page:
        """POST with the token of the page that is open; follows a redirect."""
        return self.sends(path, MultiDict(fields), expect)

    def sends(self, path: str, fields: MultiDict[str, Any], expect: int = 302) -> Page:
        """POST these fields."""
        assert self.page is not None, "open a page first"
        fields = MultiDict(fields)
        for name in ("csrf_token", "press"):
            fields[name] = self.page.value(name)
        answer = self.client.post(path, data=fields)
        if expect != 302:
            return self.looks_at(answer, expect)
        assert answer.status_code == 302, (answer.status_code, answer.get_data(as_text=True)[:3000])
        return self.post_nothing_but_follow(answer)

    def post_nothing_but_follow(self, answer: TestResponse) -> Page:
        assert answer.status_code == 302
        assert answer.headers["Cache-Control"] == "no-store"
        page = self.opens(answer.headers["Location"])
        assert page.with_class("flash"), "every POST is answered in words"
        return page

    def looks_at(self, answer: TestResponse, expect: int) -> Page:
        assert answer.status_code == expect, answer.get_data(as_text=True)[:3000]
        text = answer.get_data(as_text=True)
        self.page = Page(text)
        house_rules(self.page, answer.headers)
        assert faults(text) == []
        return self.page
