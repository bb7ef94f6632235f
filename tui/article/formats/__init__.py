"""One module for each kind of document; each is imported only when such a document is read."""
