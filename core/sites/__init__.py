"""A site's configuration: typed, layered, dated, and comparable by computation."""
