"""Where the boxes and lines of a drawn argument map go: in the terminal, and in pictures.

No unit is meant: who asks says how large boxes are and how far apart, in cells or in pixels, and
draws what comes back. Nothing here writes or knows a screen.
"""
