"""Scripts that find what a person sees, by what it says."""

_VISIBLE = """
const seen = (one) => one.checkVisibility({visibilityProperty: true});
const said = (one) => one.innerText.replace(/\\s+/g, ' ').trim();
const all = (selector) => [...document.querySelectorAll(selector)].filter(seen);
"""

SELECTED = f"{_VISIBLE} return all(arguments[0])[0];"
"""By a selector."""

NAMED = f"{_VISIBLE} return all('button, a, summary').find((one) => said(one) === arguments[0]);"
"""Something to tap, by its words."""

LABELLED = f"""{_VISIBLE}
return all('label').find((one) => said(one) === arguments[0])?.control;"""
"""A box or a choice, by its label."""

TEXTS = f"""{_VISIBLE}
const holds = (one) => one.textContent.replace(/\\s+/g, ' ').includes(arguments[0]);
const deepest = (one) => holds(one) && ![...one.children].some(holds);
return all('body *').filter(deepest).length;"""
"""How often a text stands on the page."""
