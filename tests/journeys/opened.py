"""All that a phone ever opened of what it was sent, and all that its vault keeps, in clear."""

from tests.journeys.phone import Phone
from tests.journeys.traces import OPEN_STORE

LISTEN = """
if (crypto.subtle) {  // an empty page has none
  const was = crypto.subtle.decrypt.bind(crypto.subtle);
  crypto.subtle.decrypt = async (...how) => {
    const plain = await was(...how);
    window.opened(new TextDecoder().decode(plain));
    return plain;
  };
}
"""
READ_VAULT = (
    "async () => {"
    + OPEN_STORE
    + """
  const [names, values] = await Promise.all([done(kept.getAllKeys()), done(kept.getAll())]);
  database.close();
  const { key } = values[names.indexOf('lock')];
  const sealed = names.map((name, at) => [name, values[at]]).filter(([, { nonce }]) => nonce);
  const plain = ([name, { nonce, data }]) => {
    const additionalData = new TextEncoder().encode(name);
    return crypto.subtle.decrypt({ name: 'AES-GCM', iv: nonce, additionalData }, key, data);
  };
  const all = await Promise.all(sealed.map(plain));
  return all.map((bytes) => new TextDecoder().decode(bytes)).join('\\n');
}
"""
)


def listen(phone: Phone, opened: list[str]) -> None:
    """From the next page on, put there whatever is opened: what comes, and what is read anew."""

    def hear(words: str) -> None:
        opened.append(words)

    phone.switch_on()
    assert phone.context
    phone.context.expose_function("opened", hear)
    phone.context.add_init_script(LISTEN)


def in_vault(phone: Phone) -> str:
    """Every entry of a vault that has no PIN."""
    return str(phone.page.evaluate(READ_VAULT))
