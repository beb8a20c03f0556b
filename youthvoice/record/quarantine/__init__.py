"""Where staff see what did not open or was not right, and say that they have seen it."""
