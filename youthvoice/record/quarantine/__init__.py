"""Where staff see what did not open or was not right, and say that they have seen it.

* One alarm for each kind of thing and each person, with how often and when: a list that strangers
  can make long is a list that nobody reads.
* Seen is what stood on the page. What happened since then is an alarm of its own.
* **What was opened and made into nothing can be read**: a message that is too much, or of no kind
  that we know, is kept word for word, and whoever works on its case can take all of it out.
"""
