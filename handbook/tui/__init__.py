"""The full-screen app. Only this package knows Textual.

Textual reads these settings when it is first imported, so they are made here. Nothing moves or blinks;
the kitty keyboard protocol stays off because screen readers speak its codes; a lone Escape acts at once.
"""

import os

os.environ.update(TEXTUAL_ANIMATIONS="none", TEXTUAL_SMOOTH_SCROLL="0", TEXTUAL_DISABLE_KITTY_KEY="1")
os.environ.setdefault("ESCDELAY", "30")
