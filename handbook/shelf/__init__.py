"""What belongs to the reader: bookmarks, notes, history, searches, settings. It leaves this computer only by export."""
