"""Configuration files: reading them strictly, laying layers over each other, writing them."""
