"""The sealed thing: its shape, how it is sealed, how it is opened. Nothing else does cryptography.

Everything between a phone and the record travels as an envelope. `shape` knows only the outside
(all that the mailbox may know); `seal` and `opening` know the inside; `invitation` turns six
words into keys; `keyset` is what the council publishes about itself.

Decisions
---------
* **One layout, two suites.** The first 101 bytes are those of the design (`"YV"`, version, suite,
  key id, envelope id, encapsulated key). Suite 1 goes to one reader. Suite 2, towards the
  council, adds a second recipient after it: `key id, encapsulated key, sealed content key` for
  the escrow key. A suite byte rather than a count keeps every length fixed: a parser has no loop.
* **The body's nonce is twelve zero bytes** in suite 2: its content key is random and used once,
  and is committed to by the header, which is the additional data.
* **Two thumbprints are signed in suite 2**, operational then escrow, so that neither recipient
  can pass the words on as if they had been written for somebody else.
* **Length, words, zeros.** The padded inside is a 64-byte signature, a 4-byte length, the words,
  zeros up to the bucket; the contents of an invitation, the same from the length on, in steps of
  8 KiB. Opening refuses a non-zero pad, a longer bucket than needed and words that are not
  canonical: there is one way to write a thing, so nothing can hide in another. Because most of
  an inside is text and zeros, no one can make a body that reads as one thing under the first
  recipient's content key and as another under the second's.
* **At most 32 deep**, counted before anything recurses, in both languages: a parser that runs out
  of stack would be a third outcome.
* **The salt of an invitation is fixed.** The phone has nothing but six words; with 77 bits of
  them and 600,000 rounds a table is out of reach.
* **Hexadecimal, one alphabet** (0-9, a-f) for ids and keys in URLs and JSON: easy to compare by
  eye, no padding rules; capitals and spaces are refused.
* **One mirror.** `static/envelope/` has the same modules and the same codes; `tests/envelope/`
  holds the vectors that both must satisfy, written by neither.
"""
