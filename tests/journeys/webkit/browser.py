#!/usr/bin/python3
"""A WebKit browser with a profile on disk, for WebDriver: `browser.py PROFILE SCRIPT`.

Debian's own MiniBrowser forgets everything when it is driven. Run by Debian's Python, which has
`gi`; it knows nothing of this project. SCRIPT runs at the start of every page.
"""

import sys
from pathlib import Path

import gi

gi.require_version("Gtk", "3.0")
gi.require_version("WebKit2", "4.1")
from gi.repository import Gtk, WebKit2  # noqa: E402

profile = Path(sys.argv[1])
data = WebKit2.WebsiteDataManager(
    base_data_directory=str(profile / "data"), base_cache_directory=str(profile / "cache")
)
context = WebKit2.WebContext(website_data_manager=data)
context.set_automation_allowed(True)
at_the_start_of_every_page = WebKit2.UserScript(
    sys.argv[2],
    WebKit2.UserContentInjectedFrames.ALL_FRAMES,
    WebKit2.UserScriptInjectionTime.START,
    None,
    None,
)


def new_view(_session):
    """A tab: a window of the size of a phone."""
    window = Gtk.Window(default_width=360, default_height=740)
    pages = WebKit2.UserContentManager()
    pages.add_script(at_the_start_of_every_page)
    view = WebKit2.WebView(
        web_context=context, is_controlled_by_automation=True, user_content_manager=pages
    )
    view.connect("close", lambda _view: window.destroy())
    window.add(view)
    window.show_all()
    return view


def driven(_context, session):
    """A driver has come: it takes only a browser of this name."""
    name = WebKit2.ApplicationInfo()
    name.set_name("MiniBrowser")
    session.set_application_info(name)
    session.connect("create-web-view", new_view)


context.connect("automation-started", driven)
Gtk.main()
